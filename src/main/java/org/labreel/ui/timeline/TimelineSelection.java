package org.labreel.ui.timeline;

/**
 * The marked part of a log, both marks included.
 *
 * @param marked
 *            false while no mark is set and the selection is the whole log
 * @param inFrame
 *            first frame, counted from 0; -1 in a log without frames
 * @param outFrame
 *            last frame
 */
public record TimelineSelection(boolean marked, TimeSpan span, int inFrame, int outFrame) {
    public static final TimelineSelection NONE = new TimelineSelection(false, new TimeSpan(0, 0), -1, -1);

    /** Number of frames, Out counted. */
    public int count() {
        return inFrame < 0 ? 0 : Math.max(0, outFrame - inFrame + 1);
    }
}
