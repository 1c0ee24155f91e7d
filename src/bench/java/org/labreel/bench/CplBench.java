package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplCodec;
import org.labreel.feed.cpl.CplFigures;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.feed.cpl.CplSource;
import org.labreel.model.RawMessage;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawWriter;
import org.labreel.record.FileRecording;

/**
 * Frames a second that can be received from a remote recorder of cpl_media, made into JPEGs and stored, of a recorder
 * that sends as fast as it is read; what is left out is counted.
 */
final class CplBench {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(6);

    private CplBench() {
    }

    static void run() throws Exception {
        for (PixelFormat format : List.of(PixelFormat.RGB24, PixelFormat.GRAY, PixelFormat.YUV420P)) {
            run(format);
        }
    }

    private static void run(PixelFormat format) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Scratch scratch = new Scratch("cpl");
                Recorder recorder = new Recorder(format);
                FileRecording recording = new FileRecording(scratch.folder().resolve("frames.bin"), 256L << 20, 0);
                CplSource source = new CplSource(vertx,
                        CplAddress.parse("cpl://127.0.0.1:" + recorder.port() + "?quality=85&buffered=5"))) {
            source.start(new Tape(recording));
            pause(WARM_UP);
            CplFigures before = source.figures();
            long stored = recording.frames();
            long start = System.nanoTime();
            pause(MEASURED);
            double seconds = (System.nanoTime() - start) / 1e9;
            CplFigures after = source.figures();
            System.out.printf(Locale.ROOT,
                    "%s %dx%d: %.1f frames/s stored of %.1f frames/s received, %.0f MB/s of pixels, %.0f kB a JPEG%n",
                    format.word(), WIDTH_PX, HEIGHT_PX, (recording.frames() - stored) / seconds,
                    (after.recorded() + after.skippedHere() - before.recorded() - before.skippedHere()) / seconds,
                    after.bytesPerSecond() / 1e6,
                    (after.storedBytes() - before.storedBytes()) / 1e3
                            / Math.max(1, after.recorded() - before.recorded()));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Speaks the bytes of a recorder to one player. */
    private static final class Recorder implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final PixelFormat format;
        private final byte[][] images = new byte[4][];

        Recorder(PixelFormat format) throws IOException {
            this.format = format;
            for (int i = 0; i < images.length; i++) {
                images[i] = CplCodec.encode(CplMessage.Image
                        .of(RawWriter.raw(TestPictures.picture(WIDTH_PX, HEIGHT_PX, 6, i), format), i / 30.0, i + 1))
                        .toArray();
            }
            Thread.ofPlatform().daemon().name("recorder").start(this::serve);
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            try (Socket player = door.accept()) {
                DataInputStream in = new DataInputStream(player.getInputStream());
                in.skipNBytes(in.readInt() + (long) in.readInt());
                player.getOutputStream().write(CplCodec
                        .encode(new CplMessage.StartedRecording(format.word(), WIDTH_PX, HEIGHT_PX, 0)).toArray());
                for (int i = 0;; i = (i + 1) % images.length) {
                    player.getOutputStream().write(images[i]);
                }
            } catch (IOException _) {
                // The player has gone: the measurement is over.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private record Tape(FileRecording recording) implements MessagesOnly {
        @Override
        public void message(RawMessage message) {
            recording.accept(message);
        }
    }
}
