package org.labreel.ui.timeline;

/**
 * Where instants lie along a row of pixels: the window from {@code startNanos}, {@code spanNanos} long, fills
 * {@code widthPx} from {@code leftPx} on. Times are whole nanoseconds since the epoch. Only their distance from the
 * start of the window is ever turned into a floating-point number, so a window of up to two days is exact to the
 * nanosecond wherever it lies, and a longer one to far less than a pixel.
 */
public record TimeScale(long startNanos, long spanNanos, double leftPx, double widthPx) {
    /** No window is shorter. */
    public static final long SHORTEST_NANOS = 1_000_000L;

    public TimeScale {
        spanNanos = Math.max(SHORTEST_NANOS, spanNanos);
        widthPx = Math.max(1, widthPx);
    }

    /** The whole of a stretch, with a little room at both ends so that its ends can be grasped. */
    public static TimeScale fit(TimeSpan whole, double leftPx, double widthPx) {
        TimeSpan roomy = roomy(whole);
        return new TimeScale(roomy.startNanos(), roomy.lengthNanos(), leftPx, widthPx);
    }

    private static TimeSpan roomy(TimeSpan whole) {
        long room = Math.max(SHORTEST_NANOS, whole.lengthNanos() / 64);
        return new TimeSpan(whole.startNanos() - room, whole.endNanos() + room);
    }

    public long endNanos() {
        return startNanos + spanNanos;
    }

    public TimeSpan window() {
        return new TimeSpan(startNanos, endNanos());
    }

    public double nanosPerPx() {
        return spanNanos / widthPx;
    }

    public double x(long nanos) {
        return leftPx + (nanos - startNanos) * (widthPx / spanNanos);
    }

    /** The instant at a place, which may lie outside of the window. */
    public long nanos(double xPx) {
        return startNanos + Math.round((xPx - leftPx) / widthPx * spanNanos);
    }

    /** How long so many pixels are. */
    public long nanosOf(double px) {
        return Math.round(px * nanosPerPx());
    }

    /**
     * Shows more (factor over 1) or less around a place that stays where it is.
     *
     * @param whole
     *            what there is: no more than that and a little room is ever shown
     */
    public TimeScale zoomed(double factor, double aboutPx, TimeSpan whole) {
        double part = (aboutPx - leftPx) / widthPx;
        long fixed = nanos(aboutPx);
        long span = Math.clamp(Math.round(spanNanos * factor), SHORTEST_NANOS, roomy(whole).lengthNanos());
        return new TimeScale(fixed - Math.round(part * span), span, leftPx, widthPx).within(whole);
    }

    /** Moved so that what was at {@code fromPx} is at {@code toPx}. */
    public TimeScale panned(double fromPx, double toPx, TimeSpan whole) {
        return new TimeScale(startNanos - nanosOf(toPx - fromPx), spanNanos, leftPx, widthPx).within(whole);
    }

    /** A window of this length around an instant, which keeps its place if it is in sight, else comes to the middle. */
    public TimeScale windowed(long span, long aroundNanos, TimeSpan whole) {
        double x = x(aroundNanos);
        boolean seen = x >= leftPx && x <= leftPx + widthPx;
        double part = seen ? (x - leftPx) / widthPx : 0.5;
        long length = Math.clamp(span, SHORTEST_NANOS, roomy(whole).lengthNanos());
        return new TimeScale(aroundNanos - Math.round(part * length), length, leftPx, widthPx).within(whole);
    }

    /** Moved no further than needed to bring an instant into sight, a tenth of the window from the edge. */
    public TimeScale showing(long nanos, TimeSpan whole) {
        if (window().contains(nanos)) {
            return this;
        }
        long margin = spanNanos / 10;
        long start = nanos < startNanos ? nanos - margin : nanos + margin - spanNanos;
        return new TimeScale(start, spanNanos, leftPx, widthPx).within(whole);
    }

    /** The same window on another row of pixels. */
    public TimeScale placed(double newLeftPx, double newWidthPx) {
        return new TimeScale(startNanos, spanNanos, newLeftPx, newWidthPx);
    }

    /** Kept inside what there is, as far as it is not longer. */
    public TimeScale within(TimeSpan whole) {
        TimeSpan roomy = roomy(whole);
        if (spanNanos >= roomy.lengthNanos()) {
            return new TimeScale(roomy.startNanos() - (spanNanos - roomy.lengthNanos()) / 2, spanNanos, leftPx,
                    widthPx);
        }
        long margin = spanNanos / 64;
        long start = Math.clamp(startNanos, whole.startNanos() - margin,
                Math.max(whole.startNanos() - margin, whole.endNanos() + margin - spanNanos));
        return new TimeScale(start, spanNanos, leftPx, widthPx);
    }
}
