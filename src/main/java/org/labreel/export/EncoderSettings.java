package org.labreel.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param frames
 *            how many there are at most
 * @param constant
 *            whether all are shown for the same time
 * @param reorders
 *            whether pictures may be stored in another order than they are shown in (B-frames)
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
 * @param ticks
 *            length of the clip, where the last chapter ends
 */
record EncoderSettings(Path file, int width, int height, double fps, int frames, boolean constant, boolean reorders,
        String preset, double crf, long bitsPerSecond, int pass, Optional<Path> statistics, int threads,
        List<Chapter> chapters, long ticks) {
    /** Between two frames there must be room for the times at which those shown after them are decoded. */
    private static final long ROOM_TICKS = 16;
    private static final String VISUALLY_LOSSLESS = "veryfast";
    private static final double VISUALLY_LOSSLESS_CRF = 18;
    /** Old and new versions name these differently; the numbers of ITU-T H.273 are the same. */
    private static final String BT709 = "1";
    private static final String BT601 = "6";
    private static final String LIMITED = "1";

    EncoderSettings {
        chapters = List.copyOf(chapters);
    }

    static EncoderSettings constantQuality(Path file, int width, int height, double fps, String preset, double crf) {
        return new EncoderSettings(file, width, height, fps, Integer.MAX_VALUE, false, true, preset, crf, 0, 0,
                Optional.empty(), usualThreads(), List.of(), 0);
    }

    static EncoderSettings of(ExportRequest request, ExportPlan plan, Layout layout, Path file) {
        ClipSettings settings = request.settings();
        boolean room = plan.frames().stream().allMatch(frame -> frame.ticks() >= ROOM_TICKS);
        return new EncoderSettings(file, layout.width(), layout.height(), plan.fps(), plan.frames().size(),
                plan.constant(), room, VISUALLY_LOSSLESS, VISUALLY_LOSSLESS_CRF, 0, 0, Optional.empty(),
                threads(settings),
                settings.chapters() ? plan.chapters() : List.of(), plan.ticks());
    }

    /** As many as were chosen, or as fit this computer. */
    static int threads(ClipSettings settings) {
        return settings.threads() > 0 ? settings.threads() : usualThreads();
    }

    /** As many as x264 itself would take: half as many again as there are processors, since some wait for others. */
    static int usualThreads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() * 3L / 2, 1, ClipSettings.MOST_THREADS);
    }

    EncoderSettings withFrames(int count) {
        return new EncoderSettings(file, width, height, fps, count, constant, reorders, preset, crf, bitsPerSecond,
                pass, statistics, threads, chapters, ticks);
    }

    EncoderSettings withQuality(String nextPreset, double nextCrf) {
        return new EncoderSettings(file, width, height, fps, frames, constant, reorders, nextPreset, nextCrf, 0, pass,
                statistics, threads, chapters, ticks);
    }

    EncoderSettings into(Path to) {
        return new EncoderSettings(to, width, height, fps, frames, constant, reorders, preset, crf, bitsPerSecond, pass,
                statistics, threads, chapters, ticks);
    }

    EncoderSettings firstPass(Path notes) {
        return new EncoderSettings(file, width, height, fps, frames, constant, reorders, preset, crf, 0, 1,
                Optional.of(notes), threads, chapters, ticks);
    }

    EncoderSettings secondPass(Path notes, long bits, Path to) {
        return new EncoderSettings(to, width, height, fps, frames, constant, reorders, preset, crf, bits, 2,
                Optional.of(notes), threads, chapters, ticks);
    }

    /** Whether the order is to be kept at this picture: the last two stay in place, so that the last ends the clip. */
    boolean keepsPlace(int picture) {
        return picture >= frames - 2;
    }

    /**
     * The encoder's options by the names that FFmpeg's x264 wrapper gives them, old and new. Colours keep the
     * coefficients that JPEG has, in limited range, and say so. The first pass is a full one, since its result is kept
     * when it fits.
     */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("preset", preset);
        options.put("threads", Integer.toString(threads));
        options.put("x264-params", String.format(Locale.ROOT, "fps=%d/1000", Math.round(fps * 1000)));
        options.put("g", "120");
        if (!reorders) {
            options.put("bf", "0");
        }
        options.put("color_range", LIMITED);
        options.put("colorspace", BT601);
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
