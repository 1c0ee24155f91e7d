package org.labreel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.labreel.log.FileDisk;
import org.labreel.log.LogChannel;
import org.labreel.log.LogDisk;

/** The disk, with a stopwatch; every record is also written to a plain file, which is the peer. */
final class TimedDisk implements LogDisk, AutoCloseable {
    private final FileDisk disk = new FileDisk();
    private final Delays ours = new Delays();
    private final Delays plain = new Delays();
    private final FileChannel peer;

    TimedDisk(Path peerFile) throws IOException {
        peer = FileChannel.open(peerFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    Delays ours() {
        return ours;
    }

    Delays plain() {
        return plain;
    }

    @Override
    public LogChannel create(Path file) throws IOException {
        LogChannel channel = disk.create(file);
        return new LogChannel() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                ByteBuffer same = bytes.duplicate();
                long start = System.nanoTime();
                int written = channel.write(bytes);
                long done = System.nanoTime();
                while (same.hasRemaining()) {
                    peer.write(same);
                }
                ours.add(done - start);
                plain.add(System.nanoTime() - done);
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

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
