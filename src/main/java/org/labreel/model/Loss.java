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
        /** What waited to be written was more than the memory for it. */
        QUEUE_OVERFLOW("disk too slow"),
        /** From the end of a connection to the next. */
        RECONNECT("source was away"),
        /** Connected, and nothing came. */
        SILENCE("source was silent"),
        /** Over the limit of the feed. */
        OVERLONG_MESSAGE("message too long"),
        /** This computer's clock was set. */
        CLOCK_STEP("clock was set"),
        /** The disk did not take it. */
        WRITE_ERROR("disk refused a write"),
        /** Written, but the disk did not confirm that it would outlast a power cut. */
        FORCE_ERROR("disk did not confirm"),
        /** Of no length, which no log can hold. */
        TRUNCATED("empty message"),
        /** Not to be decoded. */
        UNREADABLE_MESSAGE("unreadable message"),
        /** From the last record on, when the program ended without Stop. */
        PROGRAM_ENDED("the program ended");

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
