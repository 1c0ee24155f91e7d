package org.labreel.record;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/**
 * One press of Record to its end: the files that it fills one after the other. Whatever a disk does, it goes on in a
 * new file as soon as one can be made, and counts what it could not write until then. Confined to the recorder's
 * thread, but for what is marked.
 */
final class Recording {
    private final RecorderSettings settings;
    private final HeadState head;
    private final SessionNotes notes;
    private final SegmentOpener opener;
    private final Ledger ledger;
    private final Faults faults;
    private final Repeats repeats = new Repeats();
    private final SegmentChain chain;
    private final boolean alone;
    private long repeatedFrames;
    private Arrival pressed;
    /** Arrival of the oldest message of the pre-roll, or the press. */
    private Arrival oldest;

    private Recording(String source, RecorderSettings settings, Surroundings around, HeadState head,
            SessionNotes notes, SegmentOpener opener, SegmentFile file, Arrival pressed, boolean alone) {
        this.settings = settings;
        this.head = head;
        this.notes = notes;
        this.opener = opener;
        this.ledger = new Ledger(source, notes);
        this.faults = new Faults(source, around, ledger);
        this.pressed = pressed;
        this.oldest = pressed;
        this.alone = alone;
        this.chain = new SegmentChain(settings, around, head, notes, opener, faults, file);
    }

    /** Claims the folder and makes the first file. Nothing is left behind when it fails. */
    static Recording open(SessionFolder folder, String source, RecorderSettings settings, Surroundings around,
            HeadState head, Arrival pressed) throws IOException {
        Recording made = make(new SessionNotes(folder), source, settings, around, head, pressed, true);
        boolean open = false;
        try {
            made.notes.started();
            made.notes.segment(made.chain.file().segment(false));
            made.notes.flush();
            open = true;
            return made;
        } finally {
            if (!open) {
                made.discard();
            }
        }
    }

    /**
     * Claims the folder and makes a file for a start to come, so that nothing is left to do then. The session's state
     * is kept by whoever starts. Any thread.
     */
    static Recording ready(SessionNotes notes, String source, RecorderSettings settings, Surroundings around,
            HeadState head) throws IOException {
        return make(notes, source, settings, around, head, around.now(), false);
    }

    private static Recording make(SessionNotes notes, String source, RecorderSettings settings, Surroundings around,
            HeadState head, Arrival pressed, boolean alone) throws IOException {
        SessionFolder folder = notes.folder();
        folder.claim();
        boolean made = false;
        try {
            SegmentOpener opener = new SegmentOpener(folder, source, around, head);
            SegmentFile file = opener.empty(pressed);
            made = true;
            return new Recording(source, settings, around, head, notes, opener, file, pressed, alone);
        } finally {
            if (!made) {
                folder.release();
            }
        }
    }

    /** Takes back what was made ready and not used. */
    void discard() throws IOException {
        try {
            chain.file().discard();
        } finally {
            notes.folder().release();
        }
    }

    /** The start is now; what was made ready may be old. */
    void pressed(Arrival now) {
        pressed = now;
        oldest = now;
        chain.file().begunAt(now);
        notes.segment(chain.file().segment(false));
    }

    /** Head state first, then what was kept from before the press. */
    void begin(List<Entry> preRoll) {
        List<RawMessage> following = preRoll.stream().filter(Entry.Message.class::isInstance)
                .map(entry -> ((Entry.Message) entry).raw()).toList();
        following.stream().findFirst().ifPresent(first -> oldest = first.arrival());
        try {
            opener.writeHead(chain.file(), following);
        } catch (IOException e) {
            chain.writeFailed(e);
        }
        preRoll.forEach(entry -> entry(entry, SidecarWriter.Part.PRE_ROLL));
    }

    /** Takes what belongs in a recording. */
    void entry(Entry entry, SidecarWriter.Part part) {
        switch (entry) {
            case Entry.Message message -> message(message.raw(), part);
            case Entry.Lost lost -> lost(lost);
            case Entry.Reported reported -> reported(reported.loss());
            case Entry.Connection _,Entry.Command _ -> {
                // Of no recording.
            }
        }
    }

    /** Writes a message, in whatever file takes it, or counts it as lost. */
    private void message(RawMessage message, SidecarWriter.Part part) {
        boolean repeated = repeats.repeats(message.payload());
        repeatedFrames += repeated ? 1 : 0;
        if (repeated && settings.dropRepeats()) {
            chain.file().repeat();
            return;
        }
        SegmentFile before = chain.file();
        if (chain.store(message, part)) {
            ledger.interrupted();
        } else {
            // The next frame like this one is not stored anywhere yet.
            repeats.forget();
            lost(new Entry.Lost(Loss.Cause.WRITE_ERROR, message.arrival(), message.arrival(), 1,
                    faults.alarm().orElse("the disk took no more")));
        }
        if (!chain.file().equals(before)) {
            // A file must not begin with a frame left out because another file has it.
            repeats.forget();
        }
        head.note(message);
    }

    /** Messages are missing here. */
    private void lost(Entry.Lost lost) {
        chain.file().lose(lost.count());
        ledger.lost(lost);
    }

    /** A loss that the source reported. */
    private void reported(Loss loss) {
        chain.file().lose(loss.count());
        ledger.reported(loss);
    }

    /** A mistake of ours, which the operator is to know of. */
    void mistake(String text) {
        faults.mistake(text);
    }

    /** The same, and it cost this entry. */
    void mistake(Entry entry, String text) {
        mistake(text);
        if (entry instanceof Entry.Message message) {
            Arrival arrival = message.raw().arrival();
            lost(new Entry.Lost(Loss.Cause.WRITE_ERROR, arrival, arrival, 1, text));
        }
    }

    /** No message comes any more; {@code away} is a loss that nobody but the recorder can report. */
    void ending(Optional<Loss> away) {
        away.ifPresent(this::reported);
    }

    /**
     * Ends on a record boundary.
     *
     * @throws IOException
     *             with what is not safe; the recording has ended all the same
     */
    Segment finish() throws IOException {
        boolean durable = chain.end();
        Segment segment = chain.file().segment(true);
        notes.segment(segment);
        if (alone) {
            notes.stopped();
        }
        try {
            notes.flush();
        } catch (IOException e) {
            throw new IOException("The recording is in " + segment.file() + ", but session.json could not be written ("
                    + Faults.why(e) + ").", e);
        } finally {
            notes.folder().release();
        }
        if (!durable) {
            throw new IOException(faults.alarm().orElse("The end of the recording may not be safe on the disk."));
        }
        return segment;
    }

    /** The files; any thread may ask for the one in use. */
    SegmentChain chain() {
        return chain;
    }

    /** Any thread. */
    SessionNotes notes() {
        return notes;
    }

    /** Arrival of the oldest message, or the press. */
    Arrival oldest() {
        return oldest;
    }

    Progress progress() {
        return new Progress(true, pressed.monotonicNanos(), chain.bytes(), chain.frames(), chain.lost(),
                repeatedFrames,
                Duration.ofNanos(Math.max(0, pressed.monotonicNanos() - oldest.monotonicNanos())),
                Optional.of(chain.file().file()), faults.alarm());
    }
}
