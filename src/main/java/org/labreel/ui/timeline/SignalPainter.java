package org.labreel.ui.timeline;

/** Draws one signal: on each column the run from its least to its greatest value, joined to the column before. */
final class SignalPainter {
    private final Raster raster;
    private final TimeScale scale;
    private final double thickness;

    /**
     * @param scale
     *            in pixels of the raster
     * @param thickness
     *            of the line, pixels
     */
    SignalPainter(Raster raster, TimeScale scale, double thickness) {
        this.raster = raster;
        this.scale = scale;
        this.thickness = thickness;
    }

    void paint(TimelineSignal signal, SignalAxis axis, double top, double bottom, int colour) {
        EventTimes times = signal.track().times();
        SignalTrack.Extremes extremes = new SignalTrack.Extremes();
        Pen pen = new Pen(signal, axis, top, bottom, colour);
        int left = (int) scale.leftPx();
        int columns = (int) Math.ceil(scale.widthPx());
        int from = times.firstFrom(scale.startNanos());
        pen.before(from - 1);
        for (int column = 0; column < columns; column++) {
            int until = times.firstFrom(scale.nanos(scale.leftPx() + column + 1), from);
            if (until > from) {
                extremes.clear();
                signal.track().extremes(from, until, extremes);
                pen.column(left + column, from, until, extremes);
                from = until;
            }
        }
        pen.after(from, left + columns);
    }

    /** Remembers where the line was. */
    private final class Pen {
        private final TimelineSignal signal;
        private final SignalAxis axis;
        private final double top;
        private final double bottom;
        private final int colour;
        private boolean down;
        private double lastX;
        private double lastY;
        private long lastNanos;

        Pen(TimelineSignal signal, SignalAxis axis, double top, double bottom, int colour) {
            this.signal = signal;
            this.axis = axis;
            this.top = top;
            this.bottom = bottom;
            this.colour = colour;
        }

        private double y(double value) {
            return axis.y(value, top, bottom);
        }

        /** The sample before the window, from which the line comes in. */
        void before(int index) {
            if (index >= 0 && !Float.isNaN(signal.track().value(index))) {
                put(scale.x(signal.track().times().at(index)), y(signal.track().value(index)),
                        signal.track().times().at(index));
            }
        }

        void column(int x, int from, int until, SignalTrack.Extremes extremes) {
            SignalTrack track = signal.track();
            if (Float.isNaN(extremes.least())) {
                down = false;
                return;
            }
            double first = track.value(from);
            if (down && !Double.isNaN(first) && track.times().at(from) - lastNanos <= signal.joinedNanos()) {
                line(x + 0.5, y(first));
            }
            raster.run(x, y(extremes.most()) - thickness / 2, y(extremes.least()) + thickness / 2, colour);
            float last = track.value(until - 1);
            if (Float.isNaN(last)) {
                down = false;
            } else {
                put(x + 0.5, y(last), track.times().at(until - 1));
            }
        }

        /** The sample behind the window, to which the line goes out. */
        void after(int index, int right) {
            SignalTrack track = signal.track();
            if (down && index < track.size() && !Float.isNaN(track.value(index))
                    && track.times().at(index) - lastNanos <= signal.joinedNanos()) {
                line(Math.max(right, scale.x(track.times().at(index))), y(track.value(index)));
            }
        }

        private void put(double x, double y, long nanos) {
            down = true;
            lastX = x;
            lastY = y;
            lastNanos = nanos;
        }

        private void line(double x, double y) {
            double slope = (y - lastY) / Math.max(1e-9, x - lastX);
            int from = (int) Math.max(scale.leftPx(), Math.floor(lastX) + 1);
            int until = (int) Math.min(scale.leftPx() + scale.widthPx(), Math.ceil(x));
            for (int column = from; column < until; column++) {
                double enters = lastY + slope * (column - lastX);
                double leaves = lastY + slope * (Math.min(column + 1, x) - lastX);
                raster.run(column, Math.min(enters, leaves) - thickness / 2, Math.max(enters, leaves) + thickness / 2,
                        colour);
            }
        }
    }
}
