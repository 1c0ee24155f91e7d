package org.labreel.serve.lab;

import org.labreel.model.Transform;

/** Where the camera stands: above the board, tilted, a little turned, as on a laboratory arm. */
final class Pose {
    /** The point that the camera looks at, board units. */
    private static final double LOOK_AT_X = 6.1;
    private static final double LOOK_AT_Y = 4.95;
    private static final double TILT = Math.toRadians(19);
    private static final double YAW = Math.toRadians(5);
    private static final double ROLL = Math.toRadians(-1.6);
    /** Focal length in frame widths of a 4:3 frame. */
    private static final double FOCAL = 1.15;
    /** Board units from the left to the right of a 4:3 frame, at the point looked at. */
    private static final double FIELD = 27.8;

    private Pose() {
    }

    /** From board units to pixels of a frame of this size. */
    static Transform of(int width, int height) {
        double base = Math.min(width, height * 4 / 3.0);
        double focal = FOCAL * base;
        double distance = focal * FIELD / base;
        double ct = Math.cos(TILT);
        double st = Math.sin(TILT);
        double cy = Math.cos(YAW);
        double sy = Math.sin(YAW);
        // The plane z = 0 turned about the vertical, then tilted: far edge up in the frame.
        Transform turned = new Transform(cy, 0, 0, -st * sy, ct, 0, -ct * sy / distance, -st / distance, 1);
        double cr = Math.cos(ROLL);
        double sr = Math.sin(ROLL);
        double scale = focal / distance;
        Transform projected = new Transform(scale * cr, -scale * sr, width / 2.0, scale * sr, scale * cr,
                height / 2.0, 0, 0, 1);
        return Transform.scaleThenShift(1, 1, -LOOK_AT_X, -LOOK_AT_Y).then(turned).then(projected);
    }
}
