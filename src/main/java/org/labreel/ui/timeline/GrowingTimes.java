package org.labreel.ui.timeline;

import java.util.Arrays;

/**
 * Collects instants one by one. Snapshots share its memory: what they hold is never written to again, so that taking
 * one costs nothing however many there are. One thread.
 */
public final class GrowingTimes {
    private long[] nanos = new long[64];
    private int size;
    private boolean ascending = true;

    /** Adds an instant, as a rule not before the newest; a clock that was put back is sorted out at the snapshot. */
    public void add(long instant) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        ascending &= size == 0 || instant >= nanos[size - 1];
        nanos[size++] = instant;
    }

    /** Lets go of all that is older; snapshots keep it. */
    void forget(long beforeNanos) {
        int from = snapshot().firstFrom(beforeNanos);
        nanos = Arrays.copyOfRange(nanos, from, Math.max(size, from + 64));
        size -= from;
    }

    public int size() {
        return size;
    }

    boolean ascending() {
        return ascending;
    }

    /** In the order in which they were added. */
    long[] raw() {
        return Arrays.copyOf(nanos, size);
    }

    /** Without sorting. */
    EventTimes shared() {
        return new EventTimes(nanos, size);
    }

    public EventTimes snapshot() {
        if (!ascending) {
            long[] sorted = raw();
            Arrays.sort(sorted);
            nanos = sorted;
            ascending = true;
        }
        return shared();
    }
}
