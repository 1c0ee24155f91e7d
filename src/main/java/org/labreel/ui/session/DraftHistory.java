package org.labreel.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a session's plan was before each change, and what was taken back. */
final class DraftHistory {
    private static final int LONGEST = 200;

    private final Deque<Draft> before = new ArrayDeque<>();
    private final Deque<Draft> undone = new ArrayDeque<>();

    /** A change was made; after it nothing that was undone comes back. */
    void changed(Draft from) {
        undone.clear();
        before.push(from);
        if (before.size() > LONGEST) {
            before.removeLast();
        }
    }

    /** What stood before the newest change. */
    Optional<Draft> undo(Draft now) {
        Optional<Draft> back = Optional.ofNullable(before.poll());
        back.ifPresent(_ -> undone.push(now));
        return back;
    }

    /** What was taken back last. */
    Optional<Draft> redo(Draft now) {
        Optional<Draft> again = Optional.ofNullable(undone.poll());
        again.ifPresent(_ -> before.push(now));
        return again;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }
}
