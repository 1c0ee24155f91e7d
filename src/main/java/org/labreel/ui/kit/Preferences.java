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
 * @param recording
 *            how recordings are made
 * @param layout
 *            positions of dividers and choices of views, by name
 * @param queries
 *            put in the browser, newest first
 * @param serving
 *            what others may call this program for
 * @param sources
 *            those on the live page and those remembered
 * @param sessions
 *            how sessions are run
 */
public record Preferences(Path recordings, String lastSource, Theme theme, WindowPlace window, List<Path> recentLogs,
        int largeStep, Recording recording, double heatMaximumPicofarads, Map<String, Double> layout,
        List<String> queries, Serving serving, KnownSources sources, SessionChoices sessions) {
    public Preferences {
        recentLogs = List.copyOf(recentLogs);
        layout = Map.copyOf(layout);
        queries = List.copyOf(queries);
    }

    /** The preferences of a first run. */
    public static Preferences first(Path recordings) {
        return new Preferences(recordings, "demo", Theme.DARK, WindowPlace.DEFAULT, List.of(), 10, Recording.DEFAULT,
                40,
                Map.of(), List.of(), Serving.NOTHING, KnownSources.NONE,
                SessionChoices.DEFAULT);
    }

    public Preferences withRecordings(Path next) {
        return new Preferences(next, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withLastSource(String next) {
        return new Preferences(recordings, next, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withTheme(Theme next) {
        return new Preferences(recordings, lastSource, next, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withWindow(WindowPlace next) {
        return new Preferences(recordings, lastSource, theme, next, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withRecentLogs(List<Path> next) {
        return new Preferences(recordings, lastSource, theme, window, next, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withLargeStep(int next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, next, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withRecording(Recording next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, next,
                heatMaximumPicofarads, layout, queries, serving, sources, sessions);
    }

    public Preferences withHeatMaximumPicofarads(double next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording, next,
                layout, queries, serving, sources, sessions);
    }

    /** With one entry of the layout set. */
    public Preferences withLayout(String name, double value) {
        Map<String, Double> next = new HashMap<>(layout);
        next.put(name, value);
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, next, queries, serving, sources, sessions);
    }

    public Preferences withQueries(List<String> next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, next, serving, sources, sessions);
    }

    public Preferences withServing(Serving next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, next, sources, sessions);
    }

    public Preferences withSources(KnownSources next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, next, sessions);
    }

    public Preferences withSessions(SessionChoices next) {
        return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                heatMaximumPicofarads, layout, queries, serving, sources, next);
    }

    /** The sources to begin with: those shown last, unless another one was chosen for the start. */
    public List<String> firstSources() {
        boolean asBefore = sources.shown().stream().findFirst().filter(lastSource::equals).isPresent();
        return asBefore ? sources.shown() : List.of(lastSource);
    }

    /**
     * How recordings are made: pre-roll and reserve at once, the rest from the next recording on.
     *
     * @param preRollSeconds
     *            how far a press of Record reaches back, 0 to 300
     * @param preRollMegabytes
     *            bound of the memory that the pre-roll takes
     * @param repeatsOnce
     *            whether byte-identical frames in a row are stored once and the others counted
     * @param splitGigabytes
     *            size at which a recording goes on in a new file
     * @param splitMinutes
     *            age at which it does too, 0 for at no age
     * @param reserveMegabytes
     *            room on the disk that is kept free: recording stops in order before
     */
    public record Recording(int preRollSeconds, int preRollMegabytes, boolean repeatsOnce, int splitGigabytes,
            int splitMinutes, int reserveMegabytes) {
        public static final Recording DEFAULT = new Recording(10, 256, false, 4, 0, 512);

        /** With every number inside its bounds. */
        public Recording bounded() {
            return new Recording(Math.clamp(preRollSeconds, 0, 300), Math.clamp(preRollMegabytes, 1, 4096),
                    repeatsOnce, Math.clamp(splitGigabytes, 1, 1000), Math.clamp(splitMinutes, 0, 1440),
                    Math.clamp(reserveMegabytes, 100, 100_000));
        }
    }

    public enum Theme {
        DARK, LIGHT
    }

    /** Place of the window on the screen, pixels; NaN for x and y lets the desktop choose. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1400, 900, false);
    }
}
