package org.labreel.query;

import org.labreel.model.TimeRange;

/**
 * A place where a query is true.
 *
 * @param time
 *            from the record that made it true to the one that ended it; start and end are the same for a moment
 * @param firstRecord
 *            that made it true, counted from 0
 * @param lastRecord
 *            at which it still holds
 * @param firstFrame
 *            the first frame that shows it; of a moment the first at or after it. Where no frame shows it, the next
 *            one; behind the last frame the last one; -1 in a log without frames
 * @param frames
 *            number of frames that show it, one after the other; 0 when it came and went between two frames
 */
public record Hit(TimeRange time, int firstRecord, int lastRecord, int firstFrame, int frames) {
    /** The last frame that shows it; the same as the first where none or one does. */
    public int lastFrame() {
        return firstFrame + Math.max(0, frames - 1);
    }
}
