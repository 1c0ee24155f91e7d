package org.labreel.ui.timeline;

import java.util.Arrays;

/** Instants in ascending order, nanoseconds since the epoch. Unchanging, also when it was taken of one that grows. */
public final class EventTimes {
    public static final EventTimes EMPTY = new EventTimes(new long[0], 0);

    private final long[] nanos;
    private final int size;

    /**
     * @param nanos
     *            of which the first {@code size} are ascending and never written to again
     */
    EventTimes(long[] nanos, int size) {
        this.nanos = nanos;
        this.size = size;
    }

    /** In any order. */
    public static EventTimes of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new EventTimes(sorted, sorted.length);
    }

    public int size() {
        return size;
    }

    public long at(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return nanos[index];
    }

    /** Index of the first that is not before this instant; {@link #size} when all are. */
    public int firstFrom(long instant) {
        return firstFrom(instant, 0);
    }

    /**
     * As {@link #firstFrom(long)}, when all before {@code low} are known to be earlier. The step doubles from there, so
     * that walking along the pixels of a window costs next to nothing.
     */
    int firstFrom(long instant, int low) {
        int from = low;
        int step = 1;
        while (from + step - 1 < size && nanos[from + step - 1] < instant) {
            from += step;
            step *= 2;
        }
        int until = Math.min(size, from + step - 1);
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (nanos[middle] < instant) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from;
    }

    /** Index of the last that is not after this instant; -1 when all are. */
    public int lastUntil(long instant) {
        return instant == Long.MAX_VALUE ? size - 1 : firstFrom(instant + 1) - 1;
    }

    /** Index of the nearest, of two as near the earlier; -1 when there is none. */
    public int nearest(long instant) {
        int after = firstFrom(instant);
        if (after == 0 || (after < size && nanos[after] - instant < instant - nanos[after - 1])) {
            return after < size ? after : -1;
        }
        return after - 1;
    }

    /** How many lie in a span. */
    public int count(TimeSpan span) {
        return lastUntil(span.endNanos()) - firstFrom(span.startNanos()) + 1;
    }

    /**
     * How many fall on each pixel of a scale.
     *
     * @param counts
     *            filled; its length is the number of pixels from the left of the scale on
     */
    public void density(TimeScale scale, int[] counts) {
        int from = firstFrom(scale.nanos(scale.leftPx()));
        for (int column = 0; column < counts.length; column++) {
            int until = firstFrom(scale.nanos(scale.leftPx() + column + 1), from);
            counts[column] = until - from;
            from = until;
        }
    }
}
