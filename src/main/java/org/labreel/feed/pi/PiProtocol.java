package org.labreel.feed.pi;

/** Numbers of the protocol. What is only inferred stands in {@link PiDialect}. */
public final class PiProtocol {
    /** TCP port of the camera. */
    public static final int PORT = 9898;
    /** UDP port of the search for cameras, on both sides. */
    public static final int SEARCH_PORT = 9897;
    /** A preview frame keeps within so many pixels each way. */
    public static final int PREVIEW_PIXELS = 400;

    static final int PICKLE_TYPE = 1;

    static final int START_RECORDING = 0;
    static final int STOP_RECORDING = 1;
    static final int SAVE_RECORDING = 2;
    static final int SET_BRIGHTNESS = 3;
    static final int SET_CONTRAST = 4;
    static final int SET_ANNOTATION = 5;
    static final int SET_CAPTURE = 6;
    static final int SET_ROTATION = 7;
    static final int CLOSE_CAMERA = 8;
    static final int NEW_FRAME = 20;
    static final int CAMERA_ERROR = 21;
    static final int STATUS_CHANGED = 22;
    static final int BRIGHTNESS_CHANGED = 23;
    static final int CONTRAST_CHANGED = 24;
    static final int RECORDING_STARTED = 25;
    static final int RECORDING_STOPPED = 26;
    static final int SAVE_BEGUN = 27;
    static final int SAVE_FINISHED = 28;
    static final int SEARCH = 98;
    static final int SEARCH_ANSWER = 99;

    private PiProtocol() {
    }
}
