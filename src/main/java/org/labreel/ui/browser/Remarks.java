package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import org.labreel.log.LogReader;

/** Which remarks stand over the frame of the open log. One that was closed stays closed while the log only grows. */
final class Remarks {
    private static final LogNotes.Note NO_BOARD = new LogNotes.Note(false,
            "No board is known for this log, so its electrodes cannot be drawn.", "");

    private final NotesView view;
    private final Runnable chooseBoard;
    private Optional<Shown> shown = Optional.empty();

    Remarks(NotesView view, Runnable chooseBoard) {
        this.view = view;
        this.chooseBoard = chooseBoard;
    }

    private record Shown(LogReader reader, List<LogNotes.Note> notes, boolean board) {
    }

    /** What is said of a log without frames stands in place of the frame. */
    void show(Optional<OpenLog> log) {
        Optional<Shown> next = log.map(open -> new Shown(open.reader(),
                open.frames() > 0 ? open.notes() : List.of(), open.frames() == 0 || open.board().isPresent()));
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        view.show(next.map(Shown::notes).orElse(List.of()));
        if (next.filter(each -> !each.board()).isPresent()) {
            view.add(NO_BOARD, Optional.of(new NotesView.Remedy("Choose a board…", chooseBoard)));
        }
    }
}
