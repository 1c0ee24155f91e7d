package org.labreel.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Figures of a recorder at an instant.
 *
 * @param recording
 *            whether a segment is open
 * @param elapsed
 *            since the press, pre-roll not counted
 * @param bytes
 *            size of the segment so far, all its files
 * @param frames
 *            frames in the segment so far
 * @param repeats
 *            frames that were byte by byte the frame before, stored or only counted
 * @param lost
 *            messages counted as lost in the segment so far
 * @param queuedBytes
 *            waiting for the disk
 * @param preRoll
 *            how far back a press now would reach; while recording, how far this recording reaches back before its
 *            press
 * @param diskLeft
 *            at the smoothed rate; absent while no rate is known
 * @param file
 *            the file being written
 * @param alarm
 *            what the operator must know now: a write error, the disk nearly full, no frames arriving
 */
public record RecorderStatus(boolean recording, Duration elapsed, long bytes, long frames, long repeats, long lost,
        long queuedBytes, Duration preRoll, Optional<Duration> diskLeft, Optional<Path> file, Optional<Alarm> alarm) {
    /** The alarm in words. */
    public Optional<String> alarmText() {
        return alarm.map(Alarm::text);
    }
}
