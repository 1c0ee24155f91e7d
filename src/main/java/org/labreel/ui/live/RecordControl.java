package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.MarkerColour;

/**
 * The record button's other half: starts and stops segments off the JavaFX thread. The first press makes a session
 * folder, later presses add segments to it.
 */
public final class RecordControl {
    /** What the recorder is about. */
    public enum Phase {
        IDLE, STARTING, RECORDING, STOPPING
    }

    /** A segment that was completed, with the path of its file. */
    public record Saved(Segment segment, Path file) {
    }

    private final Recorder recorder;
    private final Supplier<Path> root;
    private final Function<Instant, Session> plan;
    private final Executor disk;
    private final Executor fx;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final DiskRoom room;
    private volatile Phase phase = Phase.IDLE;
    private volatile @Nullable SessionFolder folder;
    private int markers;

    /**
     * @param root
     *            folder of the recordings, asked when a session folder is made
     * @param plan
     *            the session to be made at an instant
     * @param disk
     *            one thread, for what touches the disk
     * @param fx
     *            where phases change and results are handed over
     */
    public RecordControl(Recorder recorder, Supplier<Path> root, Function<Instant, Session> plan, Executor disk,
            Executor fx, InstantSource clock) {
        this.recorder = recorder;
        this.root = root;
        this.plan = plan;
        this.disk = disk;
        this.fx = fx;
        this.clock = clock;
        this.room = new DiskRoom(root, disk, System::nanoTime);
    }

    /** Hears each change of phase, on the JavaFX thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Phase phase() {
        return phase;
    }

    public RecorderStatus status() {
        return recorder.status();
    }

    /** Bytes that a recording could still write, as last seen; empty when the disk does not tell. JavaFX thread. */
    OptionalLong roomBytes() {
        return room.bytes();
    }

    /** The session folder of this source, once the first segment was begun. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder).map(SessionFolder::path);
    }

    /** The session of this source as it stands, once the first segment was begun. */
    Optional<Session> session() {
        return Optional.ofNullable(folder).map(SessionFolder::session);
    }

    /** The files of the session of this source, oldest first, that being written too. Any thread. */
    List<Path> files() {
        SessionFolder into = folder;
        return into == null
                ? List.of()
                : into.session().segments().stream().map(each -> into.path().resolve(each.file())).toList();
    }

    /** The losses in the session of this source, as last entered. */
    public List<Loss> losses() {
        return Optional.ofNullable(folder).map(into -> into.session().losses()).orElse(List.of());
    }

    /**
     * Begins a segment. Completes on the JavaFX thread with the session folder; fails when it cannot begin, or is not
     * idle.
     */
    public CompletableFuture<Path> start() {
        if (phase != Phase.IDLE) {
            return CompletableFuture.failedFuture(new IllegalStateException("the recorder is busy: " + phase));
        }
        enter(Phase.STARTING);
        return ask(() -> {
            SessionFolder into = folder;
            if (into == null) {
                into = SessionFolder.create(root.get(), plan.apply(clock.instant()));
                folder = into;
            }
            recorder.start(into);
            return into.path();
        }, Phase.RECORDING, Phase.IDLE);
    }

    /** Ends the segment. Completes on the JavaFX thread with what was saved; empty when nothing was being recorded. */
    public CompletableFuture<Optional<Saved>> stop() {
        SessionFolder into = folder;
        if (phase != Phase.RECORDING || into == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        enter(Phase.STOPPING);
        return ask(() -> {
            Segment segment = recorder.stop();
            return Optional.of(new Saved(segment, into.path().resolve(segment.file())));
        }, Phase.IDLE, Phase.IDLE);
    }

    /** Marks this instant, without a text; empty when nothing is being recorded. */
    Optional<Marker> mark(MarkerColour colour) {
        if (phase != Phase.RECORDING) {
            return Optional.empty();
        }
        markers++;
        Marker marker = new Marker(UUID.randomUUID(), clock.instant(), "", colour.css());
        recorder.mark(marker);
        return Optional.of(marker);
    }

    /** Gives a marker that was set before its text and colour, also after the segment has ended. */
    void describe(Marker marker) {
        recorder.mark(marker);
    }

    /** Markers set since the source was opened. */
    public int markers() {
        return markers;
    }

    /** Follows a recorder that stopped by itself, on a full disk. JavaFX thread, now and then. */
    public void check() {
        if (phase == Phase.RECORDING && !recorder.status().recording()) {
            enter(Phase.IDLE);
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
