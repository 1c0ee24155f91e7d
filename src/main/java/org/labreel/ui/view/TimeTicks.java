package org.labreel.ui.view;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels along the time axis of a scrolling plot.
 *
 * @param step
 *            seconds from one to the next
 * @param count
 *            of them, the present not counted
 */
record TimeTicks(int step, int count) {
    private static final int[] STEPS = {5, 10, 15, 30, 60, 120, 300, 600};

    /**
     * As many as fit.
     *
     * @param window
     *            seconds from one end of the axis to the other
     * @param most
     *            labels that have room
     */
    static TimeTicks of(double window, int most) {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && window / STEPS[i] <= most; i--) {
            step = STEPS[i];
        }
        // The last label would hang over the edge if it stood on it.
        return new TimeTicks(step, (int) Math.ceil(window / step * 0.98) - 1);
    }

    /** Oldest last. */
    List<Double> secondsAgo() {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (double) i * step).toList();
    }

    String text(double ago) {
        return step % 60 == 0 ? "−" + (int) (ago / 60) + " min" : "−" + (int) ago + " s";
    }
}
