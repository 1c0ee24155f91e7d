package org.labreel.picture;

import org.labreel.model.Bytes;

/** BGRA to the pixels of a camera: the other way of {@link RawReader}. Rows have no padding. */
public final class RawWriter {
    private static final int HALF = 1 << 15;

    private RawWriter() {
    }

    public static RawPicture raw(Picture picture, PixelFormat format) {
        int width = picture.width();
        int height = picture.height();
        int bytes = 0;
        for (int plane = 0; plane < format.planes(); plane++) {
            bytes += format.rowBytes(plane, width) * format.rows(plane, height);
        }
        byte[] out = new byte[bytes];
        byte[] bgra = picture.pixels().array();
        switch (format) {
            case GRAY, GRAY16LE, RGB24, BGR24, RGBA, BGRA, RGB565LE -> packed(bgra, out, format);
            case YUV420P, YUV444P -> yuv(bgra, out, width, height, format == PixelFormat.YUV420P ? 1 : 0);
        }
        return RawPicture.packed(format, width, height, Bytes.wrap(out));
    }

    private static void packed(byte[] bgra, byte[] out, PixelFormat format) {
        int step = format.pixelBytes();
        for (int from = 0, to = 0; from < bgra.length; from += 4, to += step) {
            switch (format) {
                case GRAY -> out[to] = (byte) gray(bgra, from);
                case GRAY16LE -> sixteenBits(out, to, gray(bgra, from) * 257);
                case BGR24, BGRA -> System.arraycopy(bgra, from, out, to, step);
                case RGB24, RGBA -> {
                    out[to] = bgra[from + 2];
                    out[to + 1] = bgra[from + 1];
                    out[to + 2] = bgra[from];
                    if (step == 4) {
                        out[to + 3] = bgra[from + 3];
                    }
                }
                case RGB565LE -> sixteenBits(out, to, nearest(bgra[from + 2], 31) << 11
                        | nearest(bgra[from + 1], 63) << 5 | nearest(bgra[from], 31));
                case YUV420P, YUV444P -> throw new IllegalArgumentException("colours in planes of their own");
            }
        }
    }

    /** Of so many steps above black the one that is nearest. */
    private static int nearest(byte value, int steps) {
        return ((value & 0xFF) * steps + 127) / 255;
    }

    private static void sixteenBits(byte[] out, int to, int value) {
        out[to] = (byte) value;
        out[to + 1] = (byte) (value >> 8);
    }

    /** Brightness by BT.601 in full range. */
    private static int gray(byte[] bgra, int at) {
        return ((bgra[at] & 0xFF) * 7471 + (bgra[at + 1] & 0xFF) * 38_470 + (bgra[at + 2] & 0xFF) * 19_595
                + HALF) >> 16;
    }

    private static void yuv(byte[] bgra, byte[] out, int width, int height, int halved) {
        for (int pixel = 0; pixel < width * height; pixel++) {
            int at = pixel * 4;
            int brightness = (bgra[at] & 0xFF) * 6416 + (bgra[at + 1] & 0xFF) * 33_039
                    + (bgra[at + 2] & 0xFF) * 16_829 + HALF;
            out[pixel] = (byte) (16 + (brightness >> 16));
        }
        int columns = (width + halved) >> halved;
        int rows = (height + halved) >> halved;
        int blues = width * height;
        int reds = blues + columns * rows;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                chroma(bgra, width, height, column << halved, row << halved, 1 << halved, out,
                        blues + row * columns + column, reds + row * columns + column);
            }
        }
    }

    /** The mean colour of a square of pixels, what of it lies in the picture. */
    private static void chroma(byte[] bgra, int width, int height, int left, int top, int side, byte[] out, int blueAt,
            int redAt) {
        int blue = 0;
        int green = 0;
        int red = 0;
        int count = 0;
        for (int y = top; y < Math.min(height, top + side); y++) {
            for (int x = left; x < Math.min(width, left + side); x++, count++) {
                int at = (y * width + x) * 4;
                blue += bgra[at] & 0xFF;
                green += bgra[at + 1] & 0xFF;
                red += bgra[at + 2] & 0xFF;
            }
        }
        out[blueAt] = difference(28_784L * blue - 19_071L * green - 9_713L * red, count);
        out[redAt] = difference(28_784L * red - 24_103L * green - 4_681L * blue, count);
    }

    private static byte difference(long sum, int count) {
        return (byte) (128 + (int) Math.floorDiv(sum + (long) HALF * count, 65_536L * count));
    }
}
