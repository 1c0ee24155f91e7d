package org.labreel.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.log.FileDisk;
import org.labreel.log.LogChannel;
import org.labreel.log.LogDisk;

/** The disk of this computer with faults on demand, and with a memory of what was written and forced when. */
final class FaultyDisk implements LogDisk {
    private final FileDisk real = new FileDisk();
    final List<Written> files = new ArrayList<>();
    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    final AtomicInteger failingWrites = new AtomicInteger();
    final AtomicInteger failingForces = new AtomicInteger();
    volatile int longestWrite = Integer.MAX_VALUE;
    volatile boolean truncateFails;
    volatile long usable = 1L << 40;
    /** The next write trips over a full heap. */
    volatile boolean heapFull;
    volatile CountDownLatch stall = new CountDownLatch(0);
    volatile CountDownLatch stalled = new CountDownLatch(1);

    /** What became of one file: its bytes, and how many of them were forced after each step. */
    static final class Written {
        final Path file;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        /** Sizes after each write. */
        final List<Integer> writes = new ArrayList<>();
        /** Bytes known safe after each write. */
        final List<Integer> safe = new ArrayList<>();
        int forced;
        int forces;

        Written(Path file) {
            this.file = file;
        }
    }

    @Override
    public synchronized LogChannel create(Path file) throws IOException {
        Written written = new Written(file);
        LogChannel channel = real.create(file);
        files.add(written);
        return new Faulty(channel, written);
    }

    @Override
    public long usableBytes(Path path) {
        return usable;
    }

    private final class Faulty implements LogChannel {
        private final LogChannel channel;
        private final Written written;

        private Faulty(LogChannel channel, Written written) {
            this.channel = channel;
            this.written = written;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            pause();
            if (heapFull) {
                heapFull = false;
                throw new OutOfMemoryError("Java heap space");
            }
            if (failingWrites.get() > 0) {
                failingWrites.decrementAndGet();
                part(bytes, Math.min(bytes.remaining(), 3));
                throw new IOException("Input/output error");
            }
            int count = (int) Math.min(Math.min(bytes.remaining(), longestWrite), room.get());
            if (count == 0) {
                throw new IOException("No space left on device");
            }
            room.addAndGet(-count);
            return part(bytes, count);
        }

        private void pause() throws IOException {
            if (stall.getCount() > 0) {
                stalled.countDown();
                try {
                    stall.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }

        private int part(ByteBuffer bytes, int count) throws IOException {
            ByteBuffer part = bytes.slice(bytes.position(), count);
            byte[] copy = new byte[count];
            part.duplicate().get(copy);
            synchronized (written) {
                written.bytes.writeBytes(copy);
                written.writes.add(written.bytes.size());
                written.safe.add(written.forced);
            }
            while (part.hasRemaining()) {
                channel.write(part);
            }
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public void truncate(long size) throws IOException {
            if (truncateFails) {
                throw new IOException("Input/output error");
            }
            channel.truncate(size);
        }

        @Override
        public void force() throws IOException {
            synchronized (written) {
                written.forces++;
            }
            if (failingForces.get() > 0) {
                failingForces.decrementAndGet();
                throw new IOException("Input/output error");
            }
            int size;
            synchronized (written) {
                size = written.bytes.size();
            }
            channel.force();
            synchronized (written) {
                written.forced = size;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
