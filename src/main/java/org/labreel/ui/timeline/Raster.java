package org.labreel.ui.timeline;

import java.util.Arrays;

/**
 * A picture that lanes are drawn into, pixel by pixel: a signal of thousands of columns is written here in a fraction
 * of the time that as many strokes of a canvas would take. Colours are 0xAARRGGBB; the picture itself is opaque.
 */
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * @param pixels
     *            row by row, drawn into
     */
    Raster(int width, int height, int[] pixels) {
        if (pixels.length < width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels do not fit into " + pixels.length);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** From {@code x0, y0} to {@code x1, y1}, the latter excluded; what lies outside is left out. */
    void fill(int x0, int y0, int x1, int y1, int colour) {
        int left = Math.max(0, x0);
        int right = Math.min(width, x1);
        if (left >= right) {
            return;
        }
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            if (colour >>> 24 == 255) {
                Arrays.fill(pixels, y * width + left, y * width + right, colour);
            } else {
                for (int at = y * width + left; at < y * width + right; at++) {
                    pixels[at] = over(pixels[at], colour, colour >>> 24);
                }
            }
        }
    }

    /** Slanted stripes, one pixel of {@code period} on. */
    void hatch(int x0, int y0, int x1, int y1, int period, int colour) {
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
                if (Math.floorMod(x + y, period) < Math.max(1, period / 4)) {
                    pixels[y * width + x] = over(pixels[y * width + x], colour, colour >>> 24);
                }
            }
        }
    }

    /** An outline of one pixel, dashed. */
    void outline(int x0, int y0, int x1, int y1, int colour) {
        for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
            if (Math.floorMod(x, 6) < 4) {
                fill(x, y0, x + 1, y0 + 1, colour);
                fill(x, y1 - 1, x + 1, y1, colour);
            }
        }
        fill(x0, y0, x0 + 1, y1, colour);
        fill(x1 - 1, y0, x1, y1, colour);
    }

    /** A run of a column between two heights that need not be whole: the pixels at its ends are covered in part. */
    void run(int x, double top, double bottom, int colour) {
        if (x < 0 || x >= width || bottom <= 0 || top >= height) {
            return;
        }
        double from = Math.max(0, top);
        double until = Math.min(height, bottom);
        for (int y = (int) from; y < until; y++) {
            double covered = Math.min(until, y + 1) - Math.max(from, y);
            int at = y * width + x;
            pixels[at] = over(pixels[at], colour, (int) Math.round((colour >>> 24) * covered));
        }
    }

    private static int over(int below, int colour, int alpha) {
        int rest = 255 - alpha;
        int red = ((colour >> 16 & 255) * alpha + (below >> 16 & 255) * rest + 127) / 255;
        int green = ((colour >> 8 & 255) * alpha + (below >> 8 & 255) * rest + 127) / 255;
        int blue = ((colour & 255) * alpha + (below & 255) * rest + 127) / 255;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }
}
