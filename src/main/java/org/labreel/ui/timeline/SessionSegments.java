package org.labreel.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.session.SessionView;

/** Sessions as a timeline shows them: what was recorded, what is, and what is planned ahead of now. Pure. */
public final class SessionSegments {
    /** A plan that nothing bounds is drawn this long. */
    private static final Duration UNBOUNDED = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private SessionSegments() {
    }

    /** All of them; the key of each begins with the id of its session. */
    public static List<TimelineSegment> of(Collection<SessionView> sessions, Instant now) {
        List<TimelineSegment> out = new ArrayList<>();
        for (SessionView view : sessions) {
            Session session = view.session();
            session.segments().stream().filter(segment -> segment.end().isPresent())
                    .forEach(segment -> out.add(recorded(session, segment)));
            ahead(view, now).ifPresent(out::add);
        }
        return out;
    }

    private static TimelineSegment recorded(Session session, Segment segment) {
        return new TimelineSegment(key(session) + segment.file(),
                TimeSpan.between(EpochNanos.of(segment.start()), EpochNanos.of(segment.end().orElseThrow())),
                TimelineSegment.State.STOPPED, session.name(), false);
    }

    private static String key(Session session) {
        return session.id() + "/";
    }

    /** What a session is about now, or is planned to do. */
    public static Optional<TimelineSegment> ahead(SessionView view, Instant now) {
        Session session = view.session();
        return switch (session.state()) {
            case STOPPED -> Optional.empty();
            case SCHEDULED -> Optional.of(session.plan().start().filter(now::isBefore).orElse(now))
                    .map(start -> piece(session, start, end(session, start), TimelineSegment.State.SCHEDULED));
            case STANDBY -> Optional.of(piece(session, now, end(session, now), TimelineSegment.State.STANDBY));
            case STARTED -> open(session).map(span -> piece(session, span.requested(), now,
                    alarm(view) ? TimelineSegment.State.FAULT : TimelineSegment.State.RECORDING));
        };
    }

    private static boolean alarm(SessionView view) {
        return view.cameras().stream().anyMatch(camera -> camera.alarm().isPresent());
    }

    private static Optional<Span> open(Session session) {
        return session.spans().isEmpty()
                ? Optional.empty()
                : Optional.of(session.spans().getLast()).filter(span -> span.ended().isEmpty());
    }

    private static Instant end(Session session, Instant start) {
        Instant last = start.plus(LONGEST);
        Optional<Instant> byClock = session.plan().end().filter(start::isBefore).filter(last::isAfter);
        int seconds = session.limits().maxTimeSeconds();
        Optional<Instant> byLimit = seconds > 0 ? Optional.of(start.plusSeconds(seconds)) : Optional.empty();
        Optional<Instant> sooner = byLimit.filter(at -> byClock.isEmpty() || at.isBefore(byClock.get()));
        return sooner.or(() -> byClock).orElse(start.plus(UNBOUNDED));
    }

    private static TimelineSegment piece(Session session, Instant from, Instant until, TimelineSegment.State state) {
        return new TimelineSegment(key(session), TimeSpan.between(EpochNanos.of(from), EpochNanos.of(until)), state,
                session.name(), false);
    }
}
