package org.labreel.ui.timeline;

/**
 * A signal that can be shown in a lane.
 *
 * @param id
 *            stable, for remembering what is shown: "voltage", "temperature-1"
 * @param unit
 *            of its values
 * @param leastSpan
 *            its axis spans at least this much, so that noise does not look like an event
 * @param joinedNanos
 *            samples further apart are not joined by a line
 */
public record TimelineSignal(String id, String name, String unit, double leastSpan, SignalTrack track,
        long joinedNanos) {
    public static TimelineSignal of(String id, String name, String unit, double leastSpan, SignalTrack track) {
        return new TimelineSignal(id, name, unit, leastSpan, track, track.longestJoinedNanos());
    }
}
