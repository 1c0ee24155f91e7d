package org.labreel.export;

import io.humble.video.Codec;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The encoder that a clip is made with.
 *
 * @param note
 *            why it is not the one that was asked for
 */
record EncoderChoice(EncoderKind kind, Optional<String> note) {
    /** The wanted one, or the other where the library of the wanted one does not load. */
    static EncoderChoice of(EncoderKind wanted) throws IOException {
        if (loads(wanted)) {
            return new EncoderChoice(wanted, Optional.empty());
        }
        EncoderKind other = wanted == EncoderKind.FFMPEG ? EncoderKind.HUMBLE : EncoderKind.FFMPEG;
        if (!loads(other)) {
            throw new IOException("Neither FFmpeg's library nor Humble Video loads on this computer, so no clip can be"
                    + " encoded. Stills can be exported all the same.");
        }
        return new EncoderChoice(other, Optional.of(
                name(wanted) + " does not load on this computer; " + name(other) + " encoded the clip instead."));
    }

    static boolean loads(EncoderKind kind) {
        try {
            return switch (kind) {
                case FFMPEG -> avcodec.avcodec_find_encoder_by_name("libx264") != null;
                case HUMBLE -> Codec.findEncodingCodecByName("libx264") != null;
            };
        } catch (LinkageError _) {
            // Told to the operator by the note, or by the failure when the other does not load either.
            return false;
        }
    }

    ClipEncoder open(EncoderSettings settings) throws IOException {
        return switch (kind) {
            case FFMPEG -> new FFmpegClip(settings);
            case HUMBLE -> new HumbleClip(settings);
        };
    }

    String name() {
        return name(kind);
    }

    /** Name and version: another version may give other bits. */
    String version() {
        return switch (kind) {
            case FFMPEG -> name() + " " + avutil.av_version_info().getString();
            case HUMBLE -> name();
        };
    }

    private static String name(EncoderKind kind) {
        return switch (kind) {
            case FFMPEG -> "FFmpeg";
            case HUMBLE -> "Humble Video";
        };
    }
}
