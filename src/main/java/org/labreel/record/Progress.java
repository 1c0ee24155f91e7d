package org.labreel.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the recorder's thread lets others see.
 *
 * @param pressNanos
 *            when recording began, monotonic
 * @param bytes
 *            of all files of this recording
 * @param preRoll
 *            how far a press would have reached back when this was written, or the press that began this recording did
 * @param fault
 *            what has gone wrong and stays worth knowing
 */
record Progress(boolean recording, long pressNanos, long bytes, long frames, long lost, long repeats, Duration preRoll,
        Optional<Path> file, Optional<String> fault) {
    static final Progress IDLE = new Progress(false, 0, 0, 0, 0, 0, Duration.ZERO, Optional.empty(),
            Optional.empty());
}
