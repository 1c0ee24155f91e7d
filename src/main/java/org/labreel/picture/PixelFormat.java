package org.labreel.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How cameras lay out pixels that are not compressed, by FFmpeg's names. The yuv formats have limited range (16 to 235,
 * 16 to 240) and the coefficients of ITU-R BT.601; all others have full range, as FFmpeg takes them.
 */
public enum PixelFormat {
    GRAY(1), GRAY16LE(2), RGB24(3), BGR24(3), RGBA(4), BGRA(4), YUV420P(0), YUV444P(0), RGB565LE(2);

    /** Bytes of a pixel where all lie in one plane, else 0. */
    private final int pixelBytes;

    PixelFormat(int pixelBytes) {
        this.pixelBytes = pixelBytes;
    }

    /** As FFmpeg calls it: "yuv420p". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PixelFormat> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public int planes() {
        return pixelBytes == 0 ? 3 : 1;
    }

    int pixelBytes() {
        return pixelBytes;
    }

    /** Bytes of a row of a plane, without padding; an odd width rounds up. */
    public int rowBytes(int plane, int widthPx) {
        return pixelBytes == 0 ? (widthPx + halved(plane)) >> halved(plane) : Math.multiplyExact(widthPx, pixelBytes);
    }

    /** Rows of a plane; an odd height rounds up. */
    public int rows(int plane, int heightPx) {
        return (heightPx + halved(plane)) >> halved(plane);
    }

    /** 1 where a plane has half the width and height of the picture. */
    private int halved(int plane) {
        return this == YUV420P && plane > 0 ? 1 : 0;
    }
}
