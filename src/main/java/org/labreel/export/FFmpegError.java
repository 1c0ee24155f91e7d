package org.labreel.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's error numbers in the operator's words. */
final class FFmpegError {
    private static final int NO_SPACE = -28;
    private static final int NO_PERMISSION = -13;
    private static final int IO = -5;
    private static final int READ_ONLY = -30;
    private static final int TOO_LARGE = -27;

    private FFmpegError() {
    }

    /** @return {@code result}, when it is no error */
    static int check(int result, String doing) throws IOException {
        if (result >= 0) {
            return result;
        }
        throw new IOException(switch (result) {
            case NO_SPACE -> DISK_FULL;
            case NO_PERMISSION, READ_ONLY -> "The target folder cannot be written to. Choose another.";
            case TOO_LARGE -> "The clip is larger than the target disk allows for one file. Choose another disk.";
            case IO -> "The target disk reports an error. Choose another disk.";
            default -> doing + " failed (FFmpeg says: " + text(result) + ").";
        });
    }

    static final String DISK_FULL = "The target disk is full. Nothing of the clip was kept: make room or choose another disk, and export again.";

    private static String text(int result) {
        byte[] buffer = new byte[128];
        if (avutil.av_strerror(result, buffer, buffer.length) < 0) {
            return "error " + result;
        }
        int length = 0;
        while (length < buffer.length && buffer[length] != 0) {
            length++;
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}
