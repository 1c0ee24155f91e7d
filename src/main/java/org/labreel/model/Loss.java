package org.labreel.model;

import java.time.Instant;

/**
 * Something that was not recorded, or could not be known to be whole.
 *
 * @param source
 *            the source it concerns, as its address
 * @param start
 *            first instant concerned, this computer's wall clock
 * @param end
 *            last instant concerned
 * @param count
 *            messages known to be lost; 0 when nobody can know (a reconnect, a silence)
 * @param detail
 *            what happened, for the operator
 */
public record Loss(Cause cause, String source, Instant start, Instant end, long count, String detail) {
    /** Whether this is the newer form of an entry that has grown since: more was lost, or it went on for longer. */
    public boolean continues(Loss earlier) {
        return cause == earlier.cause && source.equals(earlier.source) && start.equals(earlier.start)
                && (count > earlier.count || (count == earlier.count && !end.isBefore(earlier.end)));
    }

    /** Why. */
    public enum Cause {
        QUEUE_OVERFLOW("queue overflow"), RECONNECT("reconnect"), SILENCE("silence"), OVERLONG_MESSAGE(
                "over-long message"), CLOCK_STEP("clock step"), WRITE_ERROR(
                        "write error"), FORCE_ERROR(
                                "force error"), TRUNCATED("empty message"), UNREADABLE_MESSAGE("unreadable message");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** As the operator reads it. */
        public String words() {
            return words;
        }
    }
}
