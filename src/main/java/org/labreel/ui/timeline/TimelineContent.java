package org.labreel.ui.timeline;

import java.util.List;
import java.util.OptionalLong;

/**
 * All that a timeline shows, but for where the operator stands in it. Unchanging; a log that grows gives a new one.
 * Times are nanoseconds since the epoch.
 *
 * @param subject
 *            tells one log from the next: the window is kept while it stays the same
 * @param zeroNanos
 *            where elapsed time begins
 * @param focus
 *            the stretch that is shown first: the open log
 * @param changes
 *            when electrodes were set
 * @param liveEdge
 *            the present, where recording goes on
 * @param sources
 *            names of the lanes of segments; empty for a single one
 */
public record TimelineContent(String subject, long zeroNanos, TimeSpan focus, FrameClock frames,
        List<TimelineSegment> segments, List<TimelineHole> holes, List<TimelineMarker> markers,
        List<TimelineRange> ranges, EventTimes changes, List<TimelineSignal> signals, OptionalLong liveEdge,
        List<String> sources) {
    public static final TimelineContent EMPTY = new TimelineContent("", 0, new TimeSpan(0, 1_000_000_000L),
            FrameClock.NONE, List.of(), List.of(), List.of(), List.of(), EventTimes.EMPTY, List.of(),
            OptionalLong.empty(), List.of());

    public TimelineContent {
        segments = List.copyOf(segments);
        holes = List.copyOf(holes);
        markers = List.copyOf(markers);
        ranges = List.copyOf(ranges);
        signals = List.copyOf(signals);
        sources = List.copyOf(sources);
    }

    /** A log with nothing around it. */
    public static TimelineContent of(String subject, long zeroNanos, TimeSpan focus, FrameClock frames) {
        return new TimelineContent(subject, zeroNanos, focus, frames, List.of(), List.of(), List.of(), List.of(),
                EventTimes.EMPTY, List.of(), OptionalLong.empty(), List.of());
    }

    /** Everything there is to scroll through. */
    public TimeSpan whole() {
        TimeSpan whole = focus;
        for (TimelineSegment each : segments) {
            whole = whole.with(each.span());
        }
        return liveEdge.isPresent() ? whole.with(new TimeSpan(liveEdge.getAsLong(), liveEdge.getAsLong())) : whole;
    }

    public TimelineContent withFocus(TimeSpan next) {
        return new TimelineContent(subject, zeroNanos, next, frames, segments, holes, markers, ranges, changes,
                signals, liveEdge, sources);
    }

    public TimelineContent withSegments(List<TimelineSegment> next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, next, holes, markers, ranges, changes, signals,
                liveEdge, sources);
    }

    public TimelineContent withHoles(List<TimelineHole> next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, next, markers, ranges, changes,
                signals, liveEdge, sources);
    }

    public TimelineContent withMarkers(List<TimelineMarker> next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, holes, next, ranges, changes, signals,
                liveEdge, sources);
    }

    public TimelineContent withRanges(List<TimelineRange> next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, holes, markers, next, changes, signals,
                liveEdge, sources);
    }

    public TimelineContent withTracks(EventTimes nextChanges, List<TimelineSignal> nextSignals) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, holes, markers, ranges, nextChanges,
                nextSignals, liveEdge, sources);
    }

    public TimelineContent withLiveEdge(OptionalLong next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, holes, markers, ranges, changes,
                signals, next, sources);
    }

    public TimelineContent withSources(List<String> next) {
        return new TimelineContent(subject, zeroNanos, focus, frames, segments, holes, markers, ranges, changes,
                signals, liveEdge, next);
    }

    /** How many lanes the segments take. */
    public int lanes() {
        return Math.max(1, sources.size());
    }
}
