package org.labreel.picture;

import org.labreel.model.Bytes;

/** Encodes pictures as baseline 4:2:0 JPEG. One thread at a time; owns native memory. */
public interface PictureEncoder extends AutoCloseable {
    /**
     * @param quality
     *            1 to 100 as in libjpeg, 85 is what PurpleDrop sends
     */
    Bytes jpeg(Picture picture, int quality) throws PictureException;

    @Override
    void close();

    /** FFmpeg's encoder, or ImageIO's where FFmpeg's library does not load. */
    static PictureEncoder best() {
        throw new UnsupportedOperationException();
    }

    /** Lossless PNG. */
    static Bytes png(Picture picture) throws PictureException {
        throw new UnsupportedOperationException();
    }
}
