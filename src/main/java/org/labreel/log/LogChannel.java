package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The end of a file that only grows. Real disks fail in ways that no test can ask of them, so the writer knows its file
 * by these few calls.
 */
public interface LogChannel extends AutoCloseable {
    /** Writes at the end; may write less than there is. @return bytes written */
    int write(ByteBuffer bytes) throws IOException;

    /** Cuts the file down to {@code size} bytes. */
    void truncate(long size) throws IOException;

    /** Makes all that was written survive a power cut. May run beside {@link #write}. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
