package org.labreel.ui.browser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;

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
        return new OpenLog(reader, index, board, LogNotes.of(index, reach), reach);
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
