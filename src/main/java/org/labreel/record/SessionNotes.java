package org.labreel.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * What is to be entered into {@code session.json}. Noting is quick and may be done from any thread; {@link #flush}
 * touches the disk and is left to a thread that may wait.
 */
final class SessionNotes {
    private final SessionFolder folder;
    private final List<UnaryOperator<Session>> pending = new ArrayList<>();
    /** One flush after the other, so that an older figure never comes after a newer one. */
    private final ReentrantLock flushing = new ReentrantLock();
    private boolean unsaved;

    SessionNotes(SessionFolder folder) {
        this.folder = folder;
    }

    SessionFolder folder() {
        return folder;
    }

    void marker(Marker marker) {
        note(session -> {
            List<Marker> markers = new ArrayList<>(session.markers());
            markers.removeIf(old -> old.id().equals(marker.id()));
            markers.add(marker);
            return session.withMarkers(markers);
        });
    }

    /** Enters a loss, or its newer form when it has grown since. */
    void loss(Loss loss) {
        note(session -> {
            List<Loss> losses = new ArrayList<>(session.losses());
            losses.removeIf(loss::continues);
            losses.add(loss);
            return session.withLosses(losses);
        });
    }

    void segment(Segment segment) {
        note(session -> session.withSegment(segment));
    }

    /** The file is gone again, since nothing ever came into it. */
    void noSegment(String file) {
        note(session -> session.withoutSegment(file));
    }

    void started() {
        note(session -> session.withState(Session.State.STARTED));
    }

    /** The session rests again, unless another recorder still writes into it. */
    void stopped() {
        note(session -> session.segments().stream().allMatch(segment -> segment.end().isPresent())
                ? session.withState(Session.State.STOPPED)
                : session);
    }

    private synchronized void note(UnaryOperator<Session> change) {
        pending.add(change);
        unsaved = true;
    }

    /** Writes what was noted. What could not be written is kept for the next time. */
    void flush() throws IOException {
        flushing.lock();
        try {
            write();
        } finally {
            flushing.unlock();
        }
    }

    private void write() throws IOException {
        List<UnaryOperator<Session>> changes;
        synchronized (this) {
            if (!unsaved) {
                return;
            }
            changes = List.copyOf(pending);
            pending.clear();
            unsaved = false;
        }
        try {
            folder.update(session -> {
                Session next = session;
                for (UnaryOperator<Session> change : changes) {
                    next = change.apply(next);
                }
                return next;
            });
        } catch (IOException e) {
            // The folder keeps the change in memory; the file is still to be written.
            synchronized (this) {
                unsaved = true;
            }
            throw e;
        }
    }
}
