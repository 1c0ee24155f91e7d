package org.labreel.export;

import java.time.Duration;
import java.time.Instant;

/**
 * One frame of a clip to be.
 *
 * @param range
 *            which of the request's ranges it comes from, counted from 0
 * @param frame
 *            its number in that log, counted from 0
 * @param time
 *            when it happened, by its log
 * @param elapsed
 *            since time zero of its log
 * @param pts
 *            when it is shown, in ticks of {@link ExportPlan#TICKS_PER_SECOND} from the clip's start
 * @param ticks
 *            how long it is shown
 * @param cut
 *            how much time was cut out less than a second of the clip before it; zero for nearly all
 */
record PlannedFrame(int range, int frame, Instant time, Duration elapsed, long pts, long ticks, Duration cut) {
    PlannedFrame shownFor(long newTicks) {
        return new PlannedFrame(range, frame, time, elapsed, pts, newTicks, cut);
    }

    PlannedFrame shownAt(long newPts, long newTicks) {
        return new PlannedFrame(range, frame, time, elapsed, newPts, newTicks, cut);
    }
}
