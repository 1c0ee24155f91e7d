package org.labreel.ui.browser;

import java.util.OptionalInt;
import org.labreel.log.LogIndex;
import org.labreel.model.EventKind;

/** The frames at which electrode changes show: of each change the first frame after it. */
final class ElectrodeChanges {
    private ElectrodeChanges() {
    }

    /** The nearest such frame behind {@code frame}. */
    static OptionalInt next(LogIndex index, int frame) {
        int n = firstLandingAfter(index, frame);
        return n < index.count(EventKind.ELECTRODE_STATE) ? landing(index, n) : OptionalInt.empty();
    }

    /** The nearest such frame before {@code frame}. */
    static OptionalInt previous(LogIndex index, int frame) {
        int n = firstLandingAfter(index, frame - 1) - 1;
        return n >= 0 ? landing(index, n) : OptionalInt.empty();
    }

    /** Frames of landings never fall, so the place is found by halving. */
    private static int firstLandingAfter(LogIndex index, int frame) {
        int low = 0;
        int high = index.count(EventKind.ELECTRODE_STATE);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frameOf(index, middle) > frame) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int frameOf(LogIndex index, int n) {
        return index.frameBefore(index.recordOf(EventKind.ELECTRODE_STATE, n)) + 1;
    }

    /** A change behind the last frame shows nowhere. */
    private static OptionalInt landing(LogIndex index, int n) {
        int frame = frameOf(index, n);
        return frame < index.frames() ? OptionalInt.of(frame) : OptionalInt.empty();
    }
}
