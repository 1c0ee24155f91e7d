package org.labreel.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the operator chose, kept between runs.
 *
 * @param recordings
 *            folder of the recordings
 * @param lastSource
 *            address of the last source; "demo" for the demo
 * @param recentLogs
 *            newest first
 * @param largeStep
 *            frames that Shift with an arrow key steps
 * @param preRollSeconds
 *            0 to 300
 * @param layout
 *            positions of dividers and choices of views, by name
 */
public record Preferences(Path recordings, String lastSource, Theme theme, WindowPlace window, List<Path> recentLogs,
        int largeStep, int preRollSeconds, double heatMaximumPicofarads, Map<String, Double> layout) {
    public Preferences {
        recentLogs = List.copyOf(recentLogs);
        layout = Map.copyOf(layout);
    }

    public enum Theme {
        DARK, LIGHT
    }

    /** Place of the window on the screen, pixels; NaN for x and y lets the desktop choose. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1400, 900, false);
    }
}
