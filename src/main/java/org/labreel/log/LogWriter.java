package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.labreel.model.Bytes;

/**
 * Appends records to a new log. One thread at a time writes; {@link #force()} and {@link #size()} may come from
 * another. Nothing is held back in memory: a record that {@link #append} returned from is with the operating system.
 */
public final class LogWriter implements AutoCloseable {
    /** A buffer beyond this size is not kept for the next record. */
    private static final int KEPT_BUFFER = 8 << 20;

    private final LogChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private volatile long size;
    private boolean broken;
    private volatile boolean closed;

    private LogWriter(LogChannel channel) {
        this.channel = channel;
    }

    /** Creates the file and forces its directory. @throws java.nio.file.FileAlreadyExistsException if it exists */
    public static LogWriter create(Path file) throws IOException {
        return create(file, new FileDisk());
    }

    /** As {@link #create(Path)}, on a given disk. */
    public static LogWriter create(Path file, LogDisk disk) throws IOException {
        return new LogWriter(disk.create(file));
    }

    /**
     * Writes one record (u32 little-endian length, body) in one write.
     *
     * @return the offset of the record
     * @throws IllegalArgumentException
     *             when the body is empty or over {@link Framing#MAX_BODY}: no reader would take it for a record
     * @throws IOException
     *             when it could not be written; the log then ends with the record before, if the disk lets it
     */
    public long append(Bytes body) throws IOException {
        if (body.isEmpty() || body.length() > Framing.MAX_BODY) {
            throw new IllegalArgumentException("a record of " + body.length() + " bytes cannot stand in a log");
        }
        if (broken) {
            throw new IOException("the log ends in half a record, so that nothing can be added to it");
        }
        ByteBuffer record = fill(body);
        long offset = size;
        try {
            while (record.hasRemaining()) {
                if (channel.write(record) <= 0) {
                    throw new IOException("the disk takes no more bytes");
                }
            }
        } catch (IOException e) {
            takeBack(offset, e);
            throw e;
        }
        size = offset + record.limit();
        return offset;
    }

    private ByteBuffer fill(Bytes body) {
        int length = Integer.BYTES + body.length();
        ByteBuffer record = buffer;
        if (record.capacity() < length) {
            record = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
            if (length <= KEPT_BUFFER) {
                buffer = record;
            }
        }
        return record.clear().putInt(body.length()).put(body.asByteBuffer()).flip();
    }

    /** Half a record at the end would be reported as damage for ever, so it is cut off. */
    private void takeBack(long offset, IOException cause) {
        try {
            channel.truncate(offset);
        } catch (IOException e) {
            broken = true;
            cause.addSuppressed(e);
        }
    }

    /** Makes all that was written survive a power cut. */
    public void force() throws IOException {
        channel.force();
    }

    /** Bytes written, whole records only. */
    public long size() {
        return size;
    }

    /** Closes without forcing. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            channel.close();
        }
    }
}
