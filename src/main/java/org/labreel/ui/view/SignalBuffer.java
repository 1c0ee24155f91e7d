package org.labreel.ui.view;

import java.util.Arrays;

/**
 * The newest samples of a signal, in order of time; the oldest give way. Safe for one writer and one reader on
 * different threads.
 */
public final class SignalBuffer {
    private final double[] seconds;
    private final float[] values;
    private int next;
    private int size;
    private long changes;

    /**
     * @param capacity
     *            samples kept
     */
    public SignalBuffer(int capacity) {
        this.seconds = new double[capacity];
        this.values = new float[capacity];
    }

    /**
     * Appends a sample.
     *
     * @param second
     *            on the caller's time axis; not before the sample before it
     */
    public synchronized void append(double second, float value) {
        seconds[next] = second;
        values[next] = value;
        next = (next + 1) % seconds.length;
        size = Math.min(size + 1, seconds.length);
        changes++;
    }

    public synchronized void clear() {
        next = 0;
        size = 0;
        changes++;
    }

    /** A number that grows with every change. */
    synchronized long changes() {
        return changes;
    }

    public synchronized int size() {
        return size;
    }

    /** The newest value, NaN when there is none. */
    public synchronized float newest() {
        return size == 0 ? Float.NaN : values[(next - 1 + values.length) % values.length];
    }

    /**
     * Smallest and largest value in each column of a plot, so that no peak is lost however much is drawn into one
     * pixel. Columns without a sample hold NaN.
     *
     * @param from
     *            time at the left edge of the first column, inclusive
     * @param until
     *            time at the right edge of the last column, inclusive
     */
    public synchronized void columns(double from, double until, float[] least, float[] most) {
        Arrays.fill(least, Float.NaN);
        Arrays.fill(most, Float.NaN);
        double perColumn = (until - from) / least.length;
        if (!(perColumn > 0)) {
            return;
        }
        for (int i = firstAtOrAfter(from); i < size; i++) {
            int at = index(i);
            if (seconds[at] > until) {
                return;
            }
            int column = Math.min(least.length - 1, (int) ((seconds[at] - from) / perColumn));
            float value = values[at];
            if (!Float.isNaN(value)) {
                least[column] = Float.isNaN(least[column]) ? value : Math.min(least[column], value);
                most[column] = Float.isNaN(most[column]) ? value : Math.max(most[column], value);
            }
        }
    }

    /**
     * Marks each column of a plot whose first sample follows a silence in which nobody measured, so that no line is
     * drawn across it.
     */
    public synchronized void resumptions(double from, double until, boolean[] resumes) {
        Arrays.fill(resumes, false);
        double perColumn = (until - from) / resumes.length;
        double[] measured = measured();
        double bridged = SignalGaps.longestBridged(measured);
        for (int i = 1; perColumn > 0 && i < measured.length; i++) {
            double at = measured[i];
            if (at >= from && at <= until && at - measured[i - 1] > bridged) {
                resumes[Math.min(resumes.length - 1, (int) ((at - from) / perColumn))] = true;
            }
        }
    }

    private double[] measured() {
        double[] times = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = index(i);
            if (!Float.isNaN(values[at])) {
                times[count++] = seconds[at];
            }
        }
        return Arrays.copyOf(times, count);
    }

    private int firstAtOrAfter(double second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[index(middle)] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int index(int i) {
        return Math.floorMod(next - size + i, seconds.length);
    }
}
