package org.labreel.serve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionView;

/**
 * The sessions of an endpoint as last heard, and who is told what is different. Listeners come and go on any thread.
 */
final class HeardSessions {
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, SessionView> known = new LinkedHashMap<>();
    private volatile DeskListener.Connection connection = new DeskListener.Connection(false, "Not connected.");

    void add(DeskListener listener) {
        listeners.add(listener);
        listener.connection(connection);
    }

    void remove(DeskListener listener) {
        listeners.remove(listener);
    }

    void clear() {
        listeners.clear();
    }

    boolean up() {
        return connection.up();
    }

    void connection(boolean up, String words) {
        connection = new DeskListener.Connection(up, words);
        listeners.forEach(listener -> listener.connection(connection));
    }

    /** Tells one that comes late what is known. */
    void again(DeskListener listener) {
        known.values().forEach(listener::changed);
    }

    /** These are all there are now. */
    void all(List<SessionView> now) {
        Set<UUID> gone = new HashSet<>(known.keySet());
        for (SessionView view : now) {
            UUID id = view.session().id();
            gone.remove(id);
            if (!view.equals(known.put(id, view))) {
                listeners.forEach(listener -> listener.changed(view));
            }
        }
        gone.forEach(id -> {
            known.remove(id);
            listeners.forEach(listener -> listener.gone(id));
        });
    }
}
