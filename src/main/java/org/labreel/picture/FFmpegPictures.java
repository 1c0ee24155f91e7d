package org.labreel.picture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Bytes;

/** FFmpeg's JPEG decoder; what that refuses and anything but JPEG goes to ImageIO. */
final class FFmpegPictures implements AutoCloseable {
    private final FFmpegJpeg jpeg = new FFmpegJpeg(false);
    private final boolean hugeAtHalf;
    /** Made when the first huge picture comes. */
    private @Nullable FFmpegJpeg half;

    /**
     * @param hugeAtHalf
     *            whether huge pictures come at half their width and height
     */
    FFmpegPictures(boolean hugeAtHalf) {
        this.hugeAtHalf = hugeAtHalf;
    }

    Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException {
        PictureSize size = PictureSize.read(data);
        boolean reduced = hugeAtHalf && size.isHuge();
        if (FFmpegJpeg.takes(data)) {
            Optional<Picture> shown = (reduced ? half() : jpeg).decode(data, size, reuse);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return ImageIoPictures.decode(data, size, reduced, reuse);
    }

    private FFmpegJpeg half() {
        FFmpegJpeg made = half;
        if (made == null) {
            made = new FFmpegJpeg(true);
            half = made;
        }
        return made;
    }

    boolean decode(Bytes data, YuvPicture target) throws PictureException {
        PictureSize size = PictureSize.read(data);
        return size.width() == target.width() && size.height() == target.height() && FFmpegJpeg.takes(data)
                && jpeg.decode(data, target);
    }

    @Override
    public void close() {
        jpeg.close();
        if (half != null) {
            half.close();
        }
    }
}
