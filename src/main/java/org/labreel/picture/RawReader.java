package org.labreel.picture;

import java.util.Optional;

/**
 * A camera's pixels to BGRA. Half-size colour planes are repeated, not smoothed, as FFmpeg's converter does at equal
 * size; of 16 bits the upper 8 are shown. Transparency is left out.
 */
public final class RawReader {
    /** 255/219 and the coefficients of BT.601 times 255/224, in 65536ths. */
    private static final int LUMA = 76_309;
    private static final int RED_OF_V = 104_597;
    private static final int GREEN_OF_U = 25_675;
    private static final int GREEN_OF_V = 53_279;
    private static final int BLUE_OF_U = 132_201;
    private static final int HALF = 1 << 15;

    private RawReader() {
    }

    /**
     * @param reuse
     *            a picture to overwrite if its size fits
     */
    public static Picture picture(RawPicture raw, Optional<Picture> reuse) {
        Picture out = reuse.filter(p -> p.width() == raw.widthPx() && p.height() == raw.heightPx())
                .orElseGet(() -> new Picture(raw.widthPx(), raw.heightPx()));
        byte[] bgra = out.pixels().array();
        raw.data().read((in, offset, _) -> {
            for (int y = 0; y < raw.heightPx(); y++) {
                row(raw, in, offset, y, bgra);
            }
            return out;
        });
        out.setDamage(Optional.empty());
        return out;
    }

    private static void row(RawPicture raw, byte[] in, int offset, int y, byte[] bgra) {
        int width = raw.widthPx();
        int from = offset + raw.rowStart(0, y);
        int to = y * width * 4;
        switch (raw.format()) {
            case GRAY -> gray(in, from, 1, bgra, to, width);
            case GRAY16LE -> gray(in, from + 1, 2, bgra, to, width);
            case RGB24 -> colours(in, from, 3, 2, bgra, to, width);
            case BGR24 -> colours(in, from, 3, 0, bgra, to, width);
            case RGBA -> colours(in, from, 4, 2, bgra, to, width);
            case BGRA -> colours(in, from, 4, 0, bgra, to, width);
            case RGB565LE -> sixteenBits(in, from, bgra, to, width);
            case YUV420P -> yuv(in, from, offset + raw.rowStart(1, y >> 1), offset + raw.rowStart(2, y >> 1), 1, bgra,
                    to, width);
            case YUV444P -> yuv(in, from, offset + raw.rowStart(1, y), offset + raw.rowStart(2, y), 0, bgra, to, width);
        }
    }

    private static void gray(byte[] in, int from, int step, byte[] bgra, int to, int width) {
        for (int x = 0, at = to; x < width; x++, at += 4) {
            byte value = in[from + x * step];
            bgra[at] = value;
            bgra[at + 1] = value;
            bgra[at + 2] = value;
            bgra[at + 3] = -1;
        }
    }

    /**
     * @param blue
     *            where in a pixel blue stands: 0, or 2 when red stands first
     */
    private static void colours(byte[] in, int from, int step, int blue, byte[] bgra, int to, int width) {
        for (int x = 0, at = to, pixel = from; x < width; x++, at += 4, pixel += step) {
            bgra[at] = in[pixel + blue];
            bgra[at + 1] = in[pixel + 1];
            bgra[at + 2] = in[pixel + 2 - blue];
            bgra[at + 3] = -1;
        }
    }

    private static void sixteenBits(byte[] in, int from, byte[] bgra, int to, int width) {
        for (int x = 0, at = to; x < width; x++, at += 4) {
            int value = (in[from + 2 * x] & 0xFF) | (in[from + 2 * x + 1] & 0xFF) << 8;
            int blue = value & 0x1F;
            int green = value >> 5 & 0x3F;
            int red = value >> 11;
            // The upper bits are repeated below, so that the brightest value is white.
            bgra[at] = (byte) (blue << 3 | blue >> 2);
            bgra[at + 1] = (byte) (green << 2 | green >> 4);
            bgra[at + 2] = (byte) (red << 3 | red >> 2);
            bgra[at + 3] = -1;
        }
    }

    private static void yuv(byte[] in, int luma, int blues, int reds, int halved, byte[] bgra, int to, int width) {
        for (int x = 0, at = to; x < width; x++, at += 4) {
            int y = ((in[luma + x] & 0xFF) - 16) * LUMA + HALF;
            int u = (in[blues + (x >> halved)] & 0xFF) - 128;
            int v = (in[reds + (x >> halved)] & 0xFF) - 128;
            bgra[at] = clamped(y + u * BLUE_OF_U);
            bgra[at + 1] = clamped(y - u * GREEN_OF_U - v * GREEN_OF_V);
            bgra[at + 2] = clamped(y + v * RED_OF_V);
            bgra[at + 3] = -1;
        }
    }

    private static byte clamped(int value) {
        int whole = value >> 16;
        // One test tells nearly all values apart from those that need the slow way.
        return (byte) ((whole & ~0xFF) == 0 ? whole : whole < 0 ? 0 : 255);
    }
}
