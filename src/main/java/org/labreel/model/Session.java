package org.labreel.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A recording session: what was planned and what came of it.
 *
 * @param limits
 *            0 = none
 * @param ranges
 *            parts of the segments that the operator named
 * @param boardDefinition
 *            the JSON text that the device server gave, if it did
 * @param parameters
 *            what else was known at the start, by name
 */
public record Session(UUID id, String name, String mode, State state, Instant created, Limits limits,
        List<Camera> cameras, List<Segment> segments, List<Marker> markers, List<NamedRange> ranges, List<Loss> losses,
        Optional<String> boardDefinition, Map<String, String> parameters) {
    public Session {
        cameras = List.copyOf(cameras);
        segments = List.copyOf(segments);
        markers = List.copyOf(markers);
        ranges = List.copyOf(ranges);
        losses = List.copyOf(losses);
        parameters = Map.copyOf(parameters);
    }

    /** The states of a session, as recording-session managers spell them. */
    public enum State {
        STOPPED("Stopped"), SCHEDULED("Scheduled"), STANDBY("Standby"), STARTED("Started");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Limits of a session; 0 = none. */
    public record Limits(int maxTimeSeconds, int maxSizeMegabytes) {
        public static final Limits NONE = new Limits(0, 0);
    }

    /** A source that the session records. */
    public record Camera(UUID id, String model, String serial, String address) {
    }

    /** A new session with nothing in it, in state Stopped, mode Storage. */
    public static Session named(String name, Instant created) {
        return new Session(UUID.randomUUID(), name, "Storage", State.STOPPED, created, Limits.NONE, List.of(),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    public Session withState(State next) {
        return new Session(id, name, mode, next, created, limits, cameras, segments, markers, ranges, losses,
                boardDefinition,
                parameters);
    }

    public Session withCameras(List<Camera> next) {
        return new Session(id, name, mode, state, created, limits, next, segments, markers, ranges, losses,
                boardDefinition,
                parameters);
    }

    public Session withBoardDefinition(Optional<String> next) {
        return new Session(id, name, mode, state, created, limits, cameras, segments, markers, ranges, losses, next,
                parameters);
    }

    public Session withParameters(Map<String, String> next) {
        return new Session(id, name, mode, state, created, limits, cameras, segments, markers, ranges, losses,
                boardDefinition, next);
    }

    /** With the segment of the same file replaced, or added at the end. */
    public Session withSegment(Segment segment) {
        List<Segment> next = new ArrayList<>(segments);
        next.removeIf(old -> old.file().equals(segment.file()));
        next.add(segment);
        return new Session(id, name, mode, state, created, limits, cameras, next, markers, ranges, losses,
                boardDefinition,
                parameters);
    }

    public Session withMarkers(List<Marker> next) {
        return new Session(id, name, mode, state, created, limits, cameras, segments, next, ranges, losses,
                boardDefinition,
                parameters);
    }

    public Session withRanges(List<NamedRange> next) {
        return new Session(id, name, mode, state, created, limits, cameras, segments, markers, next, losses,
                boardDefinition, parameters);
    }

    public Session withLosses(List<Loss> next) {
        return new Session(id, name, mode, state, created, limits, cameras, segments, markers, ranges, next,
                boardDefinition,
                parameters);
    }
}
