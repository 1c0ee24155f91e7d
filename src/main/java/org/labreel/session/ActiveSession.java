package org.labreel.session;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.model.Arrival;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that is armed or started: its folder claimed, its cameras connected. Confined to the session's own
 * executor, but for what is marked.
 */
final class ActiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveSession.class);
    private static final long TRIGGER_SECONDS = 10;
    private static final long SAVE_SECONDS = 120;

    private final SessionFolder folder;
    private final List<Station> stations;
    private final List<Span.Part> absent;
    private final FeedClock clock;
    private final Arrival since;
    private final List<CompletableFuture<Segment>> saving = new ArrayList<>();
    private volatile Session.State state = Session.State.STANDBY;
    /** Made ready by the clock, ahead of the start: for everybody else it is still Scheduled. */
    private volatile boolean ahead;
    private Optional<Arrival> begun = Optional.empty();
    private Duration recordedBefore = Duration.ZERO;
    private long bytesBefore;

    private ActiveSession(SessionFolder folder, List<Station> stations, List<Span.Part> absent, FeedClock clock) {
        this.folder = folder;
        this.stations = List.copyOf(stations);
        this.absent = List.copyOf(absent);
        this.clock = clock;
        this.since = clock.now();
    }

    /** Makes a station of a camera. */
    @FunctionalInterface
    interface Stations {
        Station arm(Session.Camera camera, SessionFolder folder) throws IOException;
    }

    /**
     * Claims the folder and arms every camera that can be armed.
     *
     * @throws Refusal
     *             when none can
     */
    static ActiveSession arm(SessionFolder folder, Stations making, FeedClock clock) {
        claim(folder);
        boolean armed = false;
        try {
            List<Station> stations = new ArrayList<>();
            List<Span.Part> absent = new ArrayList<>();
            for (Session.Camera camera : folder.session().cameras()) {
                try {
                    stations.add(making.arm(camera, folder));
                } catch (IOException | RuntimeException e) {
                    absent.add(new Span.Part(camera.id(), Optional.empty(), SessionWords.why(e)));
                }
            }
            if (stations.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, absent.isEmpty()
                        ? "The session has no camera. Add one first."
                        : "No camera of the session can be armed: " + absent.getFirst().problem());
            }
            armed = true;
            return new ActiveSession(folder, stations, absent, clock);
        } finally {
            if (!armed) {
                release(folder);
            }
        }
    }

    private static void claim(SessionFolder folder) {
        try {
            folder.claim();
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.ELSEWHERE, SessionWords.why(e), e);
        }
    }

    private static void release(SessionFolder folder) {
        try {
            folder.release();
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.FAILED, SessionWords.why(e), e);
        }
    }

    /** Standby or Started, or Scheduled while it is held ready for its start; any thread. */
    Session.State state() {
        return ahead ? Session.State.SCHEDULED : state;
    }

    /** Whether it is held ready for a scheduled start; any thread. */
    boolean isAhead() {
        return ahead;
    }

    /** Holds it ready for a scheduled start, or no more. */
    void ahead(boolean held) {
        ahead = held;
    }

    /** When it was armed. */
    Arrival since() {
        return since;
    }

    /** Any thread. */
    List<Station> stations() {
        return stations;
    }

    /**
     * Starts all cameras together. Touches no disk.
     *
     * @return what each made of it
     * @throws Refusal
     *             when none started
     */
    Span begin(Span.Cause cause) {
        Arrival requested = clock.now();
        List<CompletableFuture<Arrival>> starts = stations.stream().map(Station::trigger).toList();
        List<Span.Part> parts = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < stations.size(); i++) {
            try {
                parts.add(stations.get(i).started(starts.get(i).get(TRIGGER_SECONDS, TimeUnit.SECONDS)));
                any = true;
            } catch (ExecutionException e) {
                Throwable cause1 = e.getCause() == null ? e : e.getCause();
                parts.add(new Span.Part(stations.get(i).camera().id(), Optional.empty(), SessionWords.why(cause1)));
            } catch (TimeoutException _) {
                parts.add(new Span.Part(stations.get(i).camera().id(), Optional.empty(),
                        "The recorder did not answer for " + TRIGGER_SECONDS + " s."));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(Refusal.Kind.FAILED, "The start was interrupted.", e);
            }
        }
        if (!any) {
            throw new Refusal(Refusal.Kind.FAILED, "No camera could be started: " + parts.getFirst().problem());
        }
        parts.addAll(absent);
        begun = Optional.of(requested);
        state = Session.State.STARTED;
        return new Span(requested.wall(), cause, Optional.empty(), "", parts);
    }

    /** Parts of the running span, with the cameras that came to it since. */
    List<Span.Part> joined(List<Span.Part> parts) {
        List<Span.Part> next = new ArrayList<>();
        Instant now = clock.wall().instant();
        for (Span.Part part : parts) {
            boolean came = part.started().isEmpty() && stations.stream()
                    .anyMatch(s -> s.camera().id().equals(part.camera()) && s.recording() && s.connected());
            next.add(came ? new Span.Part(part.camera(), Optional.of(now), part.problem()) : part);
        }
        return next;
    }

    /** Ends the segments of all cameras together; they stay armed. */
    void end() {
        bytesBefore = bytes();
        recordedBefore = recorded();
        begun = Optional.empty();
        for (Station station : stations) {
            try {
                saving.add(station.rest());
            } catch (IOException | IllegalStateException e) {
                // As when the disk was full; its own alarm says so.
                LOG.info("{} had ended by itself: {}", station.camera().address(), e.toString());
            }
        }
        state = Session.State.STANDBY;
    }

    /** Lets go of cameras and files once all is on the disk. @return what may not be safe */
    List<String> disarm() {
        List<String> problems = new ArrayList<>();
        stations.forEach(Station::leave);
        for (CompletableFuture<Segment> each : saving) {
            try {
                each.get(SAVE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                problems.add(SessionWords.why(e.getCause() == null ? e : e.getCause()));
            } catch (TimeoutException _) {
                problems.add("The disk did not answer for " + SAVE_SECONDS + " s; the end may not be safe.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                problems.add("Waiting for the disk was interrupted; the end may not be safe.");
            }
        }
        return problems;
    }

    void release() {
        release(folder);
    }

    /** Time spent Started, by the monotonic clock. */
    Duration recorded() {
        return begun.map(from -> recordedBefore
                .plusNanos(clock.monotonicNanos().getAsLong() - from.monotonicNanos())).orElse(recordedBefore);
    }

    /** Written since it was armed. */
    long bytes() {
        return bytesBefore + stations.stream().mapToLong(Station::bytes).sum();
    }

    /** Why it cannot go on by itself: no recorder runs any more. */
    Optional<String> broken() {
        if (state != Session.State.STARTED || stations.stream().anyMatch(Station::recording)) {
            return Optional.empty();
        }
        return Optional.of(stations.getFirst().alarm().orElse("The recorder has stopped."));
    }
}
