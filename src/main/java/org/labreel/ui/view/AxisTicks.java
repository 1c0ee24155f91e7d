package org.labreel.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis.
 *
 * @param low
 *            lower end of the axis, a tick itself
 * @param high
 *            upper end of the axis, a tick itself
 * @param step
 *            1, 2 or 5 times a power of ten
 */
record AxisTicks(double low, double high, double step) {
    /** Ticks around a range, about {@code wanted} of them; a flat range gets some room. */
    static AxisTicks around(double least, double most, double leastSpan, int wanted) {
        double span = Math.max(most - least, leastSpan);
        double middle = (least + most) / 2;
        double from = Math.min(least, middle - span / 2);
        double to = Math.max(most, middle + span / 2);
        // What is never below zero is not drawn below zero.
        if (least >= 0 && from < 0) {
            to -= from;
            from = 0;
        }
        double step = round((to - from) / Math.max(1, wanted));
        return new AxisTicks(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
    }

    private static double round(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double part = raw / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    List<Double> values() {
        List<Double> out = new ArrayList<>();
        int n = (int) Math.round((high - low) / step);
        for (int i = 0; i <= n; i++) {
            out.add(low + i * step);
        }
        return out;
    }

    /** With as many decimals as the step needs. */
    String text(double value) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    }
}
