package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.labreel.model.Bytes;

/**
 * Positioned reads of one file by several threads. Java closes a file channel for all of them when one is interrupted,
 * so the others open it again.
 */
final class LogFile implements AutoCloseable {
    private final Path path;
    private volatile FileChannel channel;
    private volatile boolean closed;

    LogFile(Path path) throws IOException {
        this.path = path;
        if (Files.isDirectory(path)) {
            throw new NotALogException(path.getFileName() + " is a folder, not a log.");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            // Opening a pipe would wait for a writer that may never come, and nothing could end the wait.
            throw new NotALogException(path.getFileName()
                    + " is a pipe or a device, not a log. Save what comes out of it as an ordinary file first.");
        }
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        while (true) {
            FileChannel current = channel;
            try {
                return current.size();
            } catch (ClosedChannelException e) {
                reopen(current, e);
            }
        }
    }

    /**
     * Reads up to {@code count} bytes, less only at the end of the file.
     *
     * @return how many
     */
    int read(long position, byte[] into, int at, int count) throws IOException {
        while (true) {
            FileChannel current = channel;
            try {
                return fill(current, position, ByteBuffer.wrap(into, at, count));
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException e) {
                reopen(current, e);
            }
        }
    }

    /** Reads bytes that are known to be there. */
    Bytes bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (read(position, bytes, 0, length) < length) {
            throw new IOException(path.getFileName() + " has become shorter since it was opened.");
        }
        return Bytes.wrap(bytes);
    }

    private static int fill(FileChannel channel, long position, ByteBuffer into) throws IOException {
        int from = into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position() - from) < 0) {
                break;
            }
        }
        return into.position() - from;
    }

    private synchronized void reopen(FileChannel seen, ClosedChannelException cause) throws IOException {
        if (closed) {
            throw cause;
        }
        if (channel.equals(seen)) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}
