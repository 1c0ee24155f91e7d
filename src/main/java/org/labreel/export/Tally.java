package org.labreel.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts what the report tells of the frames. */
final class Tally {
    private final boolean leavesOut;
    private int frames;
    private int damaged;
    private int fitted;
    private int withoutBoard;

    Tally(DamagedFrames damaged) {
        leavesOut = damaged == DamagedFrames.LEAVE_OUT;
    }

    void count(ShownFrame<?> shown) {
        frames++;
        damaged += shown.facts().damage().isPresent() ? 1 : 0;
        fitted += shown.otherSize() ? 1 : 0;
        withoutBoard += shown.facts().boardToClip().isEmpty() ? 1 : 0;
    }

    int shown() {
        return leavesOut ? frames - damaged : frames;
    }

    /** Damaged frames that are shown with a mark. */
    int marked() {
        return leavesOut ? 0 : damaged;
    }

    int leftOut() {
        return leavesOut ? damaged : 0;
    }

    void refuseNothing() throws IOException {
        if (shown() == 0) {
            throw new IOException("All " + leftOut()
                    + " frames are damaged, so without them nothing is left. Have them shown marked instead.");
        }
    }

    List<String> notes(ExportRequest request, Layout layout) {
        List<String> notes = new ArrayList<>(layout.notes());
        if (fitted > 0) {
            notes.add(Count.of(fitted, "frame has another size than the first and was fitted into it.",
                    "frames have another size than the first and were fitted into it."));
        }
        if (request.settings().overlays().needsBoard() && withoutBoard > 0) {
            notes.add("In " + withoutBoard + " of " + frames
                    + " frames the place of the board is not known, so nothing of it is drawn there.");
        }
        return notes;
    }
}
