package org.labreel.session;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.labreel.archive.Trash;

/** The sessions that were moved to the trash from here, so that they can be brought back. Safe for several threads. */
final class Trashed {
    private final SessionStore store;
    private final Map<UUID, Trash.Deleted> deleted = new ConcurrentHashMap<>();

    Trashed(SessionStore store) {
        this.store = store;
    }

    /**
     * @throws IOException
     *             when it is in use
     */
    void put(Slot slot) throws IOException {
        deleted.put(slot.id(), store.trash(slot.folder()));
    }

    /**
     * @throws IOException
     *             when something else lies in its place by now; it can be tried again
     */
    void restore(UUID id) throws IOException {
        Trash.Deleted from = deleted.get(id);
        if (from == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND,
                    "The session was not deleted from here; look for it in the folder "
                            + ".trash of the recordings folder.");
        }
        store.restore(from);
        deleted.remove(id);
    }
}
