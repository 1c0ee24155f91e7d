package org.labreel.export;

import java.util.ArrayList;
import java.util.List;

/** Counts what the report tells of the frames. */
final class Tally {
    private int damaged;
    private int fitted;
    private int withoutBoard;

    void count(ShownFrame shown) {
        damaged += shown.facts().damage().isPresent() ? 1 : 0;
        fitted += shown.otherSize() ? 1 : 0;
        withoutBoard += shown.facts().boardToClip().isEmpty() ? 1 : 0;
    }

    int damaged() {
        return damaged;
    }

    List<String> notes(ExportRequest request, Layout layout, int frames) {
        List<String> notes = new ArrayList<>(layout.notes());
        if (fitted > 0) {
            notes.add(fitted + " frames have another size than the first and were fitted into it.");
        }
        boolean board = request.settings().overlays().needsBoard();
        if (board && withoutBoard > 0) {
            notes.add("In " + withoutBoard + " of " + frames
                    + " frames the place of the board is not known, so nothing of it is drawn there.");
        }
        return notes;
    }
}
