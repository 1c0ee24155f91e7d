package org.labreel.bench;

import java.util.SplittableRandom;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;

/** Frames like those of a laboratory camera: soft shapes, edges and sensor noise. */
final class TestPictures {
    private TestPictures() {
    }

    /** A picture; more {@code noise} (0 to 100) makes its JPEG larger. */
    static Picture picture(int width, int height, double noise, long seed) {
        return picture(width, height, noise, seed, seed);
    }

    /** As above, with noise of its own. */
    static Picture picture(int width, int height, double noise, long seed, long noiseSeed) {
        Picture picture = new Picture(width, height);
        byte[] pixels = picture.pixels().array();
        SplittableRandom random = new SplittableRandom(noiseSeed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 4;
                boolean copper = x / 40 % 2 == y / 40 % 2;
                double light = 0.6 + 0.4 * Math.sin(x * 0.004 + seed) * Math.cos(y * 0.005);
                int grain = (int) Math.round(random.nextDouble(-noise, Math.nextUp(noise)));
                pixels[at] = clamp((copper ? 60 : 90) * light + grain);
                pixels[at + 1] = clamp((copper ? 140 : 70) * light + grain);
                pixels[at + 2] = clamp((copper ? 200 : 40) * light + grain);
                pixels[at + 3] = (byte) 255;
            }
        }
        return picture;
    }

    /** A JPEG of about {@code bytes} bytes. */
    static Bytes jpeg(int width, int height, int bytes, long seed) throws PictureException {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            Bytes best = Bytes.EMPTY;
            for (double noise = 0; noise <= 100; noise += 0.5) {
                best = encoder.jpeg(picture(width, height, noise, seed), 85);
                if (best.length() >= bytes) {
                    break;
                }
            }
            return best;
        }
    }

    private static byte clamp(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
