package org.labreel.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.labreel.session.SessionView;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.FrameClock;
import org.labreel.ui.timeline.SessionSegments;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineActions;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineMarker;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSegment;

/** All sessions of the desk along time: the last hours, now, and what is planned. */
final class Overview implements TimelineActions {
    private static final Duration BACK = Duration.ofHours(6);
    private static final Duration AHEAD = Duration.ofHours(2);
    private static final Duration FARTHEST = Duration.ofDays(7);
    /** A day is some thousand pixels at most: finer steps of the present would redraw what looks the same. */
    private static final long STEP_NANOS = 5_000_000_000L;

    private final SessionsModel model;
    private final TimelineModel timeline;
    private List<Object> shown = List.of();

    Overview(SessionsModel model) {
        this.model = model;
        this.timeline = new TimelineModel(model.zone());
        timeline.wallTimeProperty().set(true);
        timeline.actionsProperty().set(this);
    }

    TimelineModel timeline() {
        return timeline;
    }

    void show() {
        Instant now = model.now();
        List<SessionView> sessions = model.desk().sessions();
        long edge = EpochNanos.of(now) / STEP_NANOS * STEP_NANOS;
        List<Object> next = List.of(sessions.stream().map(SessionView::session).toList(), edge,
                model.selected().map(view -> view.session().id().toString()).orElse(""));
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        String chosen = model.selected().map(view -> view.session().id() + "/").orElse("none");
        List<TimelineSegment> segments = SessionSegments.of(sessions, now).stream()
                .map(each -> new TimelineSegment(each.key(), each.span(), each.state(), each.text(),
                        each.key().startsWith(chosen)))
                .toList();
        long last = segments.stream().mapToLong(each -> each.span().endNanos())
                .filter(end -> end < EpochNanos.of(now.plus(FARTHEST))).max().orElse(0);
        TimeSpan focus = new TimeSpan(EpochNanos.of(now.minus(BACK)), Math.max(last, EpochNanos.of(now.plus(AHEAD))));
        List<TimelineMarker> markers = model.selected().map(view -> view.session().markers()).orElse(List.of()).stream()
                .map(each -> new TimelineMarker(each.id(), EpochNanos.of(each.at()), each.text(), each.colour()))
                .toList();
        timeline.contentProperty().set(TimelineContent.of("sessions", EpochNanos.of(now), focus, FrameClock.NONE)
                .withSegments(segments).withMarkers(markers).withLiveEdge(OptionalLong.of(edge)));
        timeline.followingProperty().set(false);
    }

    @Override
    public void seek(long nanos) {
        at(nanos).ifPresent(id -> model.select(Optional.of(id)));
    }

    @Override
    public void open(TimelineSegment segment, long nanos) {
        model.select(id(segment));
    }

    private Optional<UUID> at(long nanos) {
        return timeline.content().segments().stream().filter(each -> each.span().contains(nanos)).findFirst()
                .flatMap(Overview::id);
    }

    private static Optional<UUID> id(TimelineSegment segment) {
        int end = segment.key().indexOf('/');
        try {
            return end < 0 ? Optional.empty() : Optional.of(UUID.fromString(segment.key().substring(0, end)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
