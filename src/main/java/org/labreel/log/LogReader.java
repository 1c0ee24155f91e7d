package org.labreel.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;

/** Reads a log of any origin, whole or damaged, finished or still growing. Safe for several threads. */
public final class LogReader implements AutoCloseable {
    private LogReader() {
    }

    /** Opens and indexes a log, by its sidecar when there is a valid one. */
    public static LogReader open(Path file) throws IOException {
        return open(file, _ -> {
        }, () -> false);
    }

    /**
     * @param progress
     *            told the part done, 0 to 1
     * @param cancelled
     *            asked now and then
     * @throws NotALogException
     *             when the file is no log: the message says why in the operator's words
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     */
    public static LogReader open(Path file, DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Path file() {
        throw new UnsupportedOperationException();
    }

    /** The newest index. */
    public LogIndex index() {
        throw new UnsupportedOperationException();
    }

    /** Reads what was appended since; true when there are new records. */
    public boolean refresh() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The body of a record as it stands in the file. */
    public Bytes body(int record) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The record decoded. @throws org.labreel.codec.MalformedEventException when it is damaged */
    public DeviceEvent event(int record) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The picture of a frame (JPEG bytes). */
    public Bytes image(int frame) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The state of the device once this record has happened; damaged records are passed over. */
    public DeviceState stateAt(int record) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
