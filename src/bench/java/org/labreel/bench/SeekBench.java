package org.labreel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;

/**
 * P4: any frame of a log with the state of the device at it, against decoding alone, and against the same frames in an
 * H.264 clip.
 */
final class SeekBench {
    private static final long BYTES = 1_000_000_000L;
    private static final int SEEKS = 300;

    private SeekBench() {
    }

    static void run() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/bench")));
        Path log = folder.resolve("seek.bin");
        Path clip = folder.resolve("seek.mp4");
        List<Bytes> jpegs = LargeLog.jpegs(8, 190_000);
        try {
            int frames = LargeLog.dense(log, jpegs, BYTES);
            System.out.printf(Locale.ROOT, "seek: %.2f GB, %d frames of 1280x960%n", Files.size(log) / 1e9, frames);
            try (LogReader reader = LogReader.open(log); PictureDecoder decoder = PictureDecoder.best()) {
                Seeking seeking = new Seeking(reader, decoder, jpegs);
                seeking.warmUp();
                seeking.anyFrame();
                seeking.cold(log);
                seeking.steps();
            }
            ClipSeek.make(clip, jpegs, Math.min(frames, 1500));
            ClipSeek.measure(clip, Math.min(frames, 1500), 12);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(clip);
        }
    }

    /** What the browser's loader does for a frame: state before and at it, then the picture. */
    private static final class Seeking {
        private final LogReader reader;
        private final PictureDecoder decoder;
        private final List<Bytes> jpegs;
        private final SplittableRandom random = new SplittableRandom(4);
        private Optional<Picture> picture = Optional.of(new Picture(LargeLog.WIDTH, LargeLog.HEIGHT));
        private int alone;

        Seeking(LogReader reader, PictureDecoder decoder, List<Bytes> jpegs) {
            this.reader = reader;
            this.decoder = decoder;
            this.jpegs = jpegs;
        }

        private double show(int frame) throws Exception {
            long start = System.nanoTime();
            if (frame > 0) {
                reader.stateAt(reader.index().recordOfFrame(frame - 1));
            }
            reader.stateAt(reader.index().recordOfFrame(frame));
            picture = Optional.of(decoder.decode(reader.image(frame), picture));
            return System.nanoTime() - start;
        }

        private double decodeAlone() throws Exception {
            Bytes jpeg = jpegs.get(alone++ % jpegs.size());
            long start = System.nanoTime();
            picture = Optional.of(decoder.decode(jpeg, picture));
            return System.nanoTime() - start;
        }

        private int any() {
            return random.nextInt(reader.index().frames());
        }

        void warmUp() throws Exception {
            for (int i = 0; i < SEEKS; i++) {
                show(any());
                decodeAlone();
            }
        }

        void anyFrame() throws Exception {
            Delays seek = new Delays();
            Delays decode = new Delays();
            for (int i = 0; i < SEEKS; i++) {
                seek.add((long) show(any()));
                decode.add((long) decodeAlone());
            }
            System.out.println("P4 any frame, warm                  " + seek);
            System.out.printf(Locale.ROOT, "P4 decoding alone                   %s: p50 ratio %.2f (<= 1.2)%n", decode,
                    seek.at(0.5) / decode.at(0.5));
        }

        void cold(Path log) throws Exception {
            Delays seek = new Delays();
            boolean forgets = true;
            for (int i = 0; i < SEEKS; i++) {
                forgets &= PageCache.forget(log);
                seek.add((long) show(any()));
            }
            System.out.println("P4 any frame, " + (forgets ? "cold" : "NOT cold: the cache cannot be dropped here")
                    + "                  " + seek + ": p99 (<= 20 ms)");
        }

        void steps() throws Exception {
            Delays forward = new Delays();
            Delays back = new Delays();
            int middle = reader.index().frames() / 2;
            for (int i = 0; i < SEEKS; i++) {
                forward.add((long) show(middle + i));
            }
            for (int i = SEEKS; i > 0; i--) {
                back.add((long) show(middle + i));
            }
            System.out.println("P4 step forward, nothing decoded ahead  " + forward);
            System.out.printf(Locale.ROOT, "P4 step back, nothing decoded ahead     %s: p50 ratio %.2f (1 = as fast)%n",
                    back, back.at(0.5) / forward.at(0.5));
        }
    }
}
