package org.labreel.record;

import java.io.IOException;
import java.time.InstantSource;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/**
 * Records one source without losing a byte: a queue bounded in bytes, a writer thread, a log and its index. Between
 * segments it keeps the pre-roll and the newest state.
 */
public final class Recorder implements AutoCloseable {
    /**
     * @param source
     *            address of the source, for session.json
     */
    public Recorder(String source, RecorderSettings settings, InstantSource clock) {
    }

    /** Takes a message; never blocks. Any thread, one at a time. */
    public void accept(RawMessage message) {
        throw new UnsupportedOperationException();
    }

    /** Enters a loss that the source reported. */
    public void accept(Loss loss) {
        throw new UnsupportedOperationException();
    }

    /** Opens a segment in the folder: head state, pre-roll, then live records without a gap. Not on the FX thread. */
    public void start(SessionFolder folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Ends the segment on a record boundary, forces it and completes session.json. Not on the FX thread. */
    public Segment stop() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Puts a marker into the session being recorded. */
    public void mark(Marker marker) {
        throw new UnsupportedOperationException();
    }

    /** The newest figures; cheap, any thread. */
    public RecorderStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
