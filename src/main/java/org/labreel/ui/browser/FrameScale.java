package org.labreel.ui.browser;

/**
 * Where frames lie along a slider.
 *
 * @param frames
 *            number of frames, counted from 0
 * @param startPx
 *            x of frame 0
 * @param widthPx
 *            distance from frame 0 to the last frame
 */
record FrameScale(int frames, double startPx, double widthPx) {
    /** Centre of a frame; the start when the log has a single frame. */
    double x(int frame) {
        return frames < 2 ? startPx : startPx + widthPx * frame / (frames - 1);
    }

    /** The frame nearest to a place, however far outside. */
    int frame(double x) {
        if (frames < 2 || widthPx <= 0) {
            return 0;
        }
        long nearest = Math.round((x - startPx) / widthPx * (frames - 1));
        return Math.clamp(nearest, 0, frames - 1);
    }
}
