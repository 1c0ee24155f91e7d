package org.labreel.session;

/**
 * How a camera does.
 *
 * @param words
 *            of its connection, for the operator
 * @param frames
 *            whether frames come
 * @param widthPx
 *            of the newest frame; 0 while none is known
 * @param heightPx
 *            the same
 */
public record CameraHealth(Link link, String words, boolean frames, double framesPerSecond, int widthPx,
        int heightPx) {
    /** State of its connection. */
    public enum Link {
        DOWN, CONNECTING, UP
    }

    public static final CameraHealth UNUSED = new CameraHealth(Link.DOWN, "Not connected.", false, 0, 0, 0);
}
