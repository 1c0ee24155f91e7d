package org.labreel.ui.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Session;
import org.labreel.session.SessionView;

/**
 * What is armed or being recorded, in one line that every page shows.
 *
 * @param style
 *            style class of its state
 * @param recording
 *            whether anything is being recorded
 */
public record SessionBadge(String text, String style, boolean recording) {
    /** Of what matters most; empty when nothing is armed or being recorded. */
    public static Optional<SessionBadge> of(List<SessionView> active, Instant now, ZoneId zone) {
        return active.stream().max(Comparator.comparing(view -> StateLook.of(view, now, zone).kind(),
                Comparator.comparingInt(SessionBadge::weight))).map(first -> {
                    StateLook look = StateLook.of(first, now, zone);
                    String more = active.size() == 1 ? "" : " and " + (active.size() - 1) + " more";
                    boolean recording = active.stream()
                            .anyMatch(view -> view.session().state() == Session.State.STARTED);
                    return new SessionBadge(first.session().name() + more + ": " + look.word() + " " + look.detail(),
                            look.kind().style(), recording);
                });
    }

    private static int weight(StateLook.Kind kind) {
        return switch (kind) {
            case STOPPED -> 0;
            case SCHEDULED -> 1;
            case STANDBY -> 2;
            case RECORDING -> 3;
            case FAULT -> 4;
        };
    }
}
