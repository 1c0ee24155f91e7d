package org.labreel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Session;
import org.labreel.session.CameraFeed;
import org.labreel.session.DeskListener;
import org.labreel.session.EngineSettings;
import org.labreel.session.Refusal;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;

/**
 * The sessions of this window: an engine on the recordings folder, started when it is first wanted, and replaced when
 * the operator chooses another folder. Safe for several threads; nothing here waits.
 */
final class LocalSessions extends EngineDesk {
    private final Supplier<Path> folder;
    private final Function<Path, EngineRoom> open;
    private final Function<Session.Camera, CameraFeed> feed;
    private final Executor workers;
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> replaced = new CopyOnWriteArrayList<>();
    private final LivelySessions lively = new LivelySessions();
    private Optional<CompletableFuture<EngineRoom>> room = Optional.empty();
    private final AtomicReference<@Nullable EngineSettings> settings = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private List<Session.Camera> cameras = List.of();
    private boolean closed;

    /**
     * @param folder
     *            the recordings folder as it is chosen now
     * @param open
     *            starts an engine on a folder, without cameras; may block
     * @param feed
     *            makes a camera
     * @param workers
     *            where engines are started and ended
     */
    LocalSessions(Supplier<Path> folder, Function<Path, EngineRoom> open, Function<Session.Camera, CameraFeed> feed,
            Executor workers) {
        this.folder = folder;
        this.open = open;
        this.feed = feed;
        this.workers = workers;
    }

    /** The engine, started when it was not yet; fails with a {@link Refusal}. */
    @Override
    CompletableFuture<SessionEngine> engine() {
        return room().thenApply(EngineRoom::engine);
    }

    /** Starts the engine when it was not yet, so that what is scheduled happens. */
    void wake() {
        CompletableFuture<EngineRoom> _ = room();
    }

    private synchronized CompletableFuture<EngineRoom> room() {
        if (closed) {
            return CompletableFuture.failedFuture(new Refusal(Refusal.Kind.NOT_NOW, "Labreel is ending."));
        }
        if (room.isEmpty()) {
            Path root = folder.get();
            room = Optional.of(CompletableFuture.supplyAsync(() -> started(root), workers));
        }
        return room.get();
    }

    private EngineRoom started(Path root) {
        EngineRoom made = open.apply(root);
        made.engine().rig().configure(wanted(), feed);
        Optional.ofNullable(settings.get()).ifPresent(made.engine()::settings);
        made.engine().watch(new Relay());
        CompletableFuture<Void> _ = made.engine().sessions().thenAccept(all -> all.forEach(lively::note));
        listeners.forEach(each -> each.connection(here(root)));
        return made;
    }

    private static DeskListener.Connection here(Path root) {
        return new DeskListener.Connection(true, "Sessions in " + root);
    }

    private synchronized List<Session.Camera> wanted() {
        return cameras;
    }

    /** The sources that may be recorded, from now on. */
    void configure(List<Session.Camera> next) {
        Optional<CompletableFuture<EngineRoom>> running;
        synchronized (this) {
            if (cameras.equals(next)) {
                return;
            }
            cameras = List.copyOf(next);
            running = room;
        }
        running.ifPresent(each -> {
            CompletableFuture<Void> _ = each.thenAcceptAsync(now -> now.engine().rig().configure(wanted(), feed),
                    workers);
        });
    }

    /** How sessions are run from now on; an engine that is not started yet is opened with what is chosen then. */
    void settings(EngineSettings next) {
        if (!next.equals(settings.getAndSet(next))) {
            now().ifPresent(each -> each.engine().settings(next));
        }
    }

    /** Hears when the engine was replaced by another. Any thread. */
    void onReplaced(Runnable listener) {
        replaced.add(listener);
    }

    /** Goes over to the chosen folder, once nothing is armed or being recorded in the one before. */
    void follow() {
        EngineRoom before;
        synchronized (this) {
            Optional<EngineRoom> now = now();
            if (closed || now.isEmpty() || now.get().engine().root().equals(folder.get()) || lively.busy()) {
                return;
            }
            before = now.get();
            room = Optional.empty();
            lively.clear();
        }
        listeners.forEach(each -> each.connection(new DeskListener.Connection(false, "Opening " + folder.get() + ".")));
        workers.execute(() -> {
            before.close();
            CompletableFuture<Void> _ = room().thenRun(() -> replaced.forEach(Runnable::run));
        });
    }

    private synchronized Optional<EngineRoom> now() {
        return room.filter(each -> each.isDone() && !each.isCompletedExceptionally()).map(CompletableFuture::join);
    }

    /** The folder that is in use. */
    Path root() {
        return now().map(each -> each.engine().root()).orElseGet(folder);
    }

    /** What is armed or being recorded, as last looked at; asks for a new look, which whoever watches hears too. */
    List<SessionView> active() {
        if (lively.busy() && looking.compareAndSet(false, true)) {
            workers.execute(this::lookAtActive);
        }
        return lively.active();
    }

    /** The sessions that are scheduled, armed or being recorded. */
    List<SessionView> alive() {
        return lively.alive();
    }

    private void lookAtActive() {
        try {
            now().ifPresent(each -> lively.look(each.engine()::session)
                    .forEach(view -> listeners.forEach(listener -> listener.changed(view))));
        } finally {
            looking.set(false);
        }
    }

    /** Hands on what the engine tells. */
    private final class Relay implements DeskListener {
        @Override
        public void changed(SessionView session) {
            lively.note(session);
            listeners.forEach(each -> each.changed(session));
        }

        @Override
        public void gone(UUID id) {
            lively.forget(id);
            listeners.forEach(each -> each.gone(id));
        }

        @Override
        public void connection(Connection connection) {
            // Ours to tell.
        }
    }

    @Override
    public Watch watch(DeskListener listener) {
        listeners.add(listener);
        Optional<EngineRoom> running = now();
        listener.connection(running.map(each -> here(each.engine().root()))
                .orElseGet(() -> new DeskListener.Connection(false, "Opening " + folder.get() + ".")));
        CompletableFuture<EngineRoom> _ = room();
        return () -> listeners.remove(listener);
    }

    /** Stops what runs, in order, and waits for it: not on the JavaFX thread. */
    @Override
    public void close() {
        Optional<CompletableFuture<EngineRoom>> last;
        synchronized (this) {
            closed = true;
            last = room;
            room = Optional.empty();
        }
        listeners.clear();
        last.ifPresent(each -> each.handle((now, _) -> now).thenAccept(now -> Optional.ofNullable(now)
                .ifPresent(EngineRoom::close)).join());
    }
}
