package org.labreel.export;

import org.labreel.picture.Picture;
import org.labreel.picture.YuvPicture;

/** Painted pictures to what encoders take. One thread at a time. */
interface ToYuv extends AutoCloseable {
    /** Both of the size that it was made for. */
    void convert(Picture picture, YuvPicture target);

    @Override
    void close();
}
