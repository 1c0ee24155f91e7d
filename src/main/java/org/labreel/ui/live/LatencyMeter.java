package org.labreel.ui.live;

import java.util.Arrays;

/** Keeps the newest delays. JavaFX thread. */
final class LatencyMeter {
    private static final int CAPACITY = 256;

    private final long[] nanos = new long[CAPACITY];
    private int next;
    private int size;

    void add(long delayNanos) {
        nanos[next] = delayNanos;
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
    }

    /**
     * The delay that this part of the newest ones does not exceed, in milliseconds; NaN when there is none.
     *
     * @param part
     *            0.5 for the median
     */
    double millisAt(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, Math.round(part * (size - 1)))] / 1e6;
    }
}
