package org.labreel.app;

import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.Units;

/** How far a job is, in words. JavaFX thread. */
final class JobWords {
    private JobWords() {
    }

    static String of(Job job) {
        String left = job.remaining().map(rest -> Units.span(rest) + " left").orElse("");
        String note = job.noteProperty().get();
        return note.isBlank() || left.isBlank() ? note + left : note + " · " + left;
    }
}
