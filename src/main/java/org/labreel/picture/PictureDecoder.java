package org.labreel.picture;

import java.util.Optional;
import java.util.function.Supplier;
import org.labreel.model.Bytes;
import org.slf4j.LoggerFactory;

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

    /**
     * Decodes a whole picture of exactly the target's size to what a video encoder takes, the short way.
     *
     * @return false when there is no short way for it: then {@link #decode} shows it, or says what is wrong
     * @throws PictureException
     *             when the bytes are no picture, or one too large
     */
    default boolean decode(Bytes data, YuvPicture target) throws PictureException {
        return false;
    }

    /** Which codec this is, for reports: "FFmpeg" or "ImageIO". */
    String name();

    @Override
    void close();

    /** FFmpeg's decoder, or ImageIO's where FFmpeg's library does not load. */
    static PictureDecoder best() {
        return best(PictureDecoder::ffmpeg, PictureDecoder::imageIo);
    }

    /**
     * The same for looking at: a picture of more than 16 million pixels comes at half its width and height, so that
     * several of them fit into the heap beside all else. {@link Picture#taken()} tells its own size.
     */
    static PictureDecoder forScreen() {
        return best(() -> ffmpeg(true), () -> imageIo(true));
    }

    private static PictureDecoder best(Supplier<PictureDecoder> first, Supplier<PictureDecoder> second) {
        try {
            return first.get();
        } catch (LinkageError e) {
            LoggerFactory.getLogger(PictureDecoder.class)
                    .info("FFmpeg's library does not load, pictures are decoded by ImageIO: {}", e.getMessage());
            return second.get();
        }
    }

    /**
     * FFmpeg's JPEG decoder; what that refuses and anything but JPEG goes to ImageIO.
     *
     * @throws LinkageError
     *             where FFmpeg's library does not load
     */
    static PictureDecoder ffmpeg() {
        return ffmpeg(false);
    }

    private static PictureDecoder ffmpeg(boolean hugeAtHalf) {
        FFmpegPictures pictures = new FFmpegPictures(hugeAtHalf);
        return new PictureDecoder() {
            @Override
            public Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException {
                return pictures.decode(data, reuse);
            }

            @Override
            public boolean decode(Bytes data, YuvPicture target) throws PictureException {
                return pictures.decode(data, target);
            }

            @Override
            public String name() {
                return "FFmpeg";
            }

            @Override
            public void close() {
                pictures.close();
            }
        };
    }

    /** The JDK's decoder: works everywhere, at about half the speed. */
    static PictureDecoder imageIo() {
        return imageIo(false);
    }

    /**
     * @param hugeAtHalf
     *            as {@link #forScreen()} shows them
     */
    static PictureDecoder imageIo(boolean hugeAtHalf) {
        return new PictureDecoder() {
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
        };
    }
}
