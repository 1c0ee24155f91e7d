package org.labreel.ui.timeline;

/**
 * A row of the timeline.
 *
 * @param number
 *            of the signals, or of the sources, shown, counted from 0; -1 in other lanes
 */
public record Lane(Kind kind, double topPx, double heightPx, int number) {
    /** What a lane shows, from top to bottom. */
    public enum Kind {
        RULER(20, "Time"), SEGMENTS(23, "Recorded"), MARKS(19, "Markers"), RANGES(19, "Ranges"), CHANGES(16,
                "Electrodes"), SIGNAL(26, "Signal");

        private final double leastPx;
        private final String title;

        Kind(double leastPx, String title) {
            this.leastPx = leastPx;
            this.title = title;
        }

        double leastPx() {
            return leastPx;
        }

        String title() {
            return title;
        }
    }

    public double bottomPx() {
        return topPx + heightPx;
    }

    boolean holds(double yPx) {
        return yPx >= topPx && yPx < bottomPx();
    }
}
