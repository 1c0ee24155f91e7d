package org.labreel.ui.export;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.labreel.export.ClipOutline;
import org.labreel.export.DamagedFrames;
import org.labreel.export.EncoderKind;
import org.labreel.export.ExportReport;
import org.labreel.export.Gaps;
import org.labreel.export.Overlays.Clock;
import org.labreel.export.Preset;
import org.labreel.export.Rotation;
import org.labreel.ui.kit.Units;

/** What the choices of an export are called, and what came of it. */
final class ExportWords {
    /** Below this a film no longer looks like one. */
    private static final double SMOOTH_FPS = 15;

    private ExportWords() {
    }

    static String preset(Preset preset) {
        return switch (preset) {
            case PAPER -> "Paper";
            case FULL -> "Full size";
            case LOSSLESS -> "Lossless";
            case STILLS -> "Stills";
        };
    }

    static String explain(Preset preset) {
        return switch (preset) {
            case PAPER -> "H.264 of 1280 × 720 at most, no larger than a size you set. Plays everywhere.";
            case FULL -> "H.264 at the size of the frames, visually lossless.";
            case LOSSLESS -> "The camera's own JPEGs in a movie, not encoded again, nothing burnt in. Large.";
            case STILLS -> "A folder with one PNG for each frame, at full size.";
        };
    }

    static String encoder(EncoderKind encoder) {
        return switch (encoder) {
            case FFMPEG -> "FFmpeg";
            case HUMBLE -> "Humble Video (slower)";
        };
    }

    static String damaged(DamagedFrames damaged) {
        return switch (damaged) {
            case MARK -> "Show them, marked";
            case LEAVE_OUT -> "Leave them out";
        };
    }

    static String gaps(Gaps.Policy policy) {
        return switch (policy) {
            case KEEP -> "Keep them as they were";
            case CUT -> "Cut them out";
            case MARK -> "Cut them out, with a mark";
            case SHORTEN -> "Shorten them, with a mark";
        };
    }

    static String clock(Clock clock) {
        return switch (clock) {
            case ELAPSED -> "Elapsed";
            case WALL -> "Date and time";
            case BOTH -> "Both";
        };
    }

    static String rotation(Rotation rotation) {
        return switch (rotation) {
            case NONE -> "Not turned";
            case RIGHT -> "90° clockwise";
            case HALF -> "180°";
            case LEFT -> "90° counter-clockwise";
        };
    }

    static String aspect(Aspect aspect) {
        return switch (aspect) {
            case FREE -> "Any shape";
            case SQUARE -> "1 : 1";
            case FOUR_TO_THREE -> "4 : 3";
            case SIXTEEN_TO_NINE -> "16 : 9";
            case BOARD -> "Board";
        };
    }

    static String size(SizeLimit limit) {
        return switch (limit) {
            case NONE -> "As the preset has it";
            case HD1080 -> "At most 1920 × 1080";
            case HD720 -> "At most 1280 × 720";
            case VGA -> "At most 640 × 480";
            case PERCENT -> "A percentage";
            case BOX -> "Fit into a box";
        };
    }

    /** "43 frames · 2.00 s · 960 × 720 pixels · 21.5 frames/s". */
    static String outline(ClipOutline outline, boolean stills) {
        String frames = Units.count(outline.frames()) + (outline.frames() == 1 ? " frame" : " frames");
        String size = outline.width() + " × " + outline.height() + " pixels";
        return stills
                ? frames + " · " + size
                : frames + " · " + seconds(outline.duration()) + " · " + size
                        + String.format(Locale.ROOT, " · %.1f frames/s", outline.fps());
    }

    static String seconds(Duration duration) {
        return duration.toMillis() < 60_000
                ? String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0)
                : Units.elapsed(duration);
    }

    /** How large the file may become. */
    static String bound(Preset preset, long bytes) {
        return switch (preset) {
            case PAPER, FULL -> bytes > 0 ? "at most " + Units.bytes(bytes) : "size not bounded";
            case LOSSLESS -> "as large as its part of the log";
            case STILLS -> "size not bounded";
        };
    }

    /** A word when few frames a second are shown; none are ever invented. */
    static Optional<String> warning(ClipOutline outline) {
        return outline.frames() > 1 && outline.fps() < SMOOTH_FPS
                ? Optional.of(String.format(Locale.ROOT,
                        "The clip shows %.1f frames per second and will look jerky. No frames are invented.",
                        outline.fps()))
                : Optional.empty();
    }

    static String report(ExportReport report) {
        String text = report.frames() + (report.frames() == 1 ? " frame · " : " frames · ")
                + seconds(report.duration()) + " · " + Units.bytes(report.bytes()) + " · " + report.encoder();
        return report.damagedFrames() == 0 ? text : text + " · " + report.damagedFrames() + " damaged";
    }

    static String remaining(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 60 ? "about " + seconds + " s left" : "about " + (seconds + 30) / 60 + " min left";
    }
}
