package org.labreel.serve.pi;

import org.labreel.feed.pi.PiProtocol;
import org.labreel.picture.Picture;

/** Makes the small picture that clients see: within the bounds of a preview, its proportions kept. */
final class PreviewPicture {
    private static final int CHANNELS = 4;

    private PreviewPicture() {
    }

    /**
     * @param degrees
     *            0, 90, 180 or 270, clockwise, after it was made small
     */
    static Picture of(Picture picture, int degrees, PreviewTone tone) {
        Picture small = shrunk(picture);
        byte[] table = tone.table();
        byte[] pixels = small.pixels().array();
        for (int i = 0; i < pixels.length; i++) {
            if (i % CHANNELS != CHANNELS - 1) {
                pixels[i] = table[pixels[i] & 255];
            }
        }
        return turned(small, degrees);
    }

    /** Each pixel is the mean of those that it stands for; a small picture stays as it is. */
    private static Picture shrunk(Picture picture) {
        double scale = Math.min(1, (double) PiProtocol.PREVIEW_PIXELS / Math.max(picture.width(), picture.height()));
        Picture out = new Picture((int) Math.max(1, Math.round(picture.width() * scale)),
                (int) Math.max(1, Math.round(picture.height() * scale)));
        int[] columns = edges(picture.width(), out.width());
        int[] rows = edges(picture.height(), out.height());
        byte[] from = picture.pixels().array();
        byte[] to = out.pixels().array();
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                mean(from, picture.width(), columns[x], columns[x + 1], rows[y], rows[y + 1], to,
                        (y * out.width() + x) * CHANNELS);
            }
        }
        return out;
    }

    private static int[] edges(int from, int to) {
        int[] edges = new int[to + 1];
        for (int i = 0; i <= to; i++) {
            edges[i] = (int) ((long) i * from / to);
        }
        return edges;
    }

    private static void mean(byte[] from, int width, int left, int right, int top, int bottom, byte[] to, int at) {
        int blue = 0;
        int green = 0;
        int red = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = (y * width + left) * CHANNELS; i < (y * width + right) * CHANNELS; i += CHANNELS) {
                blue += from[i] & 255;
                green += from[i + 1] & 255;
                red += from[i + 2] & 255;
            }
        }
        int count = (right - left) * (bottom - top);
        to[at] = (byte) (blue / count);
        to[at + 1] = (byte) (green / count);
        to[at + 2] = (byte) (red / count);
        to[at + 3] = (byte) 255;
    }

    private static Picture turned(Picture picture, int degrees) {
        if (degrees == 0) {
            return picture;
        }
        int width = picture.width();
        int height = picture.height();
        boolean lying = degrees == 180;
        Picture out = lying ? new Picture(width, height) : new Picture(height, width);
        byte[] from = picture.pixels().array();
        byte[] to = out.pixels().array();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int toX = lying ? width - 1 - x : degrees == 90 ? height - 1 - y : y;
                int toY = lying ? height - 1 - y : degrees == 90 ? x : width - 1 - x;
                System.arraycopy(from, (y * width + x) * CHANNELS, to, (toY * out.width() + toX) * CHANNELS, CHANNELS);
            }
        }
        return out;
    }
}
