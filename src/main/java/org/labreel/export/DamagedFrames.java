package org.labreel.export;

/** What becomes of frames whose picture is damaged. They are counted in either case. */
public enum DamagedFrames {
    /** Shown as far as they can be, with a mark. */
    MARK,
    /** Not shown: the frame before them stays for their time. */
    LEAVE_OUT
}
