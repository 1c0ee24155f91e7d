package org.labreel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.labreel.log.FileDisk;
import org.labreel.log.LogChannel;
import org.labreel.log.LogDisk;

/** The disk, with a stopwatch on each write. */
final class TimedDisk implements LogDisk {
    private final FileDisk disk = new FileDisk();
    private final Delays writes = new Delays();

    Delays writes() {
        return writes;
    }

    @Override
    public LogChannel create(Path file) throws IOException {
        LogChannel channel = disk.create(file);
        return new LogChannel() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                long start = System.nanoTime();
                int written = channel.write(bytes);
                writes.add(System.nanoTime() - start);
                return written;
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
            }

            @Override
            public void force() throws IOException {
                channel.force();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public long usableBytes(Path path) throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }
}
