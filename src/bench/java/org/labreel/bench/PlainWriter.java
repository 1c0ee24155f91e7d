package org.labreel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The peer of the recorder: a file that gets as many bytes as often, forced once a second on another thread. */
final class PlainWriter {
    private PlainWriter() {
    }

    static Delays run(Path file, int bytes, int perSecond, int seconds) throws IOException, InterruptedException {
        Delays delays = new Delays();
        ByteBuffer record = ByteBuffer.allocateDirect(bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Thread forcer = Thread.ofPlatform().daemon().start(() -> force(channel));
            long next = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                record.clear();
                long start = System.nanoTime();
                while (record.hasRemaining()) {
                    channel.write(record);
                }
                delays.add(System.nanoTime() - start);
                next += 1_000_000_000L / perSecond;
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
            forcer.interrupt();
            forcer.join();
        }
        return delays;
    }

    private static void force(FileChannel channel) {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                channel.force(false);
            }
        } catch (InterruptedException | IOException _) {
            Thread.currentThread().interrupt();
        }
    }
}
