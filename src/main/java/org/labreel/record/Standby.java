package org.labreel.record;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start from Standby needs: the session it goes to, and a file made ahead of it. Safe for several threads: files
 * are made where the disk may be slow, and taken on the recorder's thread.
 */
final class Standby {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private final Maker maker;
    private Optional<SessionNotes> into = Optional.empty();
    private Optional<Recording> ready = Optional.empty();

    /** Makes a file for a start to come. */
    @FunctionalInterface
    interface Maker {
        Recording make(SessionNotes into) throws IOException;
    }

    Standby(Maker maker) {
        this.maker = maker;
    }

    /** Makes a file for a start to come; any thread but the recorder's: it touches the disk. */
    Recording prepare(SessionNotes notes) throws IOException {
        return maker.make(notes);
    }

    /** From now on a start finds all that it needs. @return false when it did before */
    synchronized boolean arm(Recording next) {
        if (into.isPresent()) {
            return false;
        }
        into = Optional.of(next.notes());
        ready = Optional.of(next);
        return true;
    }

    /** Takes back what was made ready and not used. */
    static void throwAway(Recording unused) {
        try {
            unused.discard();
        } catch (IOException e) {
            LOG.warn("A file that was made ready could not be removed: {}", e.toString());
        }
    }

    /** A file for the start after the next. @return false when it is not wanted any more */
    synchronized boolean offer(Recording next) {
        if (ready.isPresent() || into.filter(next.notes()::equals).isEmpty()) {
            return false;
        }
        ready = Optional.of(next);
        return true;
    }

    /** The file for a start that is now; made now when there is none, because it follows the one before at once. */
    Recording take() throws IOException {
        SessionNotes notes;
        synchronized (this) {
            notes = into.orElseThrow(() -> new IllegalStateException("the recorder is not armed"));
            if (ready.isPresent()) {
                Recording made = ready.get();
                ready = Optional.empty();
                return made;
            }
        }
        return maker.make(notes);
    }

    /** @return what was made ready and is wanted no more */
    synchronized Optional<Recording> disarm() {
        Optional<Recording> unused = ready;
        ready = Optional.empty();
        into = Optional.empty();
        return unused;
    }

    /** The file made ready is gone from the disk. @return false when a start took it a moment ago */
    synchronized boolean lost(Recording gone) {
        boolean held = ready.filter(gone::equals).isPresent();
        if (held) {
            ready = Optional.empty();
        }
        return held;
    }

    /** Where starts go. */
    synchronized Optional<SessionNotes> into() {
        return into;
    }

    /** The file made ready. */
    synchronized Optional<Recording> ready() {
        return ready;
    }
}
