package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineHole;
import org.labreel.ui.timeline.TimelineSegment;
import org.labreel.ui.timeline.TimelineSegment.State;

/** What one source has recorded, keeps for the next press, and has lost: its lane of the live timeline. */
record LiveLane(List<TimelineSegment> segments, List<TimelineHole> holes, long oldestNanos) {
    /** A file that was begun so soon after the press is the first of its recording. */
    private static final long PRESS_NANOS = 1_000_000_000L;

    LiveLane {
        segments = List.copyOf(segments);
        holes = List.copyOf(holes);
    }

    /**
     * @param lane
     *            counted from 0
     */
    static LiveLane of(LiveModel model, RecordControl control, ZoneId zone, long now, int lane) {
        RecorderStatus status = control.status(model.address());
        List<TimelineSegment> segments = control.session().map(Session::segments).orElse(List.of()).stream()
                .filter(each -> each.source().equals(model.address()))
                .map(each -> segment(each, now, status).of(lane)).toList();
        List<TimelineHole> holes = new ArrayList<>();
        preRoll(status, segments, now).ifPresent(hole -> holes.add(hole.of(lane)));
        List<Loss> entered = control.losses(model.address());
        (entered.isEmpty() ? model.losses() : entered).forEach(loss -> holes.add(hole(loss, zone).of(lane)));
        long kept = status.recording() ? now : now - status.preRoll().toNanos();
        long oldest = segments.stream().mapToLong(each -> each.span().startNanos()).min().orElse(kept);
        return new LiveLane(segments, holes, Math.min(oldest, kept));
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

    private static TimelineHole hole(Loss loss, ZoneId zone) {
        LossText words = LossText.of(loss, zone);
        return new TimelineHole(TimelineHole.Kind.LOSS,
                TimeSpan.between(EpochNanos.of(loss.start()), EpochNanos.of(loss.end())),
                words.head() + (words.detail().isEmpty() ? "" : "\n" + words.detail()));
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
}
