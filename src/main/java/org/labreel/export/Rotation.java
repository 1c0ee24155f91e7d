package org.labreel.export;

/** A turn of the picture, clockwise. */
public enum Rotation {
    NONE(0), RIGHT(90), HALF(180), LEFT(270);

    private final int degrees;

    Rotation(int degrees) {
        this.degrees = degrees;
    }

    /** Clockwise, 0 to 270. */
    public int degrees() {
        return degrees;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return degrees % 180 != 0;
    }
}
