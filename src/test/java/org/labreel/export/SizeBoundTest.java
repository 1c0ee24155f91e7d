package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** A target size is never exceeded, and used where the clip at high quality would not fit, whatever is filmed. */
class SizeBoundTest extends ExportBench {
    private static final long SEED = 20261121;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final long LARGE = 1_000_000_000;

    /** What is filmed. */
    enum Kind {
        /** A board on which nothing moves, with the noise of a camera. */
        STILL(60, 33, 6), NOISE(40, 33, 120),
        /** Nothing for long, then everything at once: the end needs all the bits. */
        SUDDEN(80, 33, 0),
        /** Hours, a frame a minute: hardly a bit a second. */
        LONG(240, 60_000, 10), THREE_FRAMES(3, 100, 60);

        private final int frames;
        private final long millis;
        private final int noise;

        Kind(int frames, long millis, int noise) {
            this.frames = frames;
            this.millis = millis;
            this.noise = noise;
        }

        private int noiseAt(int frame) {
            return this == SUDDEN && frame > frames * 3 / 4 ? 100 : noise;
        }
    }

    @ParameterizedTest
    @EnumSource
    void boundIsNeverExceededAndUsedWhereHighQualityWouldNotFit(Kind kind) throws IOException {
        Path log = film(kind);
        long whole = made(kind, log, LARGE, "whole.mp4");
        for (double part : new double[]{0.9, 0.5, 0.25}) {
            long bound = Math.round(whole * part);
            assertThat(made(kind, log, bound, "bound-" + part + ".mp4"))
                    .as("%s in %d bytes, of %d at high quality", kind, bound, whole)
                    .isBetween(Math.round(bound * 0.9), bound);
        }
        assertThat(made(kind, log, whole, "fits.mp4")).as("what fits stays as it is").isEqualTo(whole);
    }

    private long made(Kind kind, Path log, long bound, String name) throws IOException {
        return new Order(log, kind.frames - 1, name)
                .with(Preset.PAPER, Set.of(), Optional.empty(), bound, Optional.empty()).run().bytes();
    }

    private Path film(Kind kind) throws IOException {
        TestLog log = new TestLog();
        Random random = new Random(SEED);
        try (PictureEncoder encoder = PictureEncoder.best()) {
            for (int frame = 0; frame < kind.frames; frame++) {
                log.frame(frame * kind.millis, encoder.jpeg(picture(random, kind.noiseAt(frame), frame), 90));
            }
        }
        return log.write(folder.resolve("film.bin"));
    }

    /** Bars, a drop that wanders over them, and noise. */
    private static Picture picture(Random random, int noise, int frame) {
        Picture picture = Scenes.bars(WIDTH, HEIGHT, 0);
        byte[] pixels = picture.pixels().array();
        int left = frame % (WIDTH - 16);
        for (int y = 40; y < 56; y++) {
            Arrays.fill(pixels, (y * WIDTH + left) * 4, (y * WIDTH + left + 16) * 4, (byte) 200);
        }
        for (int i = 0; i < pixels.length && noise > 0; i++) {
            pixels[i] = (byte) Math.clamp((pixels[i] & 0xff) + random.nextInt(-noise, noise + 1), 0, 255);
        }
        return picture;
    }
}
