package org.labreel.ui.timeline;

/**
 * The values that a lane spans.
 *
 * @param low
 *            at the bottom
 * @param high
 *            at the top
 */
record SignalAxis(double low, double high) {
    /** What is seen in the window and half a lane of air; empty windows show about zero. */
    static SignalAxis of(TimelineSignal signal, TimeSpan window) {
        SignalTrack track = signal.track();
        // With the neighbours outside, to which the line goes.
        int from = Math.max(0, track.times().firstFrom(window.startNanos()) - 1);
        int until = Math.min(track.size(), track.times().lastUntil(window.endNanos()) + 2);
        SignalTrack.Extremes seen = track.extremes(from, Math.max(from, until));
        double low = Float.isNaN(seen.least()) ? 0 : seen.least();
        double high = Float.isNaN(seen.most()) ? 0 : seen.most();
        double missing = Math.max(0, signal.leastSpan() - (high - low)) / 2;
        // What is never below zero is not drawn below zero.
        double down = low >= 0 ? Math.min(low, missing) : missing;
        return new SignalAxis(low - down, high + 2 * missing - down);
    }

    /** Where a value lies between two heights. */
    double y(double value, double top, double bottom) {
        return bottom - (value - low) / Math.max(1e-12, high - low) * (bottom - top);
    }
}
