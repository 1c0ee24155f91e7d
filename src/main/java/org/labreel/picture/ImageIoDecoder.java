package org.labreel.picture;

import java.util.Optional;
import org.labreel.model.Bytes;

/** The JDK's decoder: works everywhere, at about half the speed. */
final class ImageIoDecoder implements PictureDecoder {
    private final boolean hugeAtHalf;

    /**
     * @param hugeAtHalf
     *            whether huge pictures come at half their width and height
     */
    ImageIoDecoder(boolean hugeAtHalf) {
        this.hugeAtHalf = hugeAtHalf;
    }

    @Override
    public Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException {
        PictureSize size = PictureSize.read(data);
        return ImageIoPictures.decode(data, size, hugeAtHalf && size.isHuge(), reuse);
    }

    @Override
    public String name() {
        return "ImageIO";
    }

    @Override
    public void close() {
        // Owns nothing.
    }
}
