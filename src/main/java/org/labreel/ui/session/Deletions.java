package org.labreel.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/** The sessions that were deleted on the page, newest first, and whether one of them is what undo takes back next. */
final class Deletions {
    private static final int LONGEST = 50;

    private final Deque<Deletion> done = new ArrayDeque<>();

    /**
     * @param changes
     *            how many changes of plans had been made by then
     */
    private record Deletion(UUID id, long changes) {
    }

    void deleted(UUID id, long changes) {
        done.push(new Deletion(id, changes));
        if (done.size() > LONGEST) {
            done.removeLast();
        }
    }

    /** The newest, when no plan was changed after it. */
    Optional<UUID> newest(long changes) {
        return Optional.ofNullable(done.peek()).filter(last -> last.changes() == changes).map(Deletion::id);
    }

    Optional<UUID> any() {
        return Optional.ofNullable(done.peek()).map(Deletion::id);
    }

    /** It is back, or cannot come back. */
    void forget(UUID id) {
        done.removeIf(each -> each.id().equals(id));
    }

    /** Another desk knows nothing of them. */
    void clear() {
        done.clear();
    }
}
