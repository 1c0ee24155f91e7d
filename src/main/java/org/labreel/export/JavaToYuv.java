package org.labreel.export;

import java.nio.ByteBuffer;
import org.labreel.picture.Picture;
import org.labreel.picture.YuvPicture;

/**
 * Full-range BGRA to 4:2:0 in limited range with the coefficients of ITU-R BT.601, in fixed point. Each chroma value is
 * the mean of its four pixels.
 */
final class JavaToYuv implements ToYuv {
    private static final int BITS = 15;
    private static final int HALF = 1 << (BITS - 1);
    private static final int[] LUMA = coefficients(219.0 / 255, 0.299, 0.587, 0.114);
    private static final int[] BLUE = coefficients(224.0 / 255 / 1.772, -0.299, -0.587, 1 - 0.114);
    private static final int[] RED = coefficients(224.0 / 255 / 1.402, 1 - 0.299, -0.587, -0.114);

    private static int[] coefficients(double scale, double r, double g, double b) {
        double one = scale * (1 << BITS);
        return new int[]{(int) Math.round(r * one), (int) Math.round(g * one), (int) Math.round(b * one)};
    }

    @Override
    public void convert(Picture picture, YuvPicture target) {
        byte[] pixels = picture.pixels().array();
        ByteBuffer luma = target.plane(0);
        int from = 0;
        for (int y = 0; y < target.height(); y++) {
            int at = y * target.stride(0);
            for (int x = 0; x < target.width(); x++, from += 4) {
                luma.put(at + x, (byte) (16 + ((LUMA[2] * (pixels[from] & 0xFF) + LUMA[1] * (pixels[from + 1] & 0xFF)
                        + LUMA[0] * (pixels[from + 2] & 0xFF) + HALF) >> BITS)));
            }
        }
        for (int y = 0; y < target.height(); y += 2) {
            for (int x = 0; x < target.width(); x += 2) {
                chroma(pixels, (y * target.width() + x) * 4, target, y / 2 * target.stride(1) + x / 2);
            }
        }
    }

    private static void chroma(byte[] pixels, int from, YuvPicture target, int at) {
        int below = from + target.width() * 4;
        int b = sum(pixels, from, below);
        int g = sum(pixels, from + 1, below + 1);
        int r = sum(pixels, from + 2, below + 2);
        int half = HALF << 2;
        target.plane(1).put(at, (byte) (128 + ((BLUE[0] * r + BLUE[1] * g + BLUE[2] * b + half) >> (BITS + 2))));
        target.plane(2).put(at, (byte) (128 + ((RED[0] * r + RED[1] * g + RED[2] * b + half) >> (BITS + 2))));
    }

    private static int sum(byte[] pixels, int above, int below) {
        return (pixels[above] & 0xFF) + (pixels[above + 4] & 0xFF) + (pixels[below] & 0xFF)
                + (pixels[below + 4] & 0xFF);
    }

    @Override
    public void close() {
        // Owns nothing.
    }
}
