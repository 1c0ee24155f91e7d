package org.labreel.ui.browser;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log that is open.
 *
 * @param index
 *            of the reader, as it was when the log was opened or last read on
 * @param board
 *            to draw over its frames
 * @param notes
 *            what the operator should know of it
 * @param reach
 *            how far the index reaches
 */
record OpenLog(LogReader reader, LogIndex index, Optional<BoardChoice.Found> board, List<LogNotes.Note> notes,
        Reach reach) {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLog.class);

    OpenLog {
        notes = List.copyOf(notes);
    }

    /** A log as it stands now. Touches the disk. */
    static OpenLog of(LogReader reader, Optional<BoardChoice.Found> board) {
        return of(reader, board, false);
    }

    /**
     * As {@link #of(LogReader, Optional)}.
     *
     * @param growing
     *            whether the file was seen to grow
     */
    static OpenLog of(LogReader reader, Optional<BoardChoice.Found> board, boolean growing) {
        Reach reach = !reader.complete() ? Reach.PART : growing ? Reach.GROWING : Reach.WHOLE;
        LogIndex index = reader.index();
        // Worked out here, away from the window's thread: both look at every frame.
        index.duration();
        List<LogNotes.Note> notes = new ArrayList<>(LogNotes.of(index, reach));
        if (reach != Reach.PART) {
            notes.addAll(TimeNotes.of(index));
        }
        if (reach == Reach.WHOLE) {
            notes.addAll(ofFile(reader));
        }
        return new OpenLog(reader, index, board, notes, reach);
    }

    private static List<LogNotes.Note> ofFile(LogReader reader) {
        List<LogNotes.Note> notes = new ArrayList<>();
        if (reader.foreignSidecar()) {
            notes.add(new LogNotes.Note(false, "The index file beside this log is damaged or belongs to another log; it"
                    + " was left alone. The log was read by itself: nothing of it is missing, only when its records"
                    + " arrived here is not known.", ""));
        }
        try {
            notes.addAll(SizeNotes.of(reader));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", reader.file(), e.toString());
        }
        return notes;
    }

    OpenLog withBoard(BoardChoice.Found next) {
        return new OpenLog(reader, index, Optional.of(next), notes, reach);
    }

    /** The same log as it was read later. */
    OpenLog readOn(OpenLog later) {
        return new OpenLog(reader, later.index, board, later.notes, later.reach);
    }

    int frames() {
        return index.frames();
    }

    /** When a frame was taken; for -1 the end of the log. */
    Instant timeOf(int frame) {
        int record = frame < 0 ? index.records() - 1 : index.recordOfFrame(frame);
        return record < 0 ? index.timeZero() : index.time(record);
    }
}
