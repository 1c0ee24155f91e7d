package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.labreel.record.RecorderStatus;
import org.labreel.ui.kit.Units;

/**
 * The record state in words.
 *
 * @param state
 *            in large letters
 * @param detail
 *            below it
 * @param fault
 *            whether something is wrong
 */
record RecordText(String state, String detail, boolean fault) {
    static final String CONNECTION_LOST = "The connection is lost; recording goes on when it is back.";
    /** How the recorder's alarm about missing frames begins; it cannot know of the connection. */
    private static final String NO_FRAMES = "No frames are arriving";

    static RecordText of(RecordControl.Phase phase, RecorderStatus status, Optional<Path> folder, boolean connected) {
        Optional<String> alarm = alarm(status, connected);
        return switch (phase) {
            case IDLE -> new RecordText("Not recording", alarm.orElseGet(() -> preRoll(status.preRoll())),
                    alarm.isPresent());
            case STARTING -> new RecordText("Starting…", preRoll(status.preRoll()), false);
            case RECORDING -> new RecordText("Recording " + Units.elapsed(status.elapsed()),
                    alarm.orElseGet(() -> running(status, folder)), alarm.isPresent());
            case STOPPING -> new RecordText("Saving…", running(status, folder), false);
        };
    }

    /** What the operator must know; a fault of the disk goes before the connection. */
    private static Optional<String> alarm(RecorderStatus status, boolean connected) {
        return status.alarm().map(words -> !connected && isNoFrames(words) ? CONNECTION_LOST : words);
    }

    /** Whether this alarm is about frames that do not arrive, which may pass by itself. */
    static boolean isNoFrames(String alarm) {
        return alarm.startsWith(NO_FRAMES);
    }

    private static String preRoll(Duration held) {
        return held.toMillis() < 100
                ? "A press records from now on"
                : "A press reaches back " + Units.span(held);
    }

    private static String running(RecorderStatus status, Optional<Path> folder) {
        String figures = Units.bytes(status.bytes()) + " · " + Units.count(status.frames()) + " frames";
        return folder.map(path -> figures + " · " + path.getFileName()).orElse(figures);
    }
}
