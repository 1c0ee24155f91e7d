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
 */
record OpenLog(LogReader reader, LogIndex index, Optional<BoardChoice.Found> board, List<LogNotes.Note> notes) {
    OpenLog {
        notes = List.copyOf(notes);
    }

    static OpenLog of(LogReader reader, Optional<BoardChoice.Found> board) {
        LogIndex index = reader.index();
        return new OpenLog(reader, index, board, LogNotes.of(index));
    }

    OpenLog withBoard(BoardChoice.Found next) {
        return new OpenLog(reader, index, Optional.of(next), notes);
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
