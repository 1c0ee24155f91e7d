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
    /** Why. */
    public enum Cause {
        QUEUE_OVERFLOW, RECONNECT, SILENCE, OVERLONG_MESSAGE, CLOCK_STEP, WRITE_ERROR, FORCE_ERROR, TRUNCATED
    }
}
