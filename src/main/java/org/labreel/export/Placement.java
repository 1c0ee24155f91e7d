package org.labreel.export;

import org.labreel.model.Transform;
import org.labreel.picture.PictureSize;

/**
 * Which part of a frame goes where in the clip; all in pixels. The place is that in the clip as it is before the turn.
 *
 * @param turnedWidth
 *            width of the clip before the turn
 * @param turnedHeight
 *            height of the clip before the turn
 */
record Placement(int fromX, int fromY, int fromWidth, int fromHeight, int toX, int toY, int toWidth, int toHeight,
        int turnedWidth, int turnedHeight, Rotation rotation) {
    /** A frame that is shown as it is. */
    static Placement whole(PictureSize frame) {
        return new Placement(0, 0, frame.width(), frame.height(), 0, 0, frame.width(), frame.height(), frame.width(),
                frame.height(), Rotation.NONE);
    }

    boolean scales() {
        return fromWidth != toWidth || fromHeight != toHeight;
    }

    /** Whether a frame of this size is the clip's picture as it stands. */
    boolean isIdentity(int frameWidth, int frameHeight, int clipWidth, int clipHeight) {
        return !scales() && rotation == Rotation.NONE && fromX == 0 && fromY == 0 && toX == 0 && toY == 0
                && frameWidth == clipWidth && frameHeight == clipHeight && toWidth == clipWidth
                && toHeight == clipHeight;
    }

    /** From pixels of the frame to pixels of the clip. */
    Transform transform() {
        double sx = (double) toWidth / fromWidth;
        double sy = (double) toHeight / fromHeight;
        Transform placed = Transform.scaleThenShift(sx, sy, toX - fromX * sx, toY - fromY * sy);
        return switch (rotation) {
            case NONE -> placed;
            case RIGHT -> placed.then(new Transform(0, -1, turnedHeight, 1, 0, 0, 0, 0, 1));
            case HALF -> placed.then(new Transform(-1, 0, turnedWidth, 0, -1, turnedHeight, 0, 0, 1));
            case LEFT -> placed.then(new Transform(0, 1, 0, -1, 0, turnedWidth, 0, 0, 1));
        };
    }
}
