package org.labreel.record;

import java.time.Duration;
import java.util.Optional;

/** The newest figures of the recorder's thread, which writes them; any thread reads. */
final class Figures {
    private volatile Progress newest = Progress.IDLE;

    Progress newest() {
        return newest;
    }

    /** Shows what is being recorded; its own fault takes the place of the one that is shown. */
    void recording(Recording recording) {
        newest = recording.progress();
    }

    /**
     * Nothing is being recorded.
     *
     * @param reach
     *            how far a press would reach back
     */
    void idle(Duration reach) {
        idle(reach, newest.fault());
    }

    void idle(Duration reach, Optional<String> fault) {
        newest = new Progress(false, 0, 0, 0, 0, newest.repeats(), reach, Optional.empty(), fault);
    }

    void fault(String text) {
        Progress now = newest;
        newest = new Progress(now.recording(), now.pressNanos(), now.bytes(), now.frames(), now.lost(), now.repeats(),
                now.preRoll(), now.file(), Optional.of(text));
    }
}
