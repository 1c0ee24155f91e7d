package org.labreel.ui.timeline;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The samples of a signal with their least and greatest values over runs of 32, 1024 and so on, so that any stretch is
 * summed up in a few steps. Unchanging, also when it was taken of one that grows.
 */
public final class SignalTrack {
    static final int FAN = 32;
    public static final SignalTrack EMPTY = new SignalTrack(EventTimes.EMPTY, new float[0], new float[0][],
            new float[0][]);

    private final EventTimes times;
    private final float[] values;
    /** By level; a run that is not full yet is not used. */
    private final float[][] least;
    private final float[][] most;

    SignalTrack(EventTimes times, float[] values, float[][] least, float[][] most) {
        this.times = times;
        this.values = values;
        this.least = least;
        this.most = most;
    }

    public int size() {
        return times.size();
    }

    public EventTimes times() {
        return times;
    }

    public float value(int index) {
        if (index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return values[index];
    }

    /** The newest value at an instant; empty before the first and where nothing was measured. */
    public OptionalDouble valueAt(long nanos) {
        int index = times.lastUntil(nanos);
        return index < 0 || Float.isNaN(values[index]) ? OptionalDouble.empty() : OptionalDouble.of(values[index]);
    }

    /** Least and greatest value of the samples from {@code from} to {@code until}, the latter excluded. */
    public Extremes extremes(int from, int until) {
        Extremes found = new Extremes();
        extremes(from, until, found);
        return found;
    }

    void extremes(int from, int until, Extremes into) {
        extremes(from, until, least.length, into);
    }

    /**
     * @param levels
     *            that may be used
     */
    void extremes(int from, int until, int levels, Extremes into) {
        int at = from;
        while (at < until) {
            int level = -1;
            int run = 1;
            // The longest full run that begins here and does not reach too far.
            while (level + 1 < levels && at % (run * FAN) == 0 && (long) at + (long) run * FAN <= until) {
                run *= FAN;
                level++;
            }
            if (level < 0) {
                into.take(values[at], values[at]);
            } else {
                into.take(least[level][at / run], most[level][at / run]);
            }
            at += run;
        }
    }

    /**
     * Least and greatest value on each pixel of a scale.
     *
     * @param leastOf
     *            filled, NaN where there is no sample
     * @param mostOf
     *            as long as {@code leastOf}
     */
    public void columns(TimeScale scale, float[] leastOf, float[] mostOf) {
        Extremes extremes = new Extremes();
        int from = times.firstFrom(scale.nanos(scale.leftPx()));
        for (int column = 0; column < leastOf.length; column++) {
            int until = times.firstFrom(scale.nanos(scale.leftPx() + column + 1), from);
            extremes.clear();
            extremes(from, until, extremes);
            leastOf[column] = extremes.least();
            mostOf[column] = extremes.most();
            from = until;
        }
    }

    /**
     * Samples further apart than this are not joined: nobody measured in between. Five usual distances, at least 3 s.
     */
    public long longestJoinedNanos() {
        int steps = Math.min(999, size() - 1);
        if (steps < 1) {
            return 3_000_000_000L;
        }
        long[] distances = new long[steps];
        for (int i = 0; i < steps; i++) {
            int at = (int) ((long) (size() - 1) * i / steps);
            distances[i] = times.at(at + 1) - times.at(at);
        }
        Arrays.sort(distances);
        return Math.max(3_000_000_000L, 5 * distances[(steps - 1) / 2]);
    }

    /** The least and the greatest of what was taken; NaN for both when that was nothing. */
    public static final class Extremes {
        private float least = Float.NaN;
        private float most = Float.NaN;

        void clear() {
            least = Float.NaN;
            most = Float.NaN;
        }

        void take(float low, float high) {
            if (!Float.isNaN(low)) {
                least = Float.isNaN(least) ? low : Math.min(least, low);
                most = Float.isNaN(most) ? high : Math.max(most, high);
            }
        }

        public float least() {
            return least;
        }

        public float most() {
            return most;
        }
    }
}
