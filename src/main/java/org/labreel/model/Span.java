package org.labreel.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One time in which a session was Started: what was asked for, and what each camera made of it.
 *
 * @param requested
 *            when the start was asked for, this computer's wall clock
 * @param cause
 *            who asked
 * @param ended
 *            when the end was asked for; absent while it lasts
 * @param ending
 *            why it ended, for the operator; empty while it lasts
 */
public record Span(Instant requested, Cause cause, Optional<Instant> ended, String ending, List<Part> parts) {
    public Span {
        parts = List.copyOf(parts);
    }

    /** Who asked for a start. */
    public enum Cause {
        HAND("hand"), SCHEDULE("schedule");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One camera's share.
     *
     * @param camera
     *            {@link Session.Camera#id()}
     * @param started
     *            from when on its messages were taken as live; absent when it did not start
     * @param problem
     *            why it did not start, or not whole, for the operator; empty when all was well
     */
    public record Part(UUID camera, Optional<Instant> started, String problem) {
    }

    /** Whether some cameras record and others do not. */
    public boolean partial() {
        return parts.stream().anyMatch(part -> part.started().isPresent())
                && parts.stream().anyMatch(part -> part.started().isEmpty());
    }

    public Span withEnd(Instant at, String why) {
        return new Span(requested, cause, Optional.of(at), why, parts);
    }
}
