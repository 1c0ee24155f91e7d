package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.labreel.record.Alarm;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.Units;

/**
 * The record state in words.
 *
 * @param state
 *            in large letters
 * @param detail
 *            below it
 * @param trouble
 *            what is wrong
 */
record RecordText(String state, String detail, Optional<Trouble> trouble) {
    private static final String CONNECTION_LOST = "The connection is lost; recording goes on when it is back.";

    /** What may be wrong with a recording. */
    enum Trouble {
        /** The source is not there; it is shown elsewhere too, and passes by itself. */
        CONNECTION_LOST,
        /** The source sends no frames; it may pass by itself. */
        NO_FRAMES,
        /** All else. */
        FAULT
    }

    static RecordText of(RecordControl.Phase phase, RecorderStatus status, Optional<Path> folder, boolean connected) {
        Optional<Trouble> trouble = status.alarm().map(alarm -> trouble(alarm, connected));
        Optional<String> alarm = trouble.filter(Trouble.CONNECTION_LOST::equals).map(_ -> CONNECTION_LOST)
                .or(status::alarmText);
        return switch (phase) {
            case IDLE -> new RecordText("Not recording", alarm.orElseGet(() -> preRoll(status.preRoll())),
                    trouble);
            case STARTING -> new RecordText("Starting…", preRoll(status.preRoll()), Optional.empty());
            case RECORDING -> new RecordText("Recording " + Units.elapsed(status.elapsed()),
                    alarm.orElseGet(() -> running(status, folder)), trouble);
            case STOPPING -> new RecordText("Saving…", running(status, folder), Optional.empty());
        };
    }

    /**
     * Of several sources recorded together.
     *
     * @param troubles
     *            of each that has one, a line each
     */
    static RecordText ofMany(RecordControl.Phase phase, RecorderStatus all, Optional<Path> folder, int sources,
            String troubles) {
        RecordText calm = of(phase, new RecorderStatus(all.recording(), all.elapsed(), all.bytes(), all.frames(),
                all.repeats(), all.lost(), all.queuedBytes(), all.preRoll(), all.diskLeft(), all.file(),
                Optional.empty()), folder,
                true);
        String detail = switch (phase) {
            case IDLE, STARTING -> calm.detail() + " · " + sources + " sources";
            case RECORDING, STOPPING -> sources + " sources · " + calm.detail();
        };
        return troubles.isEmpty()
                ? new RecordText(calm.state(), detail, Optional.empty())
                : new RecordText(calm.state(), troubles, Optional.of(Trouble.FAULT));
    }

    /** The recorder cannot know of the connection; a fault of the disk goes before it. */
    private static Trouble trouble(Alarm alarm, boolean connected) {
        return switch (alarm.kind()) {
            case NO_FRAMES -> connected ? Trouble.NO_FRAMES : Trouble.CONNECTION_LOST;
            case LOSING, FAULT, STALLED, UNSAVED, FILLING -> Trouble.FAULT;
        };
    }

    boolean fault() {
        return trouble.isPresent();
    }

    private static String preRoll(Duration held) {
        return held.toMillis() < 100
                ? "A press records from now on"
                : "A press reaches back " + Units.span(held);
    }

    private static String running(RecorderStatus status, Optional<Path> folder) {
        String figures = Units.bytes(status.bytes()) + " · " + Units.count(status.frames()) + " frames"
                + (status.repeats() == 0 ? "" : ", " + Units.count(status.repeats()) + " repeated");
        return folder.map(path -> figures + " · " + path.getFileName()).orElse(figures);
    }
}
