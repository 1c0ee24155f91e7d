package org.labreel.ui.view;

import java.util.Arrays;

/** Tells a silence of a signal from its usual pace. */
final class SignalGaps {
    private static final double LEAST_SECONDS = 3;
    private static final double TIMES_USUAL = 5;

    private SignalGaps() {
    }

    /**
     * Samples further apart than this are not joined by a line.
     *
     * @param seconds
     *            times of the samples, ascending
     */
    static double longestBridged(double[] seconds) {
        double[] spacings = new double[Math.max(0, seconds.length - 1)];
        double longest = 0;
        for (int i = 0; i < spacings.length; i++) {
            spacings[i] = seconds[i + 1] - seconds[i];
            longest = Math.max(longest, spacings[i]);
        }
        if (longest <= LEAST_SECONDS) {
            // The usual case, without the sorting.
            return LEAST_SECONDS;
        }
        Arrays.sort(spacings);
        // Of two in the middle the shorter: one outage between few samples is not their pace.
        return Math.max(LEAST_SECONDS, TIMES_USUAL * spacings[(spacings.length - 1) / 2]);
    }
}
