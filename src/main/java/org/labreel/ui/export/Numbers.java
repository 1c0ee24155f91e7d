package org.labreel.ui.export;

import java.util.Locale;

/** Numbers as they are typed: with a point or a comma, with or without a unit behind them. */
final class Numbers {
    private Numbers() {
    }

    /** NaN when it is none. */
    static double of(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*(×|x|mb|mm|px|s|%|fps)$", "");
        try {
            return Double.parseDouble(bare.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** -1 when it is no whole number from 0 to a million. */
    static int whole(String text) {
        double number = of(text);
        return number >= 0 && number <= 1e6 && Math.rint(number) == number ? (int) number : -1;
    }

    /** Without needless zeros: "10", "0.25". */
    static String text(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
