package org.labreel.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.labreel.model.Session;
import org.labreel.session.SessionView;

/** The sessions that do not rest, as last told. Safe for several threads. */
final class LivelySessions {
    private final Map<UUID, SessionView> alive = new ConcurrentHashMap<>();
    /** Those that this program holds armed or records. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private volatile List<SessionView> active = List.of();

    void note(SessionView view) {
        UUID id = view.session().id();
        Session.State state = view.session().state();
        if (state == Session.State.STOPPED) {
            alive.remove(id);
        } else {
            alive.put(id, view);
        }
        if (view.here() && (state == Session.State.STANDBY || state == Session.State.STARTED)) {
            busy.add(id);
        } else {
            busy.remove(id);
        }
    }

    void forget(UUID id) {
        busy.remove(id);
        alive.remove(id);
    }

    /** Another folder is worked on, in which nothing of this is. */
    void clear() {
        alive.clear();
    }

    boolean busy() {
        return !busy.isEmpty();
    }

    List<SessionView> alive() {
        return List.copyOf(alive.values());
    }

    /** What is armed or being recorded, as last looked at. */
    List<SessionView> active() {
        return busy.isEmpty() ? List.of() : active;
    }

    /** Looks at those again: how much they recorded changes without a word. */
    List<SessionView> look(Function<UUID, Optional<SessionView>> now) {
        active = busy.stream().map(now).flatMap(Optional::stream).toList();
        return active;
    }
}
