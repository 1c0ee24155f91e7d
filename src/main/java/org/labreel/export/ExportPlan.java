package org.labreel.export;

import java.time.Duration;
import java.util.List;

/**
 * Which frames a clip has and when each is shown. Pure: needs only indexes.
 *
 * @param ticks
 *            length of the clip, the last frame included
 * @param shifted
 *            frames put 1 ms after the one before because they were not later
 * @param constant
 *            whether every frame is shown for the same time
 * @param chapters
 *            the marked moments in order
 */
record ExportPlan(List<PlannedFrame> frames, long ticks, int shifted, boolean constant, List<Chapter> chapters,
        List<String> notes) {
    /** Fine enough for 1 ms and coarse enough for hours in the 32-bit fields of an MP4. */
    static final int TICKS_PER_SECOND = 90_000;

    ExportPlan {
        frames = List.copyOf(frames);
        chapters = List.copyOf(chapters);
        notes = List.copyOf(notes);
    }

    /** Mean number of frames in a second of the clip, within what encoders take. */
    double fps() {
        return Math.clamp((double) frames.size() * TICKS_PER_SECOND / ticks, 0.1, 1000);
    }

    Duration duration() {
        return Duration.ofNanos(Math.round(ticks * 1e9 / TICKS_PER_SECOND));
    }
}
