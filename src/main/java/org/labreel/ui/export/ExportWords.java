package org.labreel.ui.export;

import java.time.Duration;
import java.util.Locale;
import org.labreel.export.ExportReport;
import org.labreel.export.EncoderKind;
import org.labreel.export.Preset;

/** What the choices of an export are called, and what came of it. */
final class ExportWords {
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
            case PAPER -> "H.264 of 720 lines at most: small, plays everywhere, good for supplements and slides.";
            case FULL -> "H.264 at the size of the frames.";
            case LOSSLESS -> "The camera's own pictures, not encoded again, with nothing burnt in. Large.";
            case STILLS -> "A folder with one PNG for each frame, at full size.";
        };
    }

    static String encoder(EncoderKind encoder) {
        return switch (encoder) {
            case FFMPEG -> "FFmpeg";
            case HUMBLE -> "Humble Video (slower)";
        };
    }

    static String report(ExportReport report) {
        double seconds = report.duration().toMillis() / 1000.0;
        String text = report.frames() + (report.frames() == 1 ? " frame · " : " frames · ")
                + String.format(Locale.ROOT, "%.2f s · ", seconds) + size(report.bytes()) + " · " + report.encoder();
        return report.damagedFrames() == 0 ? text : text + " · " + report.damagedFrames() + " damaged, marked";
    }

    static String remaining(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 60 ? "about " + seconds + " s left" : "about " + (seconds + 30) / 60 + " min left";
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
