package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineHole;
import org.labreel.ui.timeline.TimelineSegment;

/**
 * What the session of a log adds to its timeline: the other segments, a lane for each source, and the losses. A session
 * tells times by this computer's clock, a log by the device's; the start of the open log, which both know, tells how
 * far they are apart.
 */
record SessionLanes(TimelineContent content, Path log, Optional<Session> session) {
    TimelineContent added() {
        SessionSources sources = SessionSources.of(log, session);
        Optional<SessionSources.Piece> own = sources.ownTrack().flatMap(
                track -> track.pieces().stream().filter(each -> log.toAbsolutePath().normalize().equals(each.file()))
                        .findFirst());
        if (own.isEmpty()) {
            return content.withSegments(List.of(segment(log, content.focus(), TimelineSegment.State.STOPPED)));
        }
        long ahead = content.focus().startNanos() - EpochNanos.of(own.get().segment().start());
        List<TimelineSegment> segments = new ArrayList<>();
        List<TimelineHole> holes = new ArrayList<>();
        content.holes().forEach(hole -> holes.add(hole.of(sources.own())));
        List<String> names = new ArrayList<>();
        for (SessionSources.Track track : sources.tracks()) {
            int lane = names.size();
            names.add(track.name());
            track.pieces().forEach(each -> segments.add((each.equals(own.get())
                    ? segment(log, content.focus(), state(each.segment()))
                    : segment(each.file(), span(each.segment(), ahead), state(each.segment()))).of(lane)));
            session.orElseThrow().losses().stream().filter(loss -> loss.source().equals(track.source()))
                    .forEach(loss -> holes.add(hole(loss, ahead).of(lane)));
        }
        // Losses of a source that has no segment concern all that is shown.
        session.orElseThrow().losses().stream()
                .filter(loss -> sources.tracks().stream().noneMatch(each -> each.source().equals(loss.source())))
                .forEach(loss -> holes.add(hole(loss, ahead).of(sources.own())));
        return content.withSegments(segments).withHoles(holes)
                .withSources(names.size() > 1 ? names : List.of());
    }

    private TimelineSegment.State state(Segment segment) {
        boolean open = segment.end().isEmpty();
        return !open
                ? TimelineSegment.State.STOPPED
                : session.orElseThrow().state() == Session.State.STARTED
                        ? TimelineSegment.State.RECORDING
                        : TimelineSegment.State.FAULT;
    }

    private TimelineSegment segment(Path file, TimeSpan span, TimelineSegment.State state) {
        return new TimelineSegment(file.toString(), span, state, String.valueOf(file.getFileName()), file.equals(log));
    }

    /** One without an end is drawn where it begins: how long it is nobody has written down. */
    private static TimeSpan span(Segment segment, long ahead) {
        Instant end = segment.end().filter(at -> !at.isBefore(segment.start())).orElse(segment.start());
        return new TimeSpan(EpochNanos.of(segment.start()) + ahead, EpochNanos.of(end) + ahead);
    }

    private static TimelineHole hole(Loss loss, long ahead) {
        String count = loss.count() == 0
                ? "Perhaps lost"
                : loss.count() + (loss.count() == 1 ? " message" : " messages")
                        + " lost";
        return new TimelineHole(TimelineHole.Kind.LOSS,
                TimeSpan.between(EpochNanos.of(loss.start()) + ahead, EpochNanos.of(loss.end()) + ahead),
                count + ": " + loss.cause().words() + (loss.detail().isBlank() ? "" : "\n" + loss.detail()));
    }
}
