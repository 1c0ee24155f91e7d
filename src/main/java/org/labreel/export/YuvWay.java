package org.labreel.export;

/** Which way painted pictures take to an encoder. */
final class YuvWay {
    private YuvWay() {
    }

    /** FFmpeg's, or where its library does not load the slower one in Java. */
    static ToYuv best(int width, int height) {
        try {
            return new FFmpegToYuv(width, height);
        } catch (LinkageError _) {
            // Told by the report, which names the encoder.
            return new JavaToYuv();
        }
    }
}
