package org.labreel.log;

import java.io.IOException;
import java.nio.file.Path;

/** What recording needs of a disk. */
public interface LogDisk {
    /**
     * Makes a new file and its directory entry durable. @throws java.nio.file.FileAlreadyExistsException if it exists
     */
    LogChannel create(Path file) throws IOException;

    /** Bytes that can still be written to the disk that holds {@code path}. */
    long usableBytes(Path path) throws IOException;
}
