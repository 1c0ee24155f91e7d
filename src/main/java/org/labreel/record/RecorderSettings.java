package org.labreel.record;

import java.time.Duration;

/**
 * How to record.
 *
 * @param preRoll
 *            how far a segment reaches back before the press, 0 to 300 s
 * @param preRollBytes
 *            bound of the pre-roll in bytes
 * @param queueBytes
 *            bound of what may wait for the disk
 * @param splitBytes
 *            a segment goes on in a new file at this size
 * @param splitAfter
 *            and at this age, its pre-roll not counted; zero for at no age
 * @param dropRepeats
 *            store one of byte-identical consecutive frames and count the rest
 * @param reserveBytes
 *            free bytes of the disk at which recording stops in order
 */
public record RecorderSettings(Duration preRoll, long preRollBytes, long queueBytes, long splitBytes,
        Duration splitAfter, boolean dropRepeats, long reserveBytes) {
    public static final RecorderSettings DEFAULT = new RecorderSettings(Duration.ofSeconds(10), 256L << 20, 256L << 20,
            4L << 30, Duration.ZERO, false, 512L << 20);

    /** As above, with files that go on at any age. */
    public RecorderSettings(Duration preRoll, long preRollBytes, long queueBytes, long splitBytes, boolean dropRepeats,
            long reserveBytes) {
        this(preRoll, preRollBytes, queueBytes, splitBytes, Duration.ZERO, dropRepeats, reserveBytes);
    }
}
