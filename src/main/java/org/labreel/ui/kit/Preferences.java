package org.labreel.ui.kit;

import java.nio.file.Path;
import java.util.HashMap;
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

    /** The preferences of a first run. */
    public static Preferences first(Path recordings) {
        return new Preferences(recordings, "demo", Theme.DARK, WindowPlace.DEFAULT, List.of(), 10, 10, 40, Map.of());
    }

    public Preferences withRecordings(Path next) {
        return new Preferences(next, lastSource, theme, window, recentLogs, largeStep, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withLastSource(String next) {
        return new Preferences(recordings, next, theme, window, recentLogs, largeStep, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withTheme(Theme next) {
        return new Preferences(recordings, lastSource, next, window, recentLogs, largeStep, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withWindow(WindowPlace next) {
        return new Preferences(recordings, lastSource, theme, next, recentLogs, largeStep, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withRecentLogs(List<Path> next) {
        return new Preferences(recordings, lastSource, theme, window, next, largeStep, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withLargeStep(int next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, next, preRollSeconds,
                heatMaximumPicofarads, layout);
    }

    public Preferences withPreRollSeconds(int next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, next,
                heatMaximumPicofarads, layout);
    }

    public Preferences withHeatMaximumPicofarads(double next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, preRollSeconds, next,
                layout);
    }

    /** With one entry of the layout set. */
    public Preferences withLayout(String name, double value) {
        Map<String, Double> next = new HashMap<>(layout);
        next.put(name, value);
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, preRollSeconds,
                heatMaximumPicofarads, next);
    }

    public enum Theme {
        DARK, LIGHT
    }

    /** Place of the window on the screen, pixels; NaN for x and y lets the desktop choose. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1400, 900, false);
    }
}
