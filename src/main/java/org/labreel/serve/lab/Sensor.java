package org.labreel.serve.lab;

import java.util.Random;
import java.util.random.RandomGenerator;

/** The noise of the camera's sensor and the flicker of the room's light. */
final class Sensor {
    private static final double SIGMA = 1.9;
    private static final int TILE = 1 << 20;
    private static final int VALUES_BITS = 12;
    private static final int VALUES = 1 << VALUES_BITS;
    private static final double FLICKER = 0.006;
    private static final int UNITY = 1024;

    private final byte[] noise = new byte[TILE];
    private final RandomGenerator random = new Random(7);
    private int offset;
    private int gain = UNITY;

    Sensor() {
        // Drawn from a few thousand values: a million logarithms would be seen in the time to the first frame.
        byte[] values = new byte[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = (byte) Math.clamp(Math.rint(SIGMA * random.nextGaussian()), -9, 9);
        }
        int dice = 1;
        for (int i = 0; i < TILE; i++) {
            // Every fourth byte is alpha, which has no noise.
            dice = dice * 1_664_525 + 1_013_904_223;
            noise[i] = i % 4 == 3 ? 0 : values[dice >>> (32 - VALUES_BITS)];
        }
    }

    /** Chooses the noise and the light of the next frame. */
    void next(double seconds) {
        offset = random.nextInt(TILE / 4) * 4;
        gain = (int) Math.rint(UNITY * (1 + FLICKER * Math.sin(seconds * 2 * Math.PI * 1.7)
                + 0.5 * FLICKER * (random.nextDouble() - 0.5)));
    }

    /** Exposes a whole picture. */
    void expose(byte[] light, byte[] picture) {
        int done = 0;
        while (done < light.length) {
            int at = (offset + done) & (TILE - 1);
            int count = Math.min(light.length - done, TILE - at);
            expose(light, picture, done, done + count, at);
            done += count;
        }
    }

    private void expose(byte[] light, byte[] picture, int from, int to, int noiseFrom) {
        for (int i = from; i < to; i++) {
            int value = (((light[i] & 255) * gain) >> 10) + noise[noiseFrom + i - from];
            picture[i] = (byte) Math.max(0, Math.min(255, value));
        }
        for (int i = from | 3; i < to; i += 4) {
            picture[i] = (byte) 255;
        }
    }

    /** Exposes one byte of a picture. */
    byte expose(double value, int index) {
        int exposed = ((int) (value * gain) >> 10) + noise[(offset + index) & (TILE - 1)];
        return (byte) Math.max(0, Math.min(255, exposed));
    }
}
