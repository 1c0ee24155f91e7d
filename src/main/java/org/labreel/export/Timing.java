package org.labreel.export;

/**
 * When frames are shown.
 *
 * @param speed
 *            0.01 to 1000; 2 = twice as fast as it happened
 * @param constantFps
 *            frames a second of a clip with a constant rate, each the nearest one of the log; 0 = every frame at its
 *            own time
 */
public record Timing(double speed, double constantFps, Gaps gaps) {
    public static final double SLOWEST = 0.01;
    public static final double FASTEST = 1000;
    public static final double LARGEST_FPS = 240;

    /** Every frame at the time it had. */
    public static final Timing TRUE = new Timing(1, 0, Gaps.KEEP);

    public Timing withSpeed(double next) {
        return new Timing(next, constantFps, gaps);
    }

    public Timing withConstantFps(double next) {
        return new Timing(speed, next, gaps);
    }

    public Timing withGaps(Gaps next) {
        return new Timing(speed, constantFps, next);
    }

    public boolean constant() {
        return constantFps > 0;
    }
}
