package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.session.SessionDesk.Operation;

/** What an endpoint cannot do, in words. */
final class Missing {
    private Missing() {
    }

    static Optional<String> words(Set<Operation> missing) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> verbs = new ArrayList<>();
        for (Operation each : Operation.values()) {
            if (missing.contains(each)) {
                verbs.add(verb(each));
            }
        }
        String all = verbs.size() == 1
                ? verbs.getFirst()
                : String.join(", ", verbs.subList(0, verbs.size() - 1)) + " or " + verbs.getLast();
        return Optional.of("This endpoint cannot " + all + "; that is greyed out.");
    }

    private static String verb(Operation operation) {
        return switch (operation) {
            case LIST -> "list sessions";
            case CAMERAS -> "name its cameras";
            case CREATE -> "make sessions";
            case EDIT -> "change plans";
            case DELETE -> "delete sessions";
            case RESTORE -> "bring deleted sessions back";
            case CHANGE_STATE -> "change states";
            case MARK -> "take markers";
            case WATCH -> "tell of changes";
        };
    }
}
