package org.labreel.picture;

import org.labreel.model.Bytes;

/** Width and height in pixels, read from the header of a JPEG or PNG before anything is decoded. */
public record PictureSize(int width, int height) {
    /** Larger pictures are refused before a decoder sees them. */
    public static final long MAX_PIXELS = 64_000_000;

    /**
     * @throws PictureException
     *             when there is no such header, or the picture is empty or over {@link #MAX_PIXELS}
     */
    public static PictureSize read(Bytes data) throws PictureException {
        throw new UnsupportedOperationException();
    }
}
