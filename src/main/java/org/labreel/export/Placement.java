package org.labreel.export;

import org.labreel.model.Transform;

/** Which part of a frame goes where in the clip; all in pixels. */
record Placement(int fromX, int fromY, int fromWidth, int fromHeight, int toX, int toY, int toWidth, int toHeight) {
    boolean scales() {
        return fromWidth != toWidth || fromHeight != toHeight;
    }

    /** Whether a frame of this size is the clip's picture as it stands. */
    boolean isIdentity(int frameWidth, int frameHeight, int clipWidth, int clipHeight) {
        return !scales() && fromX == 0 && fromY == 0 && toX == 0 && toY == 0 && frameWidth == clipWidth
                && frameHeight == clipHeight;
    }

    /** From pixels of the frame to pixels of the clip. */
    Transform transform() {
        double sx = (double) toWidth / fromWidth;
        double sy = (double) toHeight / fromHeight;
        return Transform.scaleThenShift(sx, sy, toX - fromX * sx, toY - fromY * sy);
    }
}
