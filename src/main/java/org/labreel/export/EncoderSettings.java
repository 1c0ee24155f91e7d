package org.labreel.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a clip is to be encoded.
 *
 * @param width
 *            pixels, even
 * @param height
 *            pixels, even
 * @param fps
 *            about how many frames a second has: x264 names a level by it, each frame still has a time of its own
 * @param preset
 *            x264's name for how much time to spend
 * @param crf
 *            x264's constant quality, used unless there is a bit rate
 * @param bitsPerSecond
 *            mean bit rate to meet; 0 = by quality
 * @param pass
 *            0 = one pass only, 1 = also note statistics, 2 = use them
 * @param statistics
 *            where the passes note them
 * @param threads
 *            of x264; fixes the result bit for bit
 */
record EncoderSettings(Path file, int width, int height, double fps, String preset, double crf, long bitsPerSecond,
        int pass,
        Optional<Path> statistics, int threads) {
    /** Old and new versions name these differently; the numbers (ITU-T H.273 for BT.709) are the same. */
    private static final String BT709 = "1";
    private static final String LIMITED = "1";

    static EncoderSettings constantQuality(Path file, int width, int height, double fps, String preset, double crf) {
        return new EncoderSettings(file, width, height, fps, preset, crf, 0, 0, Optional.empty(), usualThreads());
    }

    /** As many as x264 itself would take: half as many again as there are processors, since some wait for others. */
    static int usualThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() * 3 / 2);
    }

    EncoderSettings firstPass(Path notes) {
        return new EncoderSettings(file, width, height, fps, preset, crf, 0, 1, Optional.of(notes), threads);
    }

    EncoderSettings secondPass(Path notes, long bits) {
        return new EncoderSettings(file, width, height, fps, preset, crf, bits, 2, Optional.of(notes), threads);
    }

    /**
     * The encoder's options by the names that FFmpeg's x264 wrapper gives them, old and new. Colours are BT.709 in
     * limited range and say so. The first pass is a full one, since its result is kept when it fits.
     */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("preset", preset);
        options.put("threads", Integer.toString(threads));
        options.put("x264-params", String.format(Locale.ROOT, "fps=%d/1000", Math.round(fps * 1000)));
        options.put("g", "120");
        // Without B-frames pictures are stored in the order they are shown, so each keeps exactly its own duration.
        options.put("bf", "0");
        options.put("color_range", LIMITED);
        options.put("colorspace", BT709);
        options.put("color_primaries", BT709);
        options.put("color_trc", BT709);
        if (bitsPerSecond > 0) {
            options.put("b", Long.toString(bitsPerSecond));
        } else {
            options.put("crf", Double.toString(crf));
        }
        if (pass == 1) {
            options.put("fastfirstpass", "0");
        }
        statistics.ifPresent(path -> options.put("stats", path.toString()));
        return options;
    }
}
