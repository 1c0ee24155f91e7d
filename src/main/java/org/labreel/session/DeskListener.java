package org.labreel.session;

import java.util.UUID;

/** Hears of sessions. Called on any thread, and must return at once. */
public interface DeskListener {
    /** A session is new, or is not as it was. */
    void changed(SessionView session);

    /** A session is gone. */
    void gone(UUID id);

    /** The connection to the desk changed; a desk in this program is always connected. */
    void connection(Connection connection);

    /**
     * How a desk is reached.
     *
     * @param words
     *            for the operator
     */
    record Connection(boolean up, String words) {
    }
}
