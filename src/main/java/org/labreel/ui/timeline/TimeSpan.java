package org.labreel.ui.timeline;

import org.labreel.model.TimeRange;

/**
 * A stretch of time, both ends included.
 *
 * @param startNanos
 *            since the epoch
 * @param endNanos
 *            since the epoch, not before the start
 */
public record TimeSpan(long startNanos, long endNanos) {
    public TimeSpan {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("a span ends at " + endNanos + ", before its start at " + startNanos);
        }
    }

    public static TimeSpan of(TimeRange range) {
        return new TimeSpan(EpochNanos.of(range.start()), EpochNanos.of(range.end()));
    }

    /** Between two instants, whichever is the earlier. */
    public static TimeSpan between(long oneNanos, long otherNanos) {
        return new TimeSpan(Math.min(oneNanos, otherNanos), Math.max(oneNanos, otherNanos));
    }

    public long lengthNanos() {
        return endNanos - startNanos;
    }

    public boolean contains(long nanos) {
        return nanos >= startNanos && nanos <= endNanos;
    }

    /** Whether both have an instant in common. */
    public boolean meets(TimeSpan other) {
        return startNanos <= other.endNanos && other.startNanos <= endNanos;
    }

    public boolean contains(TimeSpan other) {
        return contains(other.startNanos) && contains(other.endNanos);
    }

    /** The nearest instant inside. */
    public long clamp(long nanos) {
        return Math.clamp(nanos, startNanos, endNanos);
    }

    /** The shortest span that holds both. */
    public TimeSpan with(TimeSpan other) {
        return new TimeSpan(Math.min(startNanos, other.startNanos), Math.max(endNanos, other.endNanos));
    }

    public TimeRange range() {
        return new TimeRange(EpochNanos.instant(startNanos), EpochNanos.instant(endNanos));
    }
}
