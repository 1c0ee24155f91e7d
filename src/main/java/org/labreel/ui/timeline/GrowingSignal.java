package org.labreel.ui.timeline;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Collects the samples of a signal and sums them up as they come. Snapshots share its memory: what they hold is never
 * written to again, so that taking one costs nothing however many samples there are. One thread.
 */
public final class GrowingSignal {
    private GrowingTimes times = new GrowingTimes();
    private float[] values = new float[64];
    private float[][] least = new float[0][];
    private float[][] most = new float[0][];

    /**
     * Adds a sample, as a rule not before the newest; a clock that was put back is sorted out at the snapshot.
     *
     * @param value
     *            NaN where it is known that nothing was measured: the line breaks there
     */
    public void add(long nanos, float value) {
        int at = times.size();
        times.add(nanos);
        if (at == values.length) {
            values = Arrays.copyOf(values, at * 2);
        }
        values[at] = value;
        sumUp(at + 1);
    }

    /** Lets go of all that is older; snapshots keep it. */
    void forget(long beforeNanos) {
        SignalTrack all = snapshot();
        times = new GrowingTimes();
        values = new float[64];
        least = new float[0][];
        most = new float[0][];
        for (int i = all.times().firstFrom(beforeNanos); i < all.size(); i++) {
            add(all.times().at(i), all.value(i));
        }
    }

    public int size() {
        return times.size();
    }

    public SignalTrack snapshot() {
        if (!times.ascending()) {
            sort();
        }
        return unsorted();
    }

    private SignalTrack unsorted() {
        return new SignalTrack(times.shared(), values, least, most);
    }

    private void sort() {
        long[] nanos = times.raw();
        float[] old = values;
        times = new GrowingTimes();
        values = new float[old.length];
        least = new float[0][];
        most = new float[0][];
        // Two ascending runs, the usual case, are merged and not sorted.
        IntStream.range(0, nanos.length).boxed().sorted((a, b) -> Long.compare(nanos[a], nanos[b]))
                .forEachOrdered(i -> add(nanos[i], old[i]));
    }

    /** Closes each run that the sample made full. */
    private void sumUp(int size) {
        SignalTrack.Extremes extremes = new SignalTrack.Extremes();
        int run = SignalTrack.FAN;
        for (int level = 0; size % run == 0; level++, run *= SignalTrack.FAN) {
            extremes.clear();
            unsorted().extremes(size - run, size, level, extremes);
            set(level, size / run - 1, extremes);
            if (run > Integer.MAX_VALUE / SignalTrack.FAN) {
                return;
            }
        }
    }

    private void set(int level, int index, SignalTrack.Extremes extremes) {
        // Snapshots keep the outer array, so it is replaced and never written to.
        if (level == least.length) {
            least = Arrays.copyOf(least, level + 1);
            most = Arrays.copyOf(most, level + 1);
            least[level] = new float[8];
            most[level] = new float[8];
        } else if (index == least[level].length) {
            least = least.clone();
            most = most.clone();
            least[level] = Arrays.copyOf(least[level], index * 2);
            most[level] = Arrays.copyOf(most[level], index * 2);
        }
        least[level][index] = extremes.least();
        most[level][index] = extremes.most();
    }
}
