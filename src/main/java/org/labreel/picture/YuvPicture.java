package org.labreel.picture;

import java.nio.ByteBuffer;

/**
 * Pixels as video encoders take them: brightness, and two colour differences at half the width and height, in limited
 * range (16 to 235, 16 to 240) with the coefficients of ITU-R BT.601, which are those of JPEG. Outside of the heap, so
 * that native code reads it where it stands. It belongs to one thread at a time.
 */
public final class YuvPicture {
    private static final int ALIGNMENT = 64;

    private final int width;
    private final int height;
    private final int lumaStride;
    private final int chromaStride;
    private final ByteBuffer[] planes = new ByteBuffer[3];

    /**
     * @param width
     *            pixels, even
     * @param height
     *            pixels, even
     */
    public YuvPicture(int width, int height) {
        this.width = width;
        this.height = height;
        lumaStride = aligned(width);
        chromaStride = aligned(width / 2);
        int luma = Math.multiplyExact(lumaStride, height);
        int chroma = chromaStride * (height / 2);
        // Native code may read and write a little past the end of the last row.
        ByteBuffer all = ByteBuffer.allocateDirect(luma + 2 * chroma + 2 * ALIGNMENT).alignedSlice(ALIGNMENT);
        planes[0] = all.slice(0, luma);
        planes[1] = all.slice(luma, chroma);
        planes[2] = all.slice(luma + chroma, chroma);
    }

    private static int aligned(int bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * A plane, position 0; 0 = brightness, 1 = blue difference, 2 = red difference.
     */
    public ByteBuffer plane(int plane) {
        return planes[plane];
    }

    /** Bytes from one row of a plane to the next. */
    public int stride(int plane) {
        return plane == 0 ? lumaStride : chromaStride;
    }

    /** Values in a row of a plane. */
    public int rowLength(int plane) {
        return plane == 0 ? width : width / 2;
    }

    /** Rows of a plane. */
    public int rows(int plane) {
        return plane == 0 ? height : height / 2;
    }
}
