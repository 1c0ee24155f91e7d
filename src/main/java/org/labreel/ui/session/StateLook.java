package org.labreel.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.model.Span;
import org.labreel.session.CameraHealth;
import org.labreel.session.CameraView;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.Units;

/**
 * How a session's state is shown: a colour and a word, never one alone.
 *
 * @param word
 *            "Recording"
 * @param detail
 *            "0:12 · 34.1 MB"
 */
record StateLook(Kind kind, String word, String detail) {
    /** Each has a colour of its own. */
    enum Kind {
        SCHEDULED("scheduled"), STANDBY("standby"), RECORDING("recording"), STOPPED("stopped"), FAULT("fault");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** CSS style class. */
        String style() {
            return style;
        }
    }

    static StateLook of(SessionView view, Instant now, ZoneId zone) {
        Session session = view.session();
        return switch (session.state()) {
            case STOPPED -> new StateLook(Kind.STOPPED, "Stopped", Wording.recorded(session));
            case SCHEDULED -> scheduled(session, now, zone);
            case STANDBY -> fault(view).map(words -> new StateLook(Kind.FAULT, "Standby, look here", words))
                    .orElseGet(() -> new StateLook(Kind.STANDBY, "Standby", armed(view)));
            case STARTED -> fault(view)
                    .map(words -> new StateLook(Kind.FAULT, "Recording, look here", running(view, now) + " · " + words))
                    .orElseGet(() -> new StateLook(Kind.RECORDING, "Recording", running(view, now)));
        };
    }

    /** As {@link #of}; while the desk is out of reach nobody knows whether what ran still runs. */
    static StateLook of(SessionView view, SessionsModel model) {
        State state = view.session().state();
        boolean ran = state == State.STANDBY || state == State.STARTED;
        return ran && !model.desk().connection().up()
                ? new StateLook(Kind.FAULT, "Out of reach", "was " + (state == State.STARTED ? "recording" : "armed")
                        + " when it was last heard of")
                : of(view, model.now(), model.zone());
    }

    private static StateLook scheduled(Session session, Instant now, ZoneId zone) {
        Optional<Instant> start = session.plan().start().filter(now::isBefore);
        return new StateLook(Kind.SCHEDULED, "Scheduled",
                start.map(at -> "starts in " + Wording.span(now, at) + ", " + Wording.at(at, now, zone))
                        .orElse("starts now"));
    }

    private static String armed(SessionView view) {
        if (!view.here()) {
            return "armed by another program";
        }
        if (view.cameras().isEmpty()) {
            return "armed";
        }
        Duration preRoll = view.cameras().stream().map(CameraView::preRoll).min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return "armed, holds " + Units.span(preRoll) + " of pre-roll";
    }

    private static String running(SessionView view, Instant now) {
        Optional<Span> last = view.session().spans().isEmpty()
                ? Optional.empty()
                : Optional.of(view.session().spans().getLast());
        String time = last.filter(span -> span.ended().isEmpty())
                .map(span -> Units.elapsed(Duration.between(span.requested(), now))).orElse("begun");
        if (view.here() && view.cameras().isEmpty()) {
            return time;
        }
        long bytes = view.cameras().stream().mapToLong(CameraView::bytes).sum();
        return view.here() ? time + " · " + Units.bytes(bytes) : time + ", by another program or the live page";
    }

    private static Optional<String> fault(SessionView view) {
        Optional<String> alarm = view.cameras().stream().flatMap(camera -> camera.alarm().stream()).findFirst();
        return alarm.or(() -> view.cameras().stream().filter(camera -> camera.health().link() == CameraHealth.Link.DOWN)
                .findFirst().map(camera -> camera.health().words()));
    }
}
