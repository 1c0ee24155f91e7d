package org.labreel.ui.live;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.FrameClock;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineHole;
import org.labreel.ui.timeline.TimelineMarker;
import org.labreel.ui.timeline.TimelineSegment;

/**
 * What the timeline under the live view shows: a lane for each source with its segments of this session and what its
 * recorder keeps for the next, the signals of the selected source, and the present. Times are of arrival.
 */
final class LiveTimeline {
    /** Electrode changes and signals of this long are kept, so that days without a recording take no memory. */
    private static final Duration TRACKS = Duration.ofHours(3);

    /** So much is shown at least, so that the scale does not race while the first seconds come. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final RecordControl control;
    private final ZoneId zone;
    private final String subject;
    private final long openedNanos;

    /**
     * @param first
     *            of the sources that are shown from now on
     */
    LiveTimeline(LiveModel first, RecordControl control, ZoneId zone) {
        this.control = control;
        this.zone = zone;
        this.openedNanos = EpochNanos.of(first.now());
        this.subject = first.address() + openedNanos;
    }

    /**
     * As it stands now.
     *
     * @param sources
     *            in the order of their lanes
     * @param chosen
     *            the one whose signals are shown
     */
    TimelineContent content(List<LiveSource> sources, LiveModel chosen) {
        long now = EpochNanos.of(chosen.now());
        List<TimelineSegment> segments = new ArrayList<>();
        List<TimelineHole> holes = new ArrayList<>();
        long oldest = now - LEAST.toNanos();
        for (LiveSource source : sources) {
            LiveLane lane = LiveLane.of(source.model(), control, zone, now, sources.indexOf(source));
            segments.addAll(lane.segments());
            holes.addAll(lane.holes());
            oldest = Math.min(oldest, lane.oldestNanos());
        }
        long tracksFrom = Math.max(oldest, now - TRACKS.toNanos())
                - control.status(chosen.address()).preRoll().toNanos();
        LiveTracks.Taken tracks = chosen.tracks().since(tracksFrom);
        return TimelineContent.of(subject, openedNanos, new TimeSpan(oldest, now), FrameClock.of(tracks.frames()))
                .withSegments(segments).withHoles(holes)
                .withMarkers(control.session().map(Session::markers).orElse(List.of()).stream()
                        .map(LiveTimeline::marker).toList())
                .withTracks(tracks.changes(), tracks.signals()).withLiveEdge(OptionalLong.of(now))
                .withSources(sources.size() > 1 ? sources.stream().map(LiveSource::title).toList() : List.of());
    }

    private static TimelineMarker marker(Marker marker) {
        return new TimelineMarker(marker.id(), EpochNanos.of(marker.at()), marker.text(), marker.colour());
    }
}
