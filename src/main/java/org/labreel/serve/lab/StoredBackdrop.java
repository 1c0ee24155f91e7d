package org.labreel.serve.lab;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.labreel.model.Bytes;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does not move, as it was painted before, for frames of the usual size: painting it takes half of what the demo's
 * camera costs until its first frame.
 */
final class StoredBackdrop {
    static final int WIDTH = 1024;
    static final int HEIGHT = 768;
    static final String NAME = "backdrop.jpg";
    private static final Logger LOG = LoggerFactory.getLogger(StoredBackdrop.class);

    private StoredBackdrop() {
    }

    /** Blue, green, red, alpha, row by row; empty when it is to be painted. */
    static Optional<byte[]> of(int width, int height) {
        if (width != WIDTH || height != HEIGHT) {
            return Optional.empty();
        }
        try (InputStream in = StoredBackdrop.class.getResourceAsStream(NAME);
                PictureDecoder decoder = PictureDecoder.best()) {
            if (in == null) {
                return Optional.empty();
            }
            Picture picture = decoder.decode(Bytes.wrap(in.readAllBytes()), Optional.empty());
            return Optional.of(picture.pixels().array());
        } catch (IOException e) {
            LOG.warn("the demo's backdrop is painted anew: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
