package org.labreel.export;

import org.labreel.picture.Picture;

/**
 * The three planes of a 4:2:0 picture in limited range with the coefficients of ITU-R BT.709, in fixed point. Each
 * chroma value is the mean of its four pixels.
 */
final class YuvPlanes {
    private static final int BITS = 15;
    private static final int HALF = 1 << (BITS - 1);
    private static final int[] LUMA = coefficients(219.0 / 255, 0.2126, 0.7152, 0.0722);
    private static final int[] BLUE = coefficients(224.0 / 255 / 1.8556, -0.2126, -0.7152, 1 - 0.0722);
    private static final int[] RED = coefficients(224.0 / 255 / 1.5748, 1 - 0.2126, -0.7152, -0.0722);

    private final int width;
    private final int height;
    private final byte[] luma;
    private final byte[] blue;
    private final byte[] red;

    YuvPlanes(int width, int height) {
        this.width = width;
        this.height = height;
        luma = new byte[width * height];
        blue = new byte[width / 2 * (height / 2)];
        red = new byte[width / 2 * (height / 2)];
    }

    private static int[] coefficients(double scale, double r, double g, double b) {
        double one = scale * (1 << BITS);
        return new int[]{(int) Math.round(r * one), (int) Math.round(g * one), (int) Math.round(b * one)};
    }

    int width(int plane) {
        return plane == 0 ? width : width / 2;
    }

    int height(int plane) {
        return plane == 0 ? height : height / 2;
    }

    byte[] bytes(int plane) {
        return switch (plane) {
            case 0 -> luma;
            case 1 -> blue;
            default -> red;
        };
    }

    void fill(Picture picture) {
        byte[] pixels = picture.pixels().array();
        for (int at = 0, from = 0; at < luma.length; at++, from += 4) {
            luma[at] = (byte) (16 + ((LUMA[2] * (pixels[from] & 0xFF) + LUMA[1] * (pixels[from + 1] & 0xFF)
                    + LUMA[0] * (pixels[from + 2] & 0xFF) + HALF) >> BITS));
        }
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                chroma(pixels, (y * width + x) * 4, y / 2 * (width / 2) + x / 2);
            }
        }
    }

    private void chroma(byte[] pixels, int from, int at) {
        int below = from + width * 4;
        int b = sum(pixels, from, below);
        int g = sum(pixels, from + 1, below + 1);
        int r = sum(pixels, from + 2, below + 2);
        int half = HALF << 2;
        blue[at] = (byte) (128 + ((BLUE[0] * r + BLUE[1] * g + BLUE[2] * b + half) >> (BITS + 2)));
        red[at] = (byte) (128 + ((RED[0] * r + RED[1] * g + RED[2] * b + half) >> (BITS + 2)));
    }

    private static int sum(byte[] pixels, int above, int below) {
        return (pixels[above] & 0xFF) + (pixels[above + 4] & 0xFF) + (pixels[below] & 0xFF)
                + (pixels[below + 4] & 0xFF);
    }
}
