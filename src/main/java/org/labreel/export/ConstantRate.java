package org.labreel.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A clip with a constant rate out of one with true times: for each moment the nearest frame, none in between. */
final class ConstantRate {
    /** As many frames as a day has at 60 a second; a clip with more was not meant. */
    private static final long MOST_FRAMES = 24L * 3600 * 60;

    private final double fps;
    private final List<PlannedFrame> from;
    private final long end;
    private final List<PlannedFrame> frames = new ArrayList<>();
    private int shown;

    ConstantRate(double fps, List<PlannedFrame> from, long end) {
        this.fps = fps;
        this.from = from;
        this.end = end;
    }

    /** Whether so many frames can be handled. */
    boolean isTooMuch() {
        return end * fps / ExportPlan.TICKS_PER_SECOND > MOST_FRAMES;
    }

    List<PlannedFrame> frames() {
        int nearest = 0;
        int last = -1;
        long pts = 0;
        for (long k = 0; pts < end; k++) {
            while (nearest + 1 < from.size() && distance(nearest + 1, pts) < distance(nearest, pts)) {
                nearest++;
            }
            long next = Math.round((k + 1) * ExportPlan.TICKS_PER_SECOND / fps);
            frames.add(from.get(nearest).shownAt(pts, next - pts));
            shown += nearest == last ? 0 : 1;
            last = nearest;
            pts = next;
        }
        return frames;
    }

    private long distance(int frame, long pts) {
        return Math.abs(from.get(frame).pts() - pts);
    }

    /** What it took, in words. */
    Optional<String> note() {
        int repeats = frames.size() - shown;
        int missing = from.size() - shown;
        if (repeats == 0 && missing == 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT,
                "For %s frames a second, %s left out and %s a frame of the log again; none is invented.",
                Double.toString(fps).replaceFirst("\\.0$", ""),
                Count.of(missing, "frame of the log is", "frames of the log are"),
                Count.of(repeats, "picture shows", "pictures show")));
    }
}
