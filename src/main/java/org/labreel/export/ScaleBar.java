package org.labreel.export;

import java.util.Locale;
import java.util.Optional;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/**
 * A bar of a round length.
 *
 * @param lengthPx
 *            pixels of the clip
 * @param label
 *            its length with unit
 */
record ScaleBar(double lengthPx, String label) {
    /** A bar takes at most this part of the clip's width. */
    private static final double LARGEST_PART = 0.25;
    private static final double[] ROUND = {5, 2, 1};

    /**
     * @param boardToClip
     *            board units to pixels of the clip
     * @param at
     *            where on the board the scale is taken, since under perspective it differs from place to place
     * @return empty when there is no sensible scale there
     */
    static Optional<ScaleBar> of(Transform boardToClip, Point at, double millimetresPerUnit, int clipWidth) {
        double pixelsPerMillimetre = pixelsPerUnit(boardToClip, at) / millimetresPerUnit;
        if (!(pixelsPerMillimetre > 1e-6 && pixelsPerMillimetre < 1e6)) {
            return Optional.empty();
        }
        double longest = clipWidth * LARGEST_PART / pixelsPerMillimetre;
        double decade = Math.pow(10, Math.floor(Math.log10(longest)));
        for (double factor : ROUND) {
            double millimetres = factor * decade;
            if (millimetres <= longest * (1 + 1e-9)) {
                return Optional.of(new ScaleBar(millimetres * pixelsPerMillimetre, label(millimetres)));
            }
        }
        return Optional.empty();
    }

    /** The side of a square whose area is that of a very small unit square after the map (root of its Jacobian). */
    static double pixelsPerUnit(Transform t, Point at) {
        double step = 1e-4;
        Point centre = t.apply(at);
        Point right = t.apply(at.x() + step, at.y()).minus(centre);
        Point down = t.apply(at.x(), at.y() + step).minus(centre);
        return Math.sqrt(Math.abs(right.x() * down.y() - right.y() * down.x())) / step;
    }

    private static String label(double millimetres) {
        if (millimetres < 0.9995) {
            return trimmed(millimetres * 1000) + " \u00b5m";
        }
        return millimetres < 9999.5 ? trimmed(millimetres) + " mm" : trimmed(millimetres / 1000) + " m";
    }

    private static String trimmed(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
