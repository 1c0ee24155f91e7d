package org.labreel.ui.session;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.labreel.session.SessionView;

/** The sessions of a desk as last heard, one by one or as a list. Confined to one thread. */
final class KnownSessions {
    private static final Comparator<SessionView> NEWEST_FIRST = Comparator
            .comparing((SessionView view) -> view.session().created()).reversed();

    private final Map<UUID, SessionView> sessions = new LinkedHashMap<>();
    /** Ids of the sessions that were told since the list was last asked for. */
    private final Set<UUID> heardSince = new HashSet<>();

    List<SessionView> newestFirst() {
        return sessions.values().stream().sorted(NEWEST_FIRST).toList();
    }

    Optional<SessionView> get(UUID id) {
        return Optional.ofNullable(sessions.get(id));
    }

    void put(SessionView view) {
        heardSince.add(view.session().id());
        sessions.put(view.session().id(), view);
    }

    void remove(UUID id) {
        sessions.remove(id);
    }

    void clear() {
        sessions.clear();
    }

    /** The whole list is asked for now. */
    void asked() {
        heardSince.clear();
    }

    /** The answer; it may be older than what was heard while it was under way. */
    void listed(List<SessionView> all) {
        Set<UUID> there = new HashSet<>(heardSince);
        all.forEach(view -> there.add(view.session().id()));
        sessions.keySet().retainAll(there);
        all.stream().filter(view -> !heardSince.contains(view.session().id()))
                .forEach(view -> sessions.put(view.session().id(), view));
    }
}
