package org.labreel.ui.view;

import javafx.scene.paint.Color;
import org.labreel.model.Electrode;

/**
 * Colours for capacitance per area. The colours rise evenly in lightness and turn from violet over green to yellow, so
 * that equal steps look equal, also to the colour-blind and in grey.
 *
 * @param maximum
 *            pF per square board unit that gets the last colour
 */
public record HeatScale(double maximum) {
    private static final int STEPS = 256;
    private static final Color[] COLOURS = colours();

    /** Capacitance over area, in pF per square board unit; NaN for an electrode without area. */
    public static double density(double picofarads, Electrode electrode) {
        double area = electrode.area();
        return area > 0 ? picofarads / area : Double.NaN;
    }

    /** The part of the scale that a density reaches, 0 to 1. */
    public double part(double density) {
        return maximum > 0 && density > 0 ? Math.min(1, density / maximum) : 0;
    }

    public Color colour(double density) {
        return colourAt(part(density));
    }

    /**
     * The colour at a part of the scale.
     *
     * @param part
     *            0 to 1
     */
    public static Color colourAt(double part) {
        return COLOURS[(int) Math.round(Math.clamp(part, 0, 1) * (STEPS - 1))];
    }

    private static Color[] colours() {
        Color[] out = new Color[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double part = i / (double) (STEPS - 1);
            double chroma = 0.07 + 0.17 * Math.sin(Math.PI * (0.2 + 0.7 * part)) * 0.75;
            out[i] = oklch(0.26 + 0.66 * part, chroma, 300 - 195 * part);
        }
        return out;
    }

    /**
     * A colour from OKLCh (B. Ottosson, "A perceptual color space for image processing", 2020), chroma reduced until it
     * exists in sRGB.
     */
    private static Color oklch(double lightness, double chroma, double hueDegrees) {
        double hue = Math.toRadians(hueDegrees);
        for (double c = chroma;; c -= 0.004) {
            double[] rgb = linear(lightness, c * Math.cos(hue), c * Math.sin(hue));
            if (c <= 0 || inside(rgb)) {
                return Color.color(gamma(rgb[0]), gamma(rgb[1]), gamma(rgb[2]));
            }
        }
    }

    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[]{4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
    }

    private static boolean inside(double[] rgb) {
        for (double each : rgb) {
            if (each < 0 || each > 1) {
                return false;
            }
        }
        return true;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double gamma(double linear) {
        double x = Math.clamp(linear, 0, 1);
        return x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
    }
}
