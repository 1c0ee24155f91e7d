package org.labreel.bench;

import java.util.Arrays;
import java.util.Locale;

/** Two ways to do one thing, timed in turn so that both meet the same machine; the median ratio is quoted. */
final class Duel {
    private Duel() {
    }

    /** Does the thing once. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Prints nanoseconds per run of each, and the ratio of speeds ours : peer (over 1 = ours is faster).
     *
     * @param rounds
     *            pairs that are counted; as many again warm up
     * @param repeats
     *            runs within one timing
     */
    static double run(String what, String ourName, Work ours, String peerName, Work peer, int rounds, int repeats)
            throws Exception {
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = -rounds; i < rounds; i++) {
            double a = time(ours, repeats);
            double b = time(peer, repeats);
            if (i >= 0) {
                our[i] = a;
                their[i] = b;
                ratio[i] = b / a;
            }
        }
        double median = median(ratio);
        System.out.printf(Locale.ROOT, "%-34s %-22s %9.3f ms   %-22s %9.3f ms   ratio %.2f (%.2f to %.2f)%n", what,
                ourName, median(our) / 1e6, peerName, median(their) / 1e6, median, min(ratio), max(ratio));
        return median;
    }

    private static double time(Work work, int repeats) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / (double) repeats;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
