package org.labreel.session;

import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;

/** One session in the engine: what is done to it is done one after the other, whatever is done to others. */
final class Slot {
    private final UUID id;
    private final SerialExecutor turns;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile SessionFolder folder;
    private volatile Optional<ActiveSession> active = Optional.empty();
    private volatile Optional<FileTime> written = Optional.empty();
    private volatile Optional<Session> shown = Optional.empty();
    /** Of the clock's thread alone. */
    private OptionalLong triedNanos = OptionalLong.empty();

    Slot(SessionFolder folder, Executor below) {
        this.id = folder.session().id();
        this.folder = folder;
        this.turns = new SerialExecutor(below);
        this.written = SessionStore.written(folder.path());
    }

    /** Whether it may be tried to make it ready at this monotonic time; then not again for {@code pauseNanos}. */
    boolean mayPrepare(long nowNanos, long pauseNanos) {
        if (triedNanos.isPresent() && nowNanos - triedNanos.getAsLong() < pauseNanos) {
            return false;
        }
        triedNanos = OptionalLong.of(nowNanos);
        return true;
    }

    /** Whether it is held ready for a scheduled start. */
    boolean isReady() {
        return active.filter(ActiveSession::isAhead).isPresent();
    }

    UUID id() {
        return id;
    }

    SessionFolder folder() {
        return folder;
    }

    /** The folder as it stands on disk now, changed by somebody else. */
    void reopened(SessionFolder next) {
        folder = next;
        written = SessionStore.written(next.path());
    }

    Optional<FileTime> written() {
        return written;
    }

    Optional<ActiveSession> active() {
        return active;
    }

    void activate(ActiveSession next) {
        active = Optional.of(next);
    }

    void rest() {
        active = Optional.empty();
        written = SessionStore.written(folder.path());
    }

    /** The session; its state is known here before it is on the disk. */
    Session session() {
        Session saved = folder.session();
        return active.map(now -> saved.state() == now.state() ? saved : saved.withState(now.state())).orElse(saved);
    }

    void execute(Runnable work) {
        turns.execute(work);
    }

    /** As {@link #execute}, but not while the last such work still waits: the clock will ask again. */
    void executeOnce(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            turns.execute(() -> {
                try {
                    work.run();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Whether it looks otherwise than when this was last asked. */
    boolean news() {
        Session now = session();
        boolean changed = shown.filter(last -> last.equals(now)).isEmpty();
        shown = Optional.of(now);
        return changed;
    }
}
