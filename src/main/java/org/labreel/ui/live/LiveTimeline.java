package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.FrameClock;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineHole;
import org.labreel.ui.timeline.TimelineMarker;
import org.labreel.ui.timeline.TimelineSegment;
import org.labreel.ui.timeline.TimelineSegment.State;

/**
 * What the timeline under the live view shows: the segments of this session, what the recorder keeps for the next, and
 * the present. Times are of arrival.
 */
final class LiveTimeline {
    /** Electrode changes and signals of this long are kept, so that days without a recording take no memory. */
    private static final Duration TRACKS = Duration.ofHours(3);

    /** So much is shown at least, so that the scale does not race while the first seconds come. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    /** A file that was begun so soon after the press is the first of its recording. */
    private static final long PRESS_NANOS = 1_000_000_000L;

    private final LiveModel model;
    private final RecordControl control;
    private final ZoneId zone;
    private final long openedNanos;

    LiveTimeline(LiveModel model, RecordControl control, ZoneId zone) {
        this.model = model;
        this.control = control;
        this.zone = zone;
        this.openedNanos = EpochNanos.of(model.now());
    }

    /** As it stands now. */
    TimelineContent content() {
        long now = EpochNanos.of(model.now());
        RecorderStatus status = control.status();
        Optional<Session> session = control.session();
        List<TimelineSegment> segments = segments(session, now, status);
        long kept = status.recording() ? now : now - status.preRoll().toNanos();
        long oldest = segments.stream().mapToLong(each -> each.span().startNanos()).min().orElse(kept);
        TimeSpan focus = new TimeSpan(Math.min(Math.min(oldest, kept), now - LEAST.toNanos()), now);
        LiveTracks.Taken tracks = model.tracks()
                .since(Math.max(focus.startNanos(), now - TRACKS.toNanos()) - status.preRoll().toNanos());
        return TimelineContent.of(model.address() + openedNanos, openedNanos, focus, FrameClock.of(tracks.frames()))
                .withSegments(segments).withHoles(holes(session, status, segments, now))
                .withMarkers(
                        session.map(Session::markers).orElse(List.of()).stream().map(LiveTimeline::marker).toList())
                .withTracks(tracks.changes(), tracks.signals()).withLiveEdge(OptionalLong.of(now));
    }

    private List<TimelineSegment> segments(Optional<Session> session, long now, RecorderStatus status) {
        return session.map(Session::segments).orElse(List.of()).stream().map(each -> segment(each, now, status))
                .toList();
    }

    private static TimelineSegment segment(Segment segment, long now, RecorderStatus status) {
        boolean open = segment.end().isEmpty();
        // Until it is complete the session knows of the press only.
        long press = now - status.elapsed().toNanos();
        long start = EpochNanos.of(segment.start());
        if (open && status.recording() && start - press < PRESS_NANOS) {
            start = Math.min(start, press - status.preRoll().toNanos());
        }
        long end = segment.end().map(EpochNanos::of).orElse(open && status.recording() ? now : start);
        State state = !open ? State.STOPPED : status.recording() ? State.RECORDING : State.FAULT;
        return new TimelineSegment(segment.file(), TimeSpan.between(start, Math.max(start, end)), state,
                String.valueOf(Path.of(segment.file()).getFileName()), open);
    }

    private List<TimelineHole> holes(Optional<Session> session, RecorderStatus status, List<TimelineSegment> segments,
            long now) {
        List<TimelineHole> holes = new ArrayList<>();
        preRoll(status, segments, now).ifPresent(holes::add);
        for (Loss loss : session.map(Session::losses).filter(each -> !each.isEmpty()).orElse(model.losses())) {
            LossText words = LossText.of(loss, zone);
            holes.add(new TimelineHole(TimelineHole.Kind.LOSS,
                    TimeSpan.between(EpochNanos.of(loss.start()), EpochNanos.of(loss.end())),
                    words.head() + (words.detail().isEmpty() ? "" : "\n" + words.detail())));
        }
        return holes;
    }

    private static Optional<TimelineHole> preRoll(RecorderStatus status, List<TimelineSegment> segments, long now) {
        if (!status.recording()) {
            long kept = status.preRoll().toNanos();
            return kept == 0
                    ? Optional.empty()
                    : Optional.of(new TimelineHole(TimelineHole.Kind.PRE_ROLL, new TimeSpan(now - kept, now),
                            "Kept in memory: a press of Record puts it in front of the segment"));
        }
        long press = now - status.elapsed().toNanos();
        return segments.stream().filter(TimelineSegment::shown).map(each -> each.span().startNanos())
                .filter(start -> start < press).findFirst()
                .map(start -> new TimelineHole(TimelineHole.Kind.PRE_ROLL, new TimeSpan(start, press),
                        "Pre-roll: recorded from before Record was pressed"));
    }

    private static TimelineMarker marker(Marker marker) {
        return new TimelineMarker(marker.id(), EpochNanos.of(marker.at()), marker.text(), marker.colour());
    }
}
