package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labreel.log.LogIndex;

/** What the operator should know of the times that the frames of a log carry: absent, equal, running backwards. */
final class TimeNotes {
    private static final int MOST_LINES = 20;

    private final LogIndex index;
    private final List<String> backwards = new ArrayList<>();
    private Duration furthest = Duration.ZERO;
    private int steps;
    private int equal;
    private int untimed;

    private TimeNotes(LogIndex index) {
        this.index = index;
    }

    /** Looks at every frame. */
    static List<LogNotes.Note> of(LogIndex index) {
        TimeNotes notes = new TimeNotes(index);
        notes.count();
        return notes.words();
    }

    private void count() {
        for (int frame = 0; frame < index.frames(); frame++) {
            boolean timed = index.timed(index.recordOfFrame(frame));
            untimed += timed ? 0 : 1;
            if (frame > 0 && timed) {
                compare(frame, index.frameTime(frame - 1), index.frameTime(frame));
            }
        }
    }

    private void compare(int frame, Instant before, Instant now) {
        if (now.equals(before)) {
            equal++;
        } else if (now.isBefore(before)) {
            steps++;
            Duration back = Duration.between(now, before);
            furthest = back.compareTo(furthest) > 0 ? back : furthest;
            if (backwards.size() < MOST_LINES) {
                backwards.add("at frame " + frame + ": " + TimeText.span(back) + " back");
            }
        }
    }

    private List<LogNotes.Note> words() {
        List<LogNotes.Note> notes = new ArrayList<>();
        if (untimed > 0 && untimed == index.frames()) {
            notes.add(new LogNotes.Note(true, "The frames of this log carry no time. Their order is certain; how long"
                    + " each was shown is not known, so times and speed mean nothing here.", ""));
        } else if (untimed > 0) {
            notes.add(
                    new LogNotes.Note(false, frames(untimed) + " no time of their own. They stand in their place; their"
                            + " times are those of their neighbours, a guess.", ""));
        }
        if (steps > 0) {
            notes.add(new LogNotes.Note(true, "The clock of these times was put back "
                    + (steps == 1 ? "once" : steps + " times") + ", by up to " + TimeText.span(furthest)
                    + ". Frames stand in the order in which they were recorded; times repeat.",
                    String.join("\n", backwards)));
        }
        if (equal > 0) {
            notes.add(new LogNotes.Note(false, frames(equal) + " the same time as the frame before. All are shown, in"
                    + " the order in which they were recorded.", ""));
        }
        return notes;
    }

    private static String frames(int count) {
        return count == 1 ? "One frame of this log carries" : String.format("%,d frames of this log carry", count);
    }
}
