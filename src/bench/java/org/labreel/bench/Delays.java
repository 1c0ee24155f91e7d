package org.labreel.bench;

import java.util.Arrays;
import java.util.Locale;

/** Collects delays; one thread at a time adds. */
final class Delays {
    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long delay) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = delay;
    }

    synchronized void clear() {
        size = 0;
    }

    synchronized Delays copy() {
        Delays copy = new Delays();
        copy.nanos = Arrays.copyOf(nanos, nanos.length);
        copy.size = size;
        return copy;
    }

    synchronized int count() {
        return size;
    }

    /** In milliseconds; 1 for the largest. */
    synchronized double at(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (size - 1))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f  p99 %.2f  max %.2f ms (%d)", at(0.5), at(0.99), at(1), count());
    }
}
