package org.labreel.ui.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.MarkerColour;

/**
 * The record button's other half: starts and stops the segments of all sources that are shown, off the JavaFX thread.
 * The first press makes a session folder, later presses add segments to it.
 */
public final class RecordControl {
    private static final RecorderStatus NOTHING = new RecorderStatus(false, Duration.ZERO, 0, 0, 0, 0, 0, Duration.ZERO,
            Optional.empty(), Optional.empty(), Optional.empty());

    private final Recorders recorders = new Recorders();
    private final LiveSession session;
    private final DiskRoom room;
    private final Executor disk;
    private final Executor fx;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Phase phase = Phase.IDLE;

    /** What the recorder is about. */
    public enum Phase {
        IDLE, STARTING, RECORDING, STOPPING
    }

    /**
     * A recording that has begun.
     *
     * @param failures
     *            why a source is not recorded, by its address
     */
    public record Begun(Path folder, Map<String, Exception> failures) {
        public Begun {
            failures = Map.copyOf(failures);
        }
    }

    /** A segment that was completed, with the path of its file. */
    public record Saved(Segment segment, Path file) {
    }

    /**
     * @param root
     *            folder of the recordings, asked when a session folder is made
     * @param plan
     *            the session to be made at an instant, with the sources as cameras
     * @param disk
     *            one thread, for what touches the disk
     * @param fx
     *            where phases change and results are handed over
     */
    public RecordControl(Supplier<Path> root, Function<Instant, Session> plan, Executor disk, Executor fx,
            InstantSource clock) {
        this.session = new LiveSession(root, plan, clock);
        this.disk = disk;
        this.fx = fx;
        this.clock = clock;
        this.room = new DiskRoom(root, disk, System::nanoTime);
    }

    /**
     * Records this source too: from the next press on, or at once when a recording runs. Fails, on the JavaFX thread,
     * when that cannot begin.
     */
    public CompletableFuture<Void> add(String address, Recorder recorder) {
        recorders.add(address, recorder);
        if (phase != Phase.RECORDING) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(() -> {
            try {
                recorder.start(session.open());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, disk).thenRunAsync(() -> {
        }, fx);
    }

    /** Records this source no more. Its recorder is the caller's to close; not while a recording runs. */
    public void remove(String address) {
        recorders.remove(address);
    }

    /** The next press makes a session of its own. Not while a recording runs. */
    public void newSession() {
        session.leave();
    }

    /** Hears each change of phase, on the JavaFX thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Phase phase() {
        return phase;
    }

    /** Of all sources together. */
    public RecorderStatus status() {
        return recorders.status();
    }

    /** Of one source; nothing when it is not recorded here. */
    public RecorderStatus status(String address) {
        return recorders.of(address).map(part -> part.recorder().status()).orElse(NOTHING);
    }

    /** Bytes that a recording could still write, as last seen; empty when the disk does not tell. JavaFX thread. */
    OptionalLong roomBytes() {
        return room.bytes();
    }

    /** The session folder, once the first segment was begun. */
    public Optional<Path> folder() {
        return session.folder().map(SessionFolder::path);
    }

    /** The session as it stands, once the first segment was begun. */
    Optional<Session> session() {
        return session.session();
    }

    /** The files of one source in the session, oldest first, that being written too. Any thread. */
    List<Path> files(String address) {
        return session.files(address);
    }

    /** The losses of one source in the session, as last entered. */
    List<Loss> losses(String address) {
        return session.losses(address);
    }

    /**
     * Begins a segment of each source. Completes on the JavaFX thread; fails when none can begin, or it is not idle.
     */
    public CompletableFuture<Begun> start() {
        if (phase != Phase.IDLE) {
            return CompletableFuture.failedFuture(new IllegalStateException("the recorder is busy: " + phase));
        }
        enter(Phase.STARTING);
        return ask(() -> {
            SessionFolder into = session.open();
            return new Begun(into.path(), recorders.start(into).orThrow().failures());
        }, Phase.RECORDING, Phase.IDLE);
    }

    /** Ends the segments. Completes on the JavaFX thread with what was saved; empty when nothing was being recorded. */
    public CompletableFuture<List<Saved>> stop() {
        Optional<Path> into = folder();
        if (phase != Phase.RECORDING || into.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        enter(Phase.STOPPING);
        return ask(() -> {
            Recorders.Outcome<Segment> ended = recorders.stop();
            Optional<Exception> failure = ended.failures().values().stream().findFirst();
            if (failure.isPresent()) {
                throw new IOException(failure.get().getMessage(), failure.get());
            }
            return ended.results().stream().map(each -> new Saved(each, into.get().resolve(each.file()))).toList();
        }, Phase.IDLE, Phase.IDLE);
    }

    /** Marks this instant, without a text; empty when nothing is being recorded. */
    Optional<Marker> mark(MarkerColour colour) {
        Optional<Recorders.Part> by = recorders.recording();
        if (phase != Phase.RECORDING || by.isEmpty()) {
            return Optional.empty();
        }
        session.countMarker();
        Marker marker = new Marker(UUID.randomUUID(), clock.instant(), "", colour.css());
        by.get().recorder().mark(marker);
        return Optional.of(marker);
    }

    /** Gives a marker that was set before its text and colour, also after the segment has ended. */
    void describe(Marker marker) {
        recorders.recording().ifPresentOrElse(by -> by.recorder().mark(marker),
                () -> disk.execute(() -> session.enter(marker)));
    }

    /** Markers set in this session. */
    public int markers() {
        return session.markers();
    }

    /** Follows recorders that stopped by themselves, on a full disk, and late boards. JavaFX thread, now and then. */
    public void check() {
        if (phase == Phase.RECORDING && recorders.recording().isEmpty()) {
            enter(Phase.IDLE);
        } else if (phase == Phase.RECORDING && session.lacksBoard()) {
            disk.execute(session::catchUp);
        }
    }

    private void enter(Phase next) {
        phase = next;
        listeners.forEach(Runnable::run);
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }

    private <T> CompletableFuture<T> ask(DiskWork<T> work, Phase after, Phase afterFailure) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        disk.execute(() -> {
            try {
                T result = work.run();
                fx.execute(() -> {
                    enter(after);
                    answer.complete(result);
                });
            } catch (IOException | RuntimeException e) {
                fx.execute(() -> {
                    enter(afterFailure);
                    answer.completeExceptionally(e);
                });
            }
        });
        return answer;
    }
}
