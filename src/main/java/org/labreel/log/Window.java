package org.labreel.log;

import java.io.IOException;
import org.labreel.model.Bytes;

/**
 * A look at a file through a small buffer that is read again where needed, so that walking over record headers does not
 * read the pictures between them. One thread.
 */
final class Window {
    /** One page: what the disk reads anyway. */
    static final int SIZE = 4096;

    private final LogFile file;
    private final byte[] buffer = new byte[SIZE];
    private long start;
    private int filled;
    private volatile long size;

    Window(LogFile file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** Bytes of the file when it was last asked. */
    long size() {
        return size;
    }

    void resize() throws IOException {
        size = file.size();
        filled = 0;
    }

    /**
     * How many of {@code count} bytes (at most {@link #SIZE}) at {@code position} the file has; they are then in sight.
     */
    int see(long position, int count) throws IOException {
        long left = size - position;
        if (left <= 0) {
            return 0;
        }
        int wanted = (int) Math.min(Math.min(count, SIZE), left);
        if (position < start || position + wanted > start + filled) {
            filled = file.read(position, buffer, 0, (int) Math.min(toPageEnd(position, wanted), left));
            start = position;
        }
        return (int) Math.min(wanted, start + filled - position);
    }

    /** Up to the end of a page: a byte more would make a cold disk read the next one too. */
    private static int toPageEnd(long position, int wanted) {
        int left = SIZE - (int) (position & (SIZE - 1));
        return left >= wanted ? left : Math.min(SIZE, left + SIZE);
    }

    /** A byte that is in sight. */
    byte at(long position) {
        return buffer[(int) (position - start)];
    }

    /** A little-endian u32 in sight. */
    long u32(long position) {
        int i = (int) (position - start);
        return (buffer[i] & 0xffL) | (buffer[i + 1] & 0xffL) << 8 | (buffer[i + 2] & 0xffL) << 16
                | (buffer[i + 3] & 0xffL) << 24;
    }

    /** A copy of bytes in sight. */
    Bytes copy(long position, int count) {
        byte[] copy = new byte[count];
        System.arraycopy(buffer, (int) (position - start), copy, 0, count);
        return Bytes.wrap(copy);
    }

    /** The whole body of a record, from the file. */
    Bytes body(long position, int count) throws IOException {
        byte[] body = new byte[count];
        return Bytes.wrap(body, 0, file.read(position, body, 0, count));
    }

    /** A large piece of the file, for searching. @return how many bytes there were */
    int piece(long position, byte[] into) throws IOException {
        return (int) Math.min(file.read(position, into, 0, into.length), Math.max(0, size - position));
    }
}
