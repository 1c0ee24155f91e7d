package org.labreel.export;

import java.time.Duration;
import java.util.Optional;

/** How a job of the export queue stands. */
public sealed interface JobState {
    /** Whether nothing more will come. */
    default boolean ended() {
        return this instanceof Done || this instanceof Failed || this instanceof Cancelled;
    }

    record Waiting() implements JobState {
    }

    /**
     * @param part
     *            done, 0 to 1
     * @param left
     *            how long it will take from here, when that can be told
     * @param paused
     *            whether it waits for something more important
     */
    record Running(double part, Optional<Duration> left, boolean paused) implements JobState {
    }

    record Done(ExportReport report) implements JobState {
    }

    /**
     * @param text
     *            why, in the operator's words; nothing of the clip is left
     */
    record Failed(String text) implements JobState {
    }

    record Cancelled() implements JobState {
    }
}
