package org.labreel.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import org.labreel.archive.SessionFolder;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
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
    private final RecorderSettings settings;
    private final Surroundings around;
    private final MessageQueue queue;
    private final DiskGuard guard;
    private final HeadState head = new HeadState();
    private final PreRoll preRoll;
    private volatile Optional<Recording> recording = Optional.empty();
    private Arrival pressed = new Arrival(Instant.EPOCH, 0);
    private Optional<Segment> ended = Optional.empty();
    private volatile Optional<SessionNotes> notes = Optional.empty();
    private volatile Progress progress = Progress.IDLE;
    private boolean over;

    RecorderLoop(String source, RecorderSettings settings, Surroundings around, MessageQueue queue,
            DiskGuard guard) {
        this.source = source;
        this.settings = settings;
        this.around = around;
        this.queue = queue;
        this.guard = guard;
        this.preRoll = new PreRoll(settings.preRoll(), settings.preRollBytes(), head);
    }

    /** Until {@link #quit}. */
    void run() {
        try {
            while (!over) {
                ArrayDeque<Entry> entries = queue.take();
                for (Entry entry : entries) {
                    handle(entry);
                    queue.done(entry);
                }
                publish();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Entry entry) {
        try {
            switch (entry) {
                case Entry.Command command -> command.work().run();
                case Entry.Message message when recording.isPresent() ->
                    recording.get().message(message.raw(), SidecarWriter.Part.LIVE);
                case Entry.Lost lost when recording.isPresent() -> recording.get().lost(lost);
                case Entry.Reported reported when recording.isPresent() -> recording.get().reported(reported.loss());
                case Entry.Message _,Entry.Lost _,Entry.Reported _ -> preRoll.add(entry);
            }
        } catch (RuntimeException | Error e) {
            // One entry that trips over a mistake of ours, or over a full heap, must not end the recording of all that
            // follow.
            LOG.error("A message could not be recorded", e);
            mistake(entry, "A message could not be recorded (" + e + "). Please report this; recording goes on.");
        }
    }

    private void mistake(Entry entry, String text) {
        fault(text);
        if (recording.isPresent() && entry instanceof Entry.Message message) {
            Arrival arrival = message.raw().arrival();
            recording.get().lost(new Entry.Lost(Loss.Cause.WRITE_ERROR, arrival, arrival, 1, text));
        }
    }

    /** To be run by the loop: opens a recording. */
    void start(SessionFolder folder) throws IOException {
        if (recording.isPresent()) {
            throw new IOException("A recording is already running.");
        }
        long usable = around.disk().usableBytes(folder.path());
        if (usable > 0 && usable < settings.reserveBytes()) {
            throw new IOException("The disk has only " + (usable >> 20) + " MB left, less than the "
                    + (settings.reserveBytes() >> 20) + " MB that are kept free. Free some space first.");
        }
        Arrival now = around.now();
        Recording opened = Recording.open(folder, source, settings, around, head);
        pressed = now;
        preRoll.trim(now.monotonicNanos());
        opened.begin(preRoll.take());
        guard.start(opened.chain().bytes(), around.nanos().getAsLong());
        recording = Optional.of(opened);
        notes = Optional.of(opened.notes());
        ended = Optional.empty();
        publish();
    }

    /** To be run by the loop: ends the recording, or tells the one that the disk guard has ended. */
    Segment stop() throws IOException {
        if (recording.isEmpty()) {
            return ended.orElseThrow(() -> new IllegalStateException("nothing is being recorded"));
        }
        Recording last = recording.get();
        progress = last.progress(pressed);
        recording = Optional.empty();
        Segment segment = last.chain().file().segment(true);
        try {
            segment = last.finish();
        } finally {
            ended = Optional.of(segment);
            idle(last.progress(pressed).fault());
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
        fault(text);
    }

    /** To be run by the loop: ends what runs, and the loop with it. */
    void quit() {
        over = true;
        if (recording.isPresent()) {
            try {
                stop();
            } catch (IOException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
    }

    private void fault(String text) {
        progress = new Progress(progress.recording(), progress.pressNanos(), progress.bytes(), progress.frames(),
                progress.lost(), progress.repeats(), progress.preRoll(), progress.file(), Optional.of(text));
    }

    private void idle(Optional<String> fault) {
        progress = new Progress(false, 0, 0, 0, 0, progress.repeats(), preRoll.reach(around.nanos().getAsLong()),
                Optional.empty(), fault);
    }

    /** To be run by the loop: shows the newest figures, before anybody is told that something is done. */
    void publish() {
        Optional<String> fault = progress.fault();
        if (recording.isPresent()) {
            progress = recording.get().progress(pressed);
        } else {
            idle(fault);
        }
    }

    /** Any thread. */
    Progress progress() {
        return progress;
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
