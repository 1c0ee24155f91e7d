package org.labreel.ui.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.labreel.export.Preset;
import org.labreel.export.ExportRequest.Range;
import org.labreel.model.Board;

/**
 * What is to become a clip.
 *
 * @param board
 *            to burn in, when one is known
 * @param duration
 *            from the first to the last frame of the range
 */
record ExportSubject(Range range, Optional<Board> board, Duration duration) {
    /** Below this a film no longer looks like one. */
    private static final double SMOOTH_FPS = 15;

    int frames() {
        return range.last() - range.first() + 1;
    }

    String title() {
        return String.valueOf(range.log().getFileName());
    }

    String summary() {
        double seconds = duration.toMillis() / 1000.0;
        String frames = frames() == 1
                ? "Frame " + range.first()
                : "Frames " + range.first() + " to " + range.last() + ", both included";
        return frames + " · " + frames() + (frames() == 1 ? " frame" : " frames")
                + String.format(Locale.ROOT, " · %.2f s", seconds);
    }

    /** A word when the range holds few frames a second; none are ever invented. */
    Optional<String> warning() {
        double seconds = duration.toMillis() / 1000.0;
        double fps = seconds > 0 ? (frames() - 1) / seconds : Double.POSITIVE_INFINITY;
        return fps < SMOOTH_FPS
                ? Optional.of(String.format(Locale.ROOT,
                        "This range has %.1f frames per second, so the clip will look jerky. No frames are invented.",
                        fps))
                : Optional.empty();
    }

    /** Beside the log, named after it and the range. */
    Path suggestion(Preset preset) {
        String stem = title().replaceFirst("\\.[^.]{1,5}$", "") + "-frames-" + range.first() + "-" + range.last();
        return range.log().toAbsolutePath().resolveSibling(stem + ending(preset));
    }

    /** Stills go into a folder. */
    static String ending(Preset preset) {
        return switch (preset) {
            case PAPER, FULL, LOSSLESS -> ".mp4";
            case STILLS -> "";
        };
    }
}
