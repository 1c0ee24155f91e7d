package org.labreel.picture;

import java.util.Optional;
import org.labreel.model.Bytes;

/** Decodes JPEG and PNG. One thread at a time; owns native memory. */
public interface PictureDecoder extends AutoCloseable {
    /**
     * Decodes a picture. A damaged one that still shows something comes back with {@link Picture#damage()} set.
     *
     * @param reuse
     *            a picture to overwrite if its size fits, so that a steady feed allocates nothing
     * @throws PictureException
     *             when nothing can be shown: no picture, too large, or unreadable
     */
    Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException;

    /** Which codec this is, for reports: "FFmpeg" or "ImageIO". */
    String name();

    @Override
    void close();

    /** FFmpeg's decoder, or ImageIO's where FFmpeg's library does not load. */
    static PictureDecoder best() {
        throw new UnsupportedOperationException();
    }
}
