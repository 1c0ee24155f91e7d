package org.labreel.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.labreel.model.Arrival;

/**
 * When the frames of a log arrived here, by the clock that logs of one session share: the monotonic one of the
 * sidecars. A log without arrivals is placed by its own stamps, which is a guess. Unchanging.
 */
public final class FrameArrivals {
    /** Clocks that are further apart than this are those of two runs of the program. */
    private static final long SAME_RUN_NANOS = 1_000_000_000L;
    /** So long after its last frame a log may still be said to reach. */
    private static final long REACH_NANOS = 1_000_000_000L;

    private final long[] nanos;
    private final long firstAhead;
    private final long lastAhead;
    private final boolean guessed;

    /**
     * @param nanos
     *            ascending
     * @param firstAhead
     *            wall clock less {@code nanos} at the first frame
     * @param lastAhead
     *            the same at the last frame
     */
    private FrameArrivals(long[] nanos, long firstAhead, long lastAhead, boolean guessed) {
        this.nanos = nanos;
        this.firstAhead = firstAhead;
        this.lastAhead = lastAhead;
        this.guessed = guessed;
    }

    /** By arrival. */
    static FrameArrivals of(long wallLessMonotonic, long... monotonicNanos) {
        return new FrameArrivals(monotonicNanos.clone(), wallLessMonotonic, wallLessMonotonic, false);
    }

    /**
     * Reads them, of a log that has grown only the new ones. Touches the disk.
     *
     * @param before
     *            of a shorter index of the same log
     */
    public static FrameArrivals read(LogReader reader, LogIndex index, Optional<FrameArrivals> before)
            throws IOException {
        int known = before.map(FrameArrivals::count).orElse(0);
        boolean arrived = before.map(each -> !each.guessed).orElse(true);
        long[] nanos = before.map(each -> Arrays.copyOf(each.nanos, index.frames()))
                .orElseGet(() -> new long[index.frames()]);
        long firstAhead = before.map(each -> each.firstAhead).orElse(0L);
        long lastAhead = before.map(each -> each.lastAhead).orElse(0L);
        for (int frame = known; frame < nanos.length && arrived; frame++) {
            Optional<Arrival> arrival = reader.entry(index.recordOfFrame(frame)).flatMap(Sidecar.Entry::arrival);
            // The last ones may be in the log before they are in its sidecar.
            if (arrival.isEmpty() && frame > 0) {
                return new FrameArrivals(Arrays.copyOf(nanos, frame), firstAhead, lastAhead, false);
            }
            arrived = arrival.isPresent();
            nanos[frame] = arrival.map(Arrival::monotonicNanos).orElse(0L);
            lastAhead = arrival.map(each -> Sidecar.nanos(each.wall()) - each.monotonicNanos()).orElse(0L);
            firstAhead = frame == 0 ? lastAhead : firstAhead;
        }
        return arrived ? new FrameArrivals(nanos, firstAhead, lastAhead, false) : stamps(index, nanos);
    }

    private static FrameArrivals stamps(LogIndex index, long[] nanos) {
        long newest = Long.MIN_VALUE;
        for (int frame = 0; frame < nanos.length; frame++) {
            // A clock that was put back stands still here.
            newest = Math.max(newest, Sidecar.nanos(index.frameTime(frame)));
            nanos[frame] = newest;
        }
        return new FrameArrivals(nanos, 0, 0, true);
    }

    public int count() {
        return nanos.length;
    }

    /** Whether these are the log's own stamps, for want of arrivals. */
    public boolean guessed() {
        return guessed;
    }

    /** When a frame arrived, by the wall clock as it stood when the first one did. */
    public Instant wall(int frame) {
        return RecordTable.instant(nanos[Math.clamp(frame, 0, nanos.length - 1)] + firstAhead);
    }

    /** The last frame that had arrived by then; -1 when none had. */
    public int frameAt(Instant wall) {
        return at(Sidecar.nanos(wall) - firstAhead);
    }

    private int at(long wanted) {
        int found = Arrays.binarySearch(nanos, wanted);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < nanos.length && nanos[found + 1] == wanted) {
            found++;
        }
        return found;
    }

    /** The newest frame of the other log when this one's arrived; -1 when there was none. */
    public int follow(int frame, FrameArrivals other) {
        return nanos.length == 0 ? -1 : other.at(nanos[Math.clamp(frame, 0, nanos.length - 1)] + shift(other));
    }

    /** Whether the other log had begun and not ended when this one's frame arrived. */
    public boolean reaches(int frame, FrameArrivals other) {
        int found = follow(frame, other);
        return found >= 0 && (found < other.nanos.length - 1
                || lead(frame, other, found).toNanos() <= REACH_NANOS);
    }

    /** How much earlier than this log's frame the other's arrived; negative when it arrived later. */
    public Duration lead(int frame, FrameArrivals other, int second) {
        return nanos.length == 0 || other.nanos.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(nanos[Math.clamp(frame, 0, nanos.length - 1)] + shift(other)
                        - other.nanos[Math.clamp(second, 0, other.nanos.length - 1)]);
    }

    /** What to add to this clock to have the other's. */
    private long shift(FrameArrivals other) {
        return !guessed && !other.guessed && sameRun(other) ? 0 : firstAhead - other.firstAhead;
    }

    private boolean sameRun(FrameArrivals other) {
        return near(firstAhead, other.firstAhead) || near(lastAhead, other.lastAhead)
                || near(firstAhead, other.lastAhead) || near(lastAhead, other.firstAhead);
    }

    private static boolean near(long one, long other) {
        return Math.abs(one - other) < SAME_RUN_NANOS;
    }
}
