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
 * What the session of a log adds to its timeline: the other segments, and the losses. A session tells times by this
 * computer's clock, a log by the device's; the start of the open log, which both know, tells how far they are apart.
 */
record SessionLanes(TimelineContent content, Path log, Optional<Session> session) {
    TimelineContent added() {
        Optional<Segment> own = own();
        if (session.isEmpty() || own.isEmpty()) {
            return content.withSegments(List.of(segment(log, content.focus(), TimelineSegment.State.STOPPED)));
        }
        long ahead = content.focus().startNanos() - EpochNanos.of(own.get().start());
        List<TimelineSegment> segments = new ArrayList<>();
        Path folder = folder(own.get());
        for (Segment each : session.get().segments()) {
            Path file = folder.resolve(each.file()).normalize();
            if (each.equals(own.get())) {
                segments.add(segment(log, content.focus(), state(each)));
            } else if (file.startsWith(folder)) {
                segments.add(segment(file, span(each, ahead), state(each)));
            }
        }
        List<TimelineHole> holes = new ArrayList<>(content.holes());
        session.get().losses().forEach(loss -> holes.add(hole(loss, ahead)));
        return content.withSegments(segments).withHoles(holes);
    }

    private Optional<Segment> own() {
        return session.flatMap(
                found -> found.segments().stream().filter(each -> log.endsWith(each.file())).findFirst());
    }

    /** The session's, above the name that the segment has inside it. */
    private Path folder(Segment own) {
        Path up = log.toAbsolutePath();
        for (int i = 0; i < Path.of(own.file()).getNameCount(); i++) {
            up = up.resolve("..");
        }
        return up.normalize();
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
