package org.labreel.export;

/** What can be burnt in. */
public enum Overlay {
    /** The electrodes of the board where they lie in the frame. */
    ELECTRODES,
    /** Time of the frame, and the speed when it is not the true one. */
    TIME,
    /** A bar of a round length. */
    SCALE,
    /** A line of text. */
    CAPTION,
    /** The texts of markers, from the marked moment on. */
    MARKERS
}
