package org.labreel.picture;

import org.labreel.model.Bytes;
import org.slf4j.LoggerFactory;

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
        try {
            return ffmpeg();
        } catch (LinkageError e) {
            LoggerFactory.getLogger(PictureEncoder.class)
                    .info("FFmpeg's library does not load, pictures are encoded by ImageIO: {}", e.getMessage());
            return imageIo();
        }
    }

    /**
     * @throws LinkageError
     *             where FFmpeg's library does not load
     */
    static PictureEncoder ffmpeg() {
        FFmpegJpegWriter writer = new FFmpegJpegWriter();
        return new PictureEncoder() {
            @Override
            public Bytes jpeg(Picture picture, int quality) throws PictureException {
                return writer.jpeg(picture, quality);
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    /** The JDK's encoder: works everywhere. */
    static PictureEncoder imageIo() {
        return new PictureEncoder() {
            @Override
            public Bytes jpeg(Picture picture, int quality) throws PictureException {
                return ImageIoWriter.jpeg(picture, quality);
            }

            @Override
            public void close() {
                // Owns nothing.
            }
        };
    }

    /** Lossless PNG. */
    static Bytes png(Picture picture) throws PictureException {
        return ImageIoWriter.png(picture);
    }
}
