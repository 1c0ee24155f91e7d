package org.labreel.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorder's thread: takes entries in the order in which they came, so that the press of Record and of Stop fall
 * between two messages and nothing is missing or doubled at the seam. Confined to that thread, but for what is marked.
 */
final class RecorderLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderLoop.class);

    private final String source;
    private volatile RecorderSettings settings;
    private final Surroundings around;
    private final MessageQueue queue;
    private final DiskGuard guard;
    private final Past past;
    private volatile Optional<Recording> recording = Optional.empty();
    private Optional<Segment> ended = Optional.empty();
    private volatile Optional<SessionNotes> notes = Optional.empty();
    private final Figures figures = new Figures();
    private boolean over;
    private final Standby standby;
    /** What was kept from before the press and is still to be written, ahead of all that came after. */
    private Optional<List<Entry>> backlog = Optional.empty();

    RecorderLoop(String source, RecorderSettings settings, Surroundings around, MessageQueue queue,
            DiskGuard guard, MessageMemory memory) {
        this.source = source;
        this.settings = settings;
        this.around = around;
        this.queue = queue;
        this.guard = guard;
        this.past = new Past(source, settings, around.nanos(), memory);
        this.standby = new Standby(notes -> Recording.ready(notes, source, this.settings, around, past.head()));
    }

    /** To be run by the loop: what is being recorded, or made ready, keeps the settings that it began with. */
    void settings(RecorderSettings next) {
        settings = next;
        past.limit(next);
        guard.reserve(next.reserveBytes());
    }

    /** Until {@link #quit}. */
    void run() {
        try {
            while (!over) {
                ArrayDeque<Entry> entries = queue.take();
                for (Entry entry : entries) {
                    handle(entry);
                    queue.done(entry);
                    writeBacklog();
                }
                publish();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Entry entry) {
        try {
            past.hear(entry);
            switch (entry) {
                case Entry.Command command -> command.work().run();
                case Entry.Connection _ -> {
                    // The past has heard it.
                }
                case Entry.Message _,Entry.Lost _,Entry.Reported _ when recording.isPresent() ->
                    recording.get().entry(entry, SidecarWriter.Part.LIVE);
                case Entry.Message _,Entry.Lost _,Entry.Reported _ -> past.keep(entry);
            }
        } catch (RuntimeException | Error e) {
            // One entry that trips over a mistake of ours, or over a full heap, must not end the recording of all that
            // follow.
            LOG.error("A message could not be recorded", e);
            mistake(entry, "A message could not be recorded (" + e + "). Please report this; recording goes on.");
        }
    }

    private void mistake(Entry entry, String text) {
        figures.fault(text);
        recording.ifPresent(running -> running.mistake(entry, text));
    }

    /** What is known of the source; to be asked and told by the loop. */
    Past past() {
        return past;
    }

    /** To be run by the loop: opens a recording. */
    void start(SessionFolder folder) throws IOException {
        if (recording.isPresent()) {
            throw new IOException("A recording is already running.");
        }
        guard.refuseWhenFull(around.disk().usableBytes(folder.path()));
        Arrival now = around.now();
        begun(Recording.open(folder, source, settings, around, past.head(), now), now);
        writeBacklog();
    }

    private void begun(Recording begun, Arrival now) {
        backlog = Optional.of(past.take(now));
        recording = Optional.of(begun);
        notes = Optional.of(begun.notes());
        ended = Optional.empty();
    }

    /**
     * To be run by the loop: every message after this one is live. Touches no disk: head state and pre-roll are written
     * when whoever asked has been answered.
     */
    Arrival trigger() throws IOException {
        if (recording.isPresent()) {
            throw new IOException("A recording is already running.");
        }
        Recording next = standby.take();
        Arrival now = around.now();
        next.pressed(now);
        begun(next, now);
        return now;
    }

    private void writeBacklog() {
        if (backlog.isEmpty()) {
            return;
        }
        List<Entry> first = backlog.get();
        backlog = Optional.empty();
        if (recording.isPresent()) {
            try {
                recording.get().begin(first);
            } catch (RuntimeException | Error e) {
                LOG.error("The pre-roll could not be recorded", e);
                recording.get().mistake("The pre-roll could not be recorded (" + e + "). Please report this; "
                        + "recording goes on.");
            }
            guard.start(recording.get().chain().bytes(), around.nanos().getAsLong());
        }
        past.release(first);
    }

    /**
     * To be run by the loop: ends the recording between two messages. What is left to be done needs the disk and is
     * done by whoever asked.
     */
    Recording rest() {
        Recording last = recording.orElseThrow(() -> new IllegalStateException("nothing is being recorded"));
        last.ending(past.missing(around.now(), last.oldest()));
        recording = Optional.empty();
        figures.idle(past.reach(), last.progress().fault());
        return last;
    }

    /** Makes a file for a first start from Standby; any thread but this, since it touches the disk. */
    Recording ready(SessionFolder folder) throws IOException {
        guard.refuseWhenFull(around.disk().usableBytes(folder.path()));
        return standby.prepare(new SessionNotes(folder));
    }

    /** What a start from Standby needs. */
    Standby standby() {
        return standby;
    }

    /** To be run by the loop: ends the recording, or tells the one that the disk guard has ended. */
    Segment stop() throws IOException {
        if (recording.isEmpty()) {
            return ended.orElseThrow(() -> new IllegalStateException("nothing is being recorded"));
        }
        Recording last = recording.get();
        figures.recording(last);
        last.ending(past.missing(around.now(), last.oldest()));
        recording = Optional.empty();
        Segment segment = last.chain().file().segment(true);
        try {
            segment = last.finish();
        } finally {
            ended = Optional.of(segment);
            figures.idle(past.reach(), last.progress().fault());
        }
        return segment;
    }

    /** To be run by the loop: ends the recording since the disk is nearly full. */
    void stopForSpace() {
        if (recording.isEmpty()) {
            return;
        }
        String text = "Recording was stopped: the disk has less than " + (settings.reserveBytes() >> 20)
                + " MB left. Everything up to then is saved; free some space to record again.";
        try {
            stop();
        } catch (IOException e) {
            text += " " + Faults.why(e);
        }
        figures.fault(text);
    }

    /** To be run by the loop: ends what runs, and the loop with it. */
    void quit() {
        over = true;
        writeBacklog();
        standby.disarm().ifPresent(Standby::throwAway);
        if (recording.isPresent()) {
            try {
                stop();
            } catch (IOException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
        past.forget();
    }

    /** To be run by the loop: shows the newest figures, before anybody is told that something is done. */
    void publish() {
        if (recording.isPresent()) {
            figures.recording(recording.get());
        } else {
            figures.idle(past.reach());
        }
    }

    /** Any thread. */
    Progress progress() {
        return figures.newest();
    }

    /** The recording that runs; any thread. */
    Optional<Recording> recording() {
        return recording;
    }

    /** Of the recording that runs or ran last; any thread. */
    Optional<SessionNotes> notes() {
        return notes;
    }
}
