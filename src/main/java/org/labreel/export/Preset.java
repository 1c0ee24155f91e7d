package org.labreel.export;

/** What kind of clip. */
public enum Preset {
    /** H.264 of 720 lines or less that does not exceed a size, 10 MB unless told otherwise. */
    PAPER,
    /** Visually lossless H.264 at the size of the frames. */
    FULL,
    /** The JPEGs of the log, copied unencoded into a movie. */
    LOSSLESS,
    /** A folder of PNG files. */
    STILLS;

    /** Whether frames are drawn anew, so that they can be cropped and painted on. */
    public boolean draws() {
        return this != LOSSLESS;
    }
}
