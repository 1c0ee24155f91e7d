package org.labreel.export;

import java.time.Duration;

/**
 * What becomes of long pauses between frames.
 *
 * @param longerThan
 *            what counts as long, in time of the log; zero = five times the usual interval and at least a second
 * @param to
 *            what a pause lasts when shortened, in time of the log
 */
public record Gaps(Policy policy, Duration longerThan, Duration to) {
    public static final Gaps KEEP = new Gaps(Policy.KEEP, Duration.ZERO, Duration.ZERO);
    public static final Gaps CUT = new Gaps(Policy.CUT, Duration.ZERO, Duration.ZERO);
    public static final Gaps MARK = new Gaps(Policy.MARK, Duration.ZERO, Duration.ZERO);

    public static Gaps shortenedTo(Duration to) {
        return new Gaps(Policy.SHORTEN, Duration.ZERO, to);
    }

    public Gaps withLongerThan(Duration next) {
        return new Gaps(policy, next, to);
    }

    /** What to do with them. */
    public enum Policy {
        /** They last as long as they did. */
        KEEP,
        /** They become the usual interval, without a word in the picture. */
        CUT,
        /** They become the usual interval, and the picture tells for a second how much was cut. */
        MARK,
        /** They become a given length, and the picture tells how much was cut. */
        SHORTEN;

        /** Whether the picture tells. */
        public boolean marks() {
            return this == MARK || this == SHORTEN;
        }
    }
}
