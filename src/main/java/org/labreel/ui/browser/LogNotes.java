package org.labreel.ui.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.labreel.log.Damage;
import org.labreel.log.LogIndex;
import org.labreel.model.EventKind;

/** What the operator should know of a log before trusting what it shows. */
final class LogNotes {
    private LogNotes() {
    }

    /**
     * One remark.
     *
     * @param warning
     *            something is missing or damaged, and not only worth knowing
     * @param detail
     *            more, a line each; may be empty
     */
    record Note(boolean warning, String text, String detail) {
    }

    static List<Note> of(LogIndex index) {
        return of(index, Reach.WHOLE);
    }

    /** While an index reaches only part of a log, its pauses and what it lacks cannot be told yet. */
    static List<Note> of(LogIndex index, Reach reach) {
        List<Note> notes = new ArrayList<>();
        List<Damage> damage = reach == Reach.GROWING ? lasting(index) : index.damage();
        if (reach == Reach.PART) {
            return damage.isEmpty() ? notes : List.of(damage(damage));
        }
        if (index.records() == 0) {
            notes.add(new Note(true, "This log is empty: nothing was received before the recording ended.", ""));
        } else if (index.frames() == 0) {
            notes.add(new Note(true, "This log holds no pictures. Its " + index.records()
                    + " device events are sound; the newest values stand on the right.", ""));
        } else if (index.count(EventKind.IMAGE_TRANSFORM) == 0) {
            notes.add(new Note(false,
                    "This log does not say where the board lies in the picture, so electrodes cannot be drawn over it.",
                    ""));
        }
        if (!damage.isEmpty()) {
            notes.add(damage(damage));
        }
        if (!index.gaps().isEmpty()) {
            notes.add(gaps(index));
        }
        return notes;
    }

    /** What looks torn at the end of a log that grows is the record that is being written. */
    private static List<Damage> lasting(LogIndex index) {
        int last = index.records() - 1;
        long end = last < 0 ? 0 : index.offset(last) + Integer.BYTES + index.length(last);
        return index.damage().stream().filter(each -> each.offset() < end).toList();
    }

    private static Note damage(List<Damage> damage) {
        long bytes = damage.stream().mapToLong(Damage::length).sum();
        String places = damage.size() == 1 ? "One place of this log is" : damage.size() + " places of this log are";
        List<String> lines = damage.stream().limit(20).map(Damage::text).toList();
        return new Note(true,
                places + " damaged (" + TimeText.size(bytes) + "). Everything around is shown; the file is unchanged.",
                String.join("\n", lines));
    }

    private static Note gaps(LogIndex index) {
        List<String> lines = index.gaps().stream().limit(20)
                .map(gap -> "after frame " + gap.afterFrame() + ": "
                        + TimeText.span(Duration.between(gap.start(), gap.end())))
                .toList();
        return new Note(false, index.gaps().size() == 1
                ? "Frames pause once in this log."
                : "Frames pause " + index.gaps().size() + " times in this log.", String.join("\n", lines));
    }
}
