package org.labreel.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A recording session: what was planned and what came of it.
 *
 * @param ranges
 *            parts of the segments that the operator named
 * @param spans
 *            the times in which it was Started, oldest first
 * @param journal
 *            what happened to it by itself, oldest first
 * @param boardDefinition
 *            the JSON text that the device server gave, if it did
 * @param parameters
 *            what else was known at the start, by name
 */
public record Session(UUID id, String name, State state, Instant created, Plan plan, List<Segment> segments,
        List<Marker> markers, List<NamedRange> ranges, List<Loss> losses, List<Span> spans, List<JournalEntry> journal,
        Optional<String> boardDefinition, Map<String, String> parameters) {
    /** Older entries of the journal give way. */
    public static final int MAX_JOURNAL = 200;

    public Session {
        segments = List.copyOf(segments);
        markers = List.copyOf(markers);
        ranges = List.copyOf(ranges);
        losses = List.copyOf(losses);
        spans = List.copyOf(spans);
        journal = List.copyOf(journal.subList(Math.max(0, journal.size() - MAX_JOURNAL), journal.size()));
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

    /** What a session keeps, as recording-session managers spell it; one mode is known, which keeps everything. */
    public enum Mode {
        STORAGE("Storage");

        private final String word;

        Mode(String word) {
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

    /**
     * A source that the session records.
     *
     * @param id
     *            of the camera, the same in all sessions
     * @param record
     *            of its use in this session
     */
    public record Camera(UUID id, String model, String serial, String address, UUID record,
            List<StreamWish> streams) {
        public Camera {
            streams = List.copyOf(streams);
        }

        /** Used without wishes. */
        public Camera(UUID id, String model, String serial, String address) {
            this(id, model, serial, address, UUID.randomUUID(), List.of());
        }

        public Camera withStreams(List<StreamWish> next) {
            return new Camera(id, model, serial, address, record, next);
        }
    }

    /**
     * What the operator asks for.
     *
     * @param start
     *            when a Scheduled session starts; absent = only by hand
     * @param end
     *            when it stops; absent = only by hand or by a limit
     */
    public record Plan(Mode mode, Optional<Instant> start, Optional<Instant> end, Limits limits, List<Camera> cameras,
            String notes) {
        public static final Plan NONE = new Plan(Mode.STORAGE, Optional.empty(), Optional.empty(), Limits.NONE,
                List.of(), "");

        public Plan {
            cameras = List.copyOf(cameras);
        }

        public Plan withCameras(List<Camera> next) {
            return new Plan(mode, start, end, limits, next, notes);
        }

        public Plan withTimes(Optional<Instant> from, Optional<Instant> until) {
            return new Plan(mode, from, until, limits, cameras, notes);
        }

        public Plan withLimits(Limits next) {
            return new Plan(mode, start, end, next, cameras, notes);
        }

        public Plan withNotes(String next) {
            return new Plan(mode, start, end, limits, cameras, next);
        }
    }

    /** A new session with nothing in it, in state Stopped, mode Storage. */
    public static Session named(String name, Instant created) {
        return new Session(UUID.randomUUID(), name, State.STOPPED, created, Plan.NONE, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    public Limits limits() {
        return plan.limits();
    }

    public List<Camera> cameras() {
        return plan.cameras();
    }

    /** Another session with all that is in this one; the uses of its cameras and their streams are others too. */
    public Session apart() {
        List<Camera> own = plan.cameras().stream().map(camera -> new Camera(camera.id(), camera.model(),
                camera.serial(), camera.address(), UUID.randomUUID(),
                camera.streams().stream().map(StreamWish::apart).toList())).toList();
        return with(draft -> {
            draft.id = UUID.randomUUID();
            draft.plan = plan.withCameras(own);
        });
    }

    public Session withName(String next) {
        return with(draft -> draft.name = next);
    }

    public Session withState(State next) {
        return with(draft -> draft.state = next);
    }

    public Session withPlan(Plan next) {
        return with(draft -> draft.plan = next);
    }

    public Session withCameras(List<Camera> next) {
        return withPlan(plan.withCameras(next));
    }

    public Session withBoardDefinition(Optional<String> next) {
        return with(draft -> draft.boardDefinition = next);
    }

    public Session withParameters(Map<String, String> next) {
        return with(draft -> draft.parameters = next);
    }

    /** With the segment of the same file replaced, or added at the end. */
    public Session withSegment(Segment segment) {
        List<Segment> next = new ArrayList<>(segments);
        next.removeIf(old -> old.file().equals(segment.file()));
        next.add(segment);
        return withSegments(next);
    }

    /** Without the segment of this file. */
    public Session withoutSegment(String file) {
        return withSegments(segments.stream().filter(each -> !each.file().equals(file)).toList());
    }

    public Session withSegments(List<Segment> next) {
        return with(draft -> draft.segments = next);
    }

    public Session withMarkers(List<Marker> next) {
        return with(draft -> draft.markers = next);
    }

    public Session withRanges(List<NamedRange> next) {
        return with(draft -> draft.ranges = next);
    }

    public Session withLosses(List<Loss> next) {
        return with(draft -> draft.losses = next);
    }

    public Session withSpans(List<Span> next) {
        return with(draft -> draft.spans = next);
    }

    /** With a line added to the journal. */
    public Session noting(Instant at, String text) {
        List<JournalEntry> next = new ArrayList<>(journal);
        next.add(new JournalEntry(at, text));
        return with(draft -> draft.journal = next);
    }

    /** All of it, to make another with something changed. */
    private static final class Draft {
        private UUID id;
        private String name;
        private State state;
        private Instant created;
        private Plan plan;
        private List<Segment> segments;
        private List<Marker> markers;
        private List<NamedRange> ranges;
        private List<Loss> losses;
        private List<Span> spans;
        private List<JournalEntry> journal;
        private Optional<String> boardDefinition;
        private Map<String, String> parameters;

        Draft(Session of) {
            this.id = of.id;
            this.name = of.name;
            this.state = of.state;
            this.created = of.created;
            this.plan = of.plan;
            this.segments = of.segments;
            this.markers = of.markers;
            this.ranges = of.ranges;
            this.losses = of.losses;
            this.spans = of.spans;
            this.journal = of.journal;
            this.boardDefinition = of.boardDefinition;
            this.parameters = of.parameters;
        }

        Session made() {
            return new Session(id, name, state, created, plan, segments, markers, ranges, losses, spans, journal,
                    boardDefinition, parameters);
        }
    }

    private Session with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }
}
