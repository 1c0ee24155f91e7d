package org.labreel.ui.kit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
                40, Map.of(), List.of(), Serving.NOTHING, KnownSources.NONE, SessionChoices.DEFAULT);
    }

    public Preferences withRecordings(Path next) {
        return with(draft -> draft.recordings = next);
    }

    public Preferences withLastSource(String next) {
        return with(draft -> draft.lastSource = next);
    }

    public Preferences withTheme(Theme next) {
        return with(draft -> draft.theme = next);
    }

    public Preferences withWindow(WindowPlace next) {
        return with(draft -> draft.window = next);
    }

    public Preferences withRecentLogs(List<Path> next) {
        return with(draft -> draft.recentLogs = next);
    }

    public Preferences withLargeStep(int next) {
        return with(draft -> draft.largeStep = next);
    }

    public Preferences withRecording(Recording next) {
        return with(draft -> draft.recording = next);
    }

    public Preferences withHeatMaximumPicofarads(double next) {
        return with(draft -> draft.heatMaximumPicofarads = next);
    }

    /** With one entry of the layout set. */
    public Preferences withLayout(String name, double value) {
        Map<String, Double> next = new HashMap<>(layout);
        next.put(name, value);
        return with(draft -> draft.layout = next);
    }

    public Preferences withQueries(List<String> next) {
        return with(draft -> draft.queries = next);
    }

    public Preferences withServing(Serving next) {
        return with(draft -> draft.serving = next);
    }

    public Preferences withSources(KnownSources next) {
        return with(draft -> draft.sources = next);
    }

    public Preferences withSessions(SessionChoices next) {
        return with(draft -> draft.sessions = next);
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

    /** All of it, to make another with something changed. */
    private static final class Draft {
        private Path recordings;
        private String lastSource;
        private Theme theme;
        private WindowPlace window;
        private List<Path> recentLogs;
        private int largeStep;
        private Recording recording;
        private double heatMaximumPicofarads;
        private Map<String, Double> layout;
        private List<String> queries;
        private Serving serving;
        private KnownSources sources;
        private SessionChoices sessions;

        Draft(Preferences of) {
            this.recordings = of.recordings;
            this.lastSource = of.lastSource;
            this.theme = of.theme;
            this.window = of.window;
            this.recentLogs = of.recentLogs;
            this.largeStep = of.largeStep;
            this.recording = of.recording;
            this.heatMaximumPicofarads = of.heatMaximumPicofarads;
            this.layout = of.layout;
            this.queries = of.queries;
            this.serving = of.serving;
            this.sources = of.sources;
            this.sessions = of.sessions;
        }

        Preferences made() {
            return new Preferences(recordings, lastSource, theme, window, recentLogs, largeStep, recording,
                    heatMaximumPicofarads, layout, queries, serving, sources, sessions);
        }
    }

    private Preferences with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }
}
