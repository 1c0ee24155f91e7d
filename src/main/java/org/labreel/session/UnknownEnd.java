package org.labreel.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;

/**
 * What the ledger tells of the end of a recording whose program ended without Stop. Nobody saw how each source fared
 * from its last record on: whether it was silent, away, or sent what was not yet written. So each has an entry that
 * begins there and has no number.
 */
final class UnknownEnd {
    private UnknownEnd() {
    }

    /** Addresses of the sources that are being recorded, as far as the session tells. */
    static Set<String> recorded(Session session) {
        Set<String> sources = new HashSet<>();
        session.segments().stream().filter(segment -> segment.end().isEmpty()).map(Segment::source)
                .forEach(sources::add);
        lastSpan(session).filter(span -> span.ended().isEmpty()).ifPresent(span -> {
            // Also those that were not connected: they would have been recorded from when they came.
            List<UUID> parts = span.parts().stream().map(Span.Part::camera).toList();
            session.cameras().stream().filter(camera -> parts.contains(camera.id())).map(Session.Camera::address)
                    .forEach(sources::add);
        });
        return sources;
    }

    private static Optional<Span> lastSpan(Session session) {
        return session.spans().stream().reduce((_, last) -> last);
    }

    /** When the program is last known to have been at work: the newest record or entry of the ledger. */
    static Optional<Instant> lastSign(Session session) {
        return signs(session.losses().stream(), session.segments().stream());
    }

    private static Optional<Instant> signs(Stream<Loss> losses, Stream<Segment> segments) {
        return Stream.concat(losses.map(Loss::end), segments.flatMap(segment -> segment.end().stream()))
                .max(Comparator.naturalOrder());
    }

    /**
     * The session with an entry for each source.
     *
     * @param session
     *            its segments complete
     * @param sources
     *            addresses of those that were being recorded
     * @param until
     *            the last instant for which that holds
     */
    static Session entered(Session session, Set<String> sources, Instant until) {
        List<Loss> losses = new ArrayList<>(session.losses());
        sources.stream().sorted().forEach(source -> losses.add(entry(session, source, until)));
        return session.withLosses(losses);
    }

    private static Loss entry(Session session, String source, Instant until) {
        Instant begun = lastSpan(session).map(Span::requested)
                .orElse(session.created());
        Optional<Instant> sign = signs(session.losses().stream().filter(loss -> loss.source().equals(source)),
                session.segments().stream().filter(segment -> segment.source().equals(source)))
                .filter(at -> !at.isBefore(begun));
        Instant last = sign.orElse(begun);
        return new Loss(Loss.Cause.PROGRAM_ENDED, source, last, until.isBefore(last) ? last : until, 0,
                "recording ended without Stop; " + (sign.isPresent()
                        ? "nothing is known after " + SessionWords.at(last)
                        : "nothing had come of this source"));
    }
}
