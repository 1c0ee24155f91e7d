package org.labreel.record;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One press of Record to its end: the files that it fills one after the other. Whatever a disk does, it goes on in a
 * new file as soon as one can be made, and counts what it could not write until then. Confined to the recorder's
 * thread, but for what is marked.
 */
final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    /** How long to wait before the next try for a new file when there is none to write to. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final RecorderSettings settings;
    private final Surroundings around;
    private final HeadState head;
    private final SessionNotes notes;
    private final SegmentOpener opener;
    private final Ledger ledger;
    private final Faults faults;
    private final Repeats repeats = new Repeats();
    /** The file in use; while there is none, the last one, which keeps the accounts. */
    private volatile SegmentFile file;
    /** No file is in use: the next message begins one. */
    private boolean outage;
    private long retryNanos;
    private boolean durable;
    private long earlierBytes;
    private long earlierFrames;
    private long earlierLost;
    private long repeatedFrames;

    private Recording(String source, RecorderSettings settings, Surroundings around, HeadState head,
            SessionNotes notes, SegmentOpener opener, SegmentFile file) {
        this.settings = settings;
        this.around = around;
        this.head = head;
        this.notes = notes;
        this.opener = opener;
        this.ledger = new Ledger(source, notes);
        this.faults = new Faults(source, around, ledger);
        this.file = file;
    }

    /** Claims the folder and makes the first file. Nothing is left behind when it fails. */
    static Recording open(SessionFolder folder, String source, RecorderSettings settings, Surroundings around,
            HeadState head) throws IOException {
        folder.claim();
        boolean open = false;
        try {
            SessionNotes notes = new SessionNotes(folder);
            SegmentOpener opener = new SegmentOpener(folder, source, around, head);
            SegmentFile file = opener.empty(around.now());
            try {
                notes.started();
                notes.segment(file.segment(false));
                notes.flush();
                open = true;
            } finally {
                if (!open) {
                    file.discard();
                }
            }
            return new Recording(source, settings, around, head, notes, opener, file);
        } finally {
            if (!open) {
                folder.release();
            }
        }
    }

    /** Head state first, then what was kept from before the press. */
    void begin(List<Entry> preRoll) {
        List<RawMessage> following = preRoll.stream().filter(Entry.Message.class::isInstance)
                .map(entry -> ((Entry.Message) entry).raw()).toList();
        try {
            opener.writeHead(file, following);
        } catch (IOException e) {
            writeFailed(e);
        }
        for (Entry entry : preRoll) {
            switch (entry) {
                case Entry.Message message -> message(message.raw(), SidecarWriter.Part.PRE_ROLL);
                case Entry.Lost lost -> lost(lost);
                case Entry.Reported reported -> reported(reported.loss());
                case Entry.Command _ -> {
                }
            }
        }
    }

    /** Writes a message, in whatever file takes it, or counts it as lost. */
    void message(RawMessage message, SidecarWriter.Part part) {
        boolean repeated = repeats.repeats(message.payload());
        repeatedFrames += repeated ? 1 : 0;
        if (repeated && settings.dropRepeats()) {
            file.repeat();
            return;
        }
        if (!store(message, part)) {
            lost(new Entry.Lost(Loss.Cause.WRITE_ERROR, message.arrival(), message.arrival(), 1,
                    faults.alarm().orElse("the disk took no more")));
        }
        head.note(message);
    }

    private boolean store(RawMessage message, SidecarWriter.Part part) {
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
        ledger.interrupted();
    }

    private boolean full(RawMessage next) {
        return !file.empty() && file.bytes() + Integer.BYTES + next.payload().length() > settings.splitBytes();
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
        earlierBytes += file.bytes();
        earlierFrames += file.frames();
        earlierLost += file.lost();
        notes.segment(file.segment(true));
        file = next;
        outage = false;
        repeats.forget();
        ledger.interrupted();
        notes.segment(next.segment(false));
    }

    private void writeFailed(IOException e) {
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
            faults.forceFailed(file, e);
        }
        durable = file.durable();
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", file.file(), e.toString());
        }
    }

    /** Messages are missing here. */
    void lost(Entry.Lost lost) {
        file.lose(lost.count());
        ledger.lost(lost);
    }

    /** A loss that the source reported. */
    void reported(Loss loss) {
        file.lose(loss.count());
        ledger.reported(loss);
    }

    /** A force from another thread failed: the file is left as it is, and recording goes on in a new one. */
    void unforced(SegmentFile failed, IOException e) {
        if (failed.equals(file) && !outage) {
            faults.forceFailed(file, e);
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

    /**
     * Ends on a record boundary.
     *
     * @throws IOException
     *             with what is not safe; the recording has ended all the same
     */
    Segment finish() throws IOException {
        if (!outage) {
            seal();
        }
        Segment segment = file.segment(true);
        notes.segment(segment);
        notes.stopped();
        try {
            notes.flush();
        } catch (IOException e) {
            throw new IOException("The recording is in " + file.file() + ", but session.json could not be written ("
                    + Faults.why(e) + ").", e);
        } finally {
            notes.folder().release();
        }
        if (!durable) {
            throw new IOException(faults.alarm().orElse("The end of the recording may not be safe on the disk."));
        }
        return segment;
    }

    /** The file in use; any thread. */
    SegmentFile file() {
        return file;
    }

    /** Any thread. */
    SessionNotes notes() {
        return notes;
    }

    /** Bytes in all files. */
    long bytes() {
        return earlierBytes + file.bytes();
    }

    Progress progress(Arrival pressed) {
        return new Progress(true, pressed.monotonicNanos(), bytes(), earlierFrames + file.frames(),
                earlierLost + file.lost(), repeatedFrames, Duration.ZERO, Optional.of(file.file()), faults.alarm());
    }
}
