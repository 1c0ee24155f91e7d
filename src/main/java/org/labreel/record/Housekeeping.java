package org.labreel.record;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due every second beside the writing: force the file, write session.json, look at the disk. Runs on a thread
 * of its own, since each of these may take as long as the disk likes.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final RecorderLoop loop;
    private final MessageQueue queue;
    private final DiskGuard guard;
    private final Surroundings around;
    private volatile long lastTickNanos;
    private volatile Optional<String> unsaved = Optional.empty();

    Housekeeping(RecorderLoop loop, MessageQueue queue, DiskGuard guard, Surroundings around) {
        this.loop = loop;
        this.queue = queue;
        this.guard = guard;
        this.around = around;
        this.lastTickNanos = around.nanos().getAsLong();
    }

    /** When the last round was done, monotonic; a disk that does not answer keeps it from moving. */
    long lastTickNanos() {
        return lastTickNanos;
    }

    /** What is wrong with session.json. */
    Optional<String> unsaved() {
        return unsaved;
    }

    /** One round. */
    void tick() {
        try {
            loop.recording().ifPresent(this::keep);
            prepare();
            save();
        } catch (RuntimeException e) {
            // The next round must come whatever happened in this one.
            LOG.error("Housekeeping of the recorder failed", e);
        }
        lastTickNanos = around.nanos().getAsLong();
    }

    private void keep(Recording recording) {
        SegmentFile file = recording.chain().file();
        try {
            file.force();
        } catch (IOException e) {
            queue.add(ifRunning(recording, () -> recording.chain().unforced(file, e)));
        }
        if (!Files.exists(file.file())) {
            queue.add(ifRunning(recording, () -> recording.chain().missing(file)));
        }
        space(recording);
    }

    /** A recording that rests is someone else's to finish. */
    private Entry ifRunning(Recording recording, Runnable work) {
        return new Entry.Command(() -> {
            if (loop.recording().filter(recording::equals).isPresent()) {
                work.run();
            }
        });
    }

    /** While armed there is a file for the next start. */
    void prepare() {
        Standby standby = loop.standby();
        standby.ready().filter(ready -> !Files.exists(ready.chain().file().file())).filter(standby::lost)
                .ifPresent(Standby::throwAway);
        Optional<SessionNotes> into = standby.into();
        if (into.isEmpty() || standby.ready().isPresent()) {
            return;
        }
        try {
            Recording next = standby.prepare(into.get());
            if (!standby.offer(next)) {
                Standby.throwAway(next);
            }
        } catch (IOException e) {
            LOG.warn("No file can be made ready for the next start: {}", e.toString());
        }
    }

    private void space(Recording recording) {
        long usable;
        try {
            usable = around.disk().usableBytes(recording.notes().folder().path());
        } catch (IOException e) {
            LOG.debug("the disk does not tell its space: {}", e.toString());
            usable = -1;
        }
        if (guard.check(usable, loop.progress().bytes(), around.nanos().getAsLong())) {
            queue.add(new Entry.Command(loop::stopForSpace));
        }
    }

    /** Writes session.json if there is something to write. */
    void save() {
        loop.notes().ifPresent(notes -> {
            try {
                notes.flush();
                unsaved = Optional.empty();
            } catch (IOException e) {
                LOG.warn("session.json could not be written: {}", e.toString());
                unsaved = Optional.of("session.json could not be written (" + Faults.why(e)
                        + "); markers and losses are kept in memory and tried again.");
            }
        });
    }
}
