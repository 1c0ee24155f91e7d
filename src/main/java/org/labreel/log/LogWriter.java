package org.labreel.log;

import java.io.IOException;
import java.nio.file.Path;
import org.labreel.model.Bytes;

/** Appends records to a new log. One thread at a time writes; {@link #force()} may come from another. */
public final class LogWriter implements AutoCloseable {
    private LogWriter() {
    }

    /** Creates the file and forces its directory. @throws java.nio.file.FileAlreadyExistsException if it exists */
    public static LogWriter create(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes one record (u32 little-endian length, body) in one write. @return the offset of the record */
    public long append(Bytes body) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Makes all that was written survive a power cut. */
    public void force() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Bytes written, whole records only. */
    public long size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
