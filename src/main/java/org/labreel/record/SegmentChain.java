package org.labreel.record;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.labreel.log.SidecarWriter;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one recording, one after the other: a new one when one is full, cannot be written, cannot be made safe
 * or is gone. Confined to the recorder's thread, but for what is marked.
 */
final class SegmentChain {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentChain.class);
    /** How long to wait before the next try for a new file when there is none to write to. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final RecorderSettings settings;
    private final Surroundings around;
    private final HeadState head;
    private final SessionNotes notes;
    private final SegmentOpener opener;
    private final Faults faults;
    /** The file in use; while there is none, the last one, which keeps the accounts. */
    private volatile SegmentFile file;
    /** No file is in use: the next message begins one. */
    private boolean outage;
    private long retryNanos;
    private boolean durable;
    /** The operator knows that the file in use may not be safe. */
    private boolean unsafeTold;
    private long earlierBytes;
    private long earlierFrames;
    private long earlierLost;

    SegmentChain(RecorderSettings settings, Surroundings around, HeadState head, SessionNotes notes,
            SegmentOpener opener,
            Faults faults, SegmentFile file) {
        this.settings = settings;
        this.around = around;
        this.head = head;
        this.notes = notes;
        this.opener = opener;
        this.faults = faults;
        this.file = file;
    }

    /** Writes a message in whatever file takes it. @return false when none does */
    boolean store(RawMessage message, SidecarWriter.Part part) {
        if (outage) {
            return resume(message, part);
        }
        if (full(message) && split(message, part)) {
            return true;
        }
        try {
            write(message, part);
            return true;
        } catch (IOException e) {
            writeFailed(e);
            return resume(message, part);
        }
    }

    private void write(RawMessage message, SidecarWriter.Part part) throws IOException {
        if (MessageKind.of(message.payload()) == EventKind.IMAGE && !file.hasTransform() && !head.knowsTransform()) {
            Optional<RawMessage> size = HeadState.sizeOnly(message);
            if (size.isPresent()) {
                file.write(size.get(), SidecarWriter.Part.HEAD);
            }
        }
        file.write(message, part);
    }

    private boolean full(RawMessage next) {
        long age = next.arrival().monotonicNanos() - file.opened().monotonicNanos();
        boolean old = settings.splitAfter().isPositive() && age >= settings.splitAfter().toNanos();
        return !file.empty()
                && (old || file.bytes() + Integer.BYTES + next.payload().length() > settings.splitBytes());
    }

    /** Goes on in a new file, or in the old one: better a file that is too long than a record that is missing. */
    private boolean split(RawMessage message, SidecarWriter.Part part) {
        try {
            SegmentFile next = opener.beginningWith(message, part);
            seal();
            goOnIn(next);
            return true;
        } catch (IOException e) {
            faults.unsplit(file, e);
            return false;
        }
    }

    /** Tries for a new file, now and then. */
    private boolean resume(RawMessage message, SidecarWriter.Part part) {
        long now = around.nanos().getAsLong();
        if (now - retryNanos < 0) {
            return false;
        }
        retryNanos = now + RETRY.toNanos();
        try {
            goOnIn(opener.beginningWith(message, part));
            faults.resumed(file);
            return true;
        } catch (IOException e) {
            faults.stuck(e);
            return false;
        }
    }

    private void goOnIn(SegmentFile next) {
        if (file.vacant()) {
            next.account(file);
            drop(file);
        } else {
            earlierBytes += file.bytes();
            earlierFrames += file.frames();
            earlierLost += file.lost();
            notes.segment(file.segment(true));
        }
        file = next;
        outage = false;
        unsafeTold = false;
        notes.segment(next.segment(false));
    }

    /** A file without a byte, whose first write failed, would be taken for a recording that was lost. */
    private void drop(SegmentFile vacant) {
        try {
            vacant.discard();
        } catch (IOException e) {
            LOG.warn("{} is empty and could not be removed: {}", vacant.file(), e.toString());
        }
        notes.noSegment(vacant.name());
    }

    void writeFailed(IOException e) {
        faults.writeFailed(file, e);
        abandon();
    }

    /** Leaves the file as it is; the next message begins a new one. */
    private void abandon() {
        seal();
        outage = true;
        retryNanos = around.nanos().getAsLong();
        notes.segment(file.segment(true));
    }

    /** Forces and closes the file, and says what is not certain. */
    private void seal() {
        try {
            file.force();
        } catch (IOException e) {
            LOG.debug("{} could not be forced: {}", file.file(), e.toString());
        }
        // Now, or by another thread a moment ago, which had no chance to tell yet.
        file.forceFailure().ifPresent(this::tellUnsafe);
        durable = file.durable();
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", file.file(), e.toString());
        }
    }

    private void tellUnsafe(IOException e) {
        if (!unsafeTold) {
            unsafeTold = true;
            faults.forceFailed(file, e);
        }
    }

    /** A force from another thread failed: the file is left as it is, and recording goes on in a new one. */
    void unforced(SegmentFile failed, IOException e) {
        if (failed.equals(file) && !outage) {
            tellUnsafe(e);
            abandon();
        }
    }

    /** The file in use is no longer where it was. */
    void missing(SegmentFile gone) {
        if (gone.equals(file) && !outage) {
            faults.missing(file);
            abandon();
        }
    }

    /** Forces and closes the last file. @return whether all of it is on the disk */
    boolean end() {
        if (!outage) {
            seal();
        }
        // What is still said of this file by another thread comes too late to matter.
        outage = true;
        return durable;
    }

    /** The file in use; any thread. */
    SegmentFile file() {
        return file;
    }

    long bytes() {
        return earlierBytes + file.bytes();
    }

    long frames() {
        return earlierFrames + file.frames();
    }

    long lost() {
        return earlierLost + file.lost();
    }
}
