package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.labreel.log.LogIndex;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.Hit;
import org.labreel.ui.timeline.ShownSignals;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineActions;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineMarker;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineRange;
import org.labreel.ui.timeline.TimelineSegment;
import org.labreel.ui.timeline.TimelineSelection;

/**
 * The timeline of the open log: follows the transport and the operator's marks, and does with them what is asked for on
 * it. Knows no controls. JavaFX thread.
 */
final class BrowserTimeline implements TimelineActions {
    private static final Set<String> FIRST_SIGNALS = Set.of("voltage", "capacitance", "temperature-1");

    private final BrowserModel model;
    private final Transport transport;
    private final Annotations annotations;
    private final TimelineModel timeline;
    private TimelineContent read = TimelineContent.EMPTY;
    private List<TimelineRange> hits = List.of();
    /**
     * Where to go in a log that is being opened, as time since its start, and the frame that is the nearest to it so
     * far. Segments stand on the timeline by the clock of the session, and each log has a clock of its own: only the
     * start of a segment is known by both.
     */
    private OptionalLong arrival = OptionalLong.empty();
    private int arrivedAt = -1;

    BrowserTimeline(BrowserModel model, Annotations annotations, BrowserServices services) {
        this.model = model;
        this.transport = model.transport();
        this.annotations = annotations;
        this.timeline = new TimelineModel(services.zone());
        timeline.actionsProperty().set(this);
        new ShownSignals("timeline", FIRST_SIGNALS, false, services.preferences(), timeline);
        LogTracks tracks = new LogTracks(services.background(), this::found);
        model.openProperty().subscribe(log -> {
            tracks.show(log);
            log.ifPresent(this::arrived);
        });
        model.session().changesProperty().subscribe((_, _) -> tracks.again());
        annotations.allProperty().subscribe(_ -> publish());
        transport.frameProperty().subscribe(_ -> playhead());
        transport.rangeProperty().subscribe(_ -> selection());
        transport.indexProperty().subscribe(_ -> {
            playhead();
            selection();
        });
    }

    TimelineModel timeline() {
        return timeline;
    }

    private void found(TimelineContent content) {
        read = content;
        publish();
    }

    private void publish() {
        LogIndex index = transport.index();
        timeline.contentProperty().set(read.withMarkers(annotations.markers().stream()
                .filter(each -> each.frame() < index.frames()).map(each -> marker(index, each)).toList())
                .withRanges(Stream.concat(hits.stream(), annotations.ranges().stream()
                        .filter(each -> each.last() < index.frames()).map(each -> range(index, each))).toList()));
    }

    /** Draws these besides the named ranges; they cannot be changed there. */
    void setHits(List<TimelineRange> next) {
        hits = List.copyOf(next);
        publish();
    }

    private static TimelineMarker marker(LogIndex index, LogMarker marker) {
        return new TimelineMarker(marker.id(), nanos(index, marker.frame()), marker.text(), marker.colour());
    }

    private static TimelineRange range(LogIndex index, LogRange range) {
        return new TimelineRange(range.id(), range.words(),
                TimeSpan.between(nanos(index, range.first()), nanos(index, range.last())), range.colour());
    }

    private static long nanos(LogIndex index, int frame) {
        return EpochNanos.of(index.frameTime(frame));
    }

    private void playhead() {
        LogIndex index = transport.index();
        int frame = transport.frame();
        timeline.playheadProperty().set(frame < 0 || frame >= index.frames()
                ? OptionalLong.empty()
                : OptionalLong.of(nanos(index, frame)));
    }

    private void selection() {
        LogIndex index = transport.index();
        FrameRange range = transport.rangeProperty().get();
        int last = range.last(index.frames());
        timeline.selectionProperty().set(index.frames() == 0 || range.first() > last
                ? TimelineSelection.NONE
                : new TimelineSelection(range.marked(),
                        TimeSpan.between(nanos(index, range.first()), nanos(index, last)), range.first(), last));
    }

    /** The last frame that had been taken by then. */
    private int frameAt(long nanos) {
        return transport.index().frameAt(EpochNanos.instant(nanos));
    }

    private int nearest(long nanos) {
        LogIndex index = transport.index();
        int frame = frameAt(nanos);
        return frame >= 0 && frame + 1 < index.frames()
                && Math.abs(nanos(index, frame + 1) - nanos) < Math.abs(nanos - nanos(index, frame))
                        ? frame + 1
                        : frame;
    }

    @Override
    public void seek(long nanos) {
        transport.goTo(frameAt(nanos));
    }

    @Override
    public void step(int frames) {
        transport.step(frames);
    }

    @Override
    public void largeStep(int direction) {
        model.largeStep(direction);
    }

    @Override
    public void select(TimeSpan span) {
        int first = nearest(span.startNanos());
        if (first >= 0) {
            transport.select(first, Math.max(first, nearest(span.endNanos())));
        }
    }

    @Override
    public void clearSelection() {
        transport.clearRange();
    }

    @Override
    public boolean editable() {
        return transport.index().frames() > 0;
    }

    @Override
    public void addMarker(long nanos) {
        annotations.addMarker(nearest(nanos), "", MarkerColour.YELLOW.css(), _ -> {
        });
    }

    @Override
    public void moveMarker(UUID marker, long nanos) {
        annotations.moveMarker(marker, nearest(nanos));
    }

    @Override
    public void changeRange(UUID range, TimeSpan span) {
        int first = nearest(span.startNanos());
        annotations.moveRange(range, first, Math.max(first, nearest(span.endNanos())));
    }

    @Override
    public void open(TimelineSegment segment, long nanos) {
        arrival = OptionalLong.of(Math.max(0, nanos - segment.span().startNanos()));
        arrivedAt = -1;
        model.open(Path.of(segment.key()));
    }

    /** A large log is known piece by piece: it goes on until the place is reached or the operator goes elsewhere. */
    private void arrived(OpenLog log) {
        if (arrival.isEmpty() || log.frames() == 0 || (arrivedAt >= 0 && transport.frame() != arrivedAt)) {
            return;
        }
        long wanted = EpochNanos.of(log.index().timeZero()) + arrival.getAsLong();
        seek(wanted);
        arrivedAt = transport.frame();
        if (log.reach() != Reach.PART || nanos(log.index(), log.frames() - 1) >= wanted) {
            arrival = OptionalLong.empty();
        }
    }

    @Override
    public List<Choice> choices(Hit hit, long nanos) {
        return switch (hit) {
            case Hit.Marker(var marker) ->
                List.of(new Choice("Delete the marker", () -> annotations.delete(List.of(marker.id()))));
            case Hit.Range(var range) -> ofRange(range);
            case Hit.RangeEdge(var range, boolean _) -> ofRange(range);
            case Hit.Segment(var segment) when !segment.shown() ->
                List.of(new Choice("Open " + segment.text(), () -> open(segment, nanos)));
            case Hit.Segment _,Hit.Head _,Hit.Ruler _,Hit.SelectionEdge _,Hit.Hole _,Hit.Change _,Hit.Signal _,Hit.Nothing _ ->
                List.of();
        };
    }

    private List<Choice> ofRange(TimelineRange range) {
        Optional<LogRange> kept = annotations.ranges().stream().filter(each -> each.id().equals(range.id()))
                .findFirst();
        return kept.isEmpty()
                ? List.of()
                : List.of(
                        new Choice("Mark it as the range to export",
                                () -> kept.ifPresent(each -> transport.select(each.first(), each.last()))),
                        new Choice("Delete the range", () -> annotations.delete(List.of(range.id()))));
    }
}
