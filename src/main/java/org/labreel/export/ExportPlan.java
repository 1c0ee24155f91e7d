package org.labreel.export;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.labreel.log.LogIndex;

/**
 * Which frames a clip has and when each is shown. Pure: needs only indexes.
 *
 * @param ticks
 *            length of the clip, the last frame included
 * @param shifted
 *            frames put 1 ms after the one before because they were not later
 */
record ExportPlan(List<PlannedFrame> frames, long ticks, int shifted, List<String> notes) {
    /** Fine enough for 1 ms and coarse enough for hours in the 32-bit fields of an MP4. */
    static final int TICKS_PER_SECOND = 90_000;

    ExportPlan {
        frames = List.copyOf(frames);
        notes = List.copyOf(notes);
    }

    /**
     * @param indexes
     *            the index of each range's log, in the order of the ranges
     * @throws IOException
     *             in the operator's words when these frames cannot become a clip
     */
    static ExportPlan of(ExportRequest request, List<LogIndex> indexes) throws IOException {
        Planner planner = new Planner(request.speed(), request.gaps());
        for (int i = 0; i < request.ranges().size(); i++) {
            planner.add(i, request.ranges().get(i), indexes.get(i));
        }
        return planner.plan();
    }

    /** Mean number of frames in a second of the clip, within what encoders take. */
    double fps() {
        return Math.clamp((double) frames.size() * TICKS_PER_SECOND / ticks, 0.1, 1000);
    }

    Duration duration() {
        return Duration.ofNanos(Math.round(ticks * 1e9 / TICKS_PER_SECOND));
    }
}
