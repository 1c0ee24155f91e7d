package org.labreel.model;

import java.time.Duration;
import java.time.Instant;

/** From {@code start} to {@code end}, both included. */
public record TimeRange(Instant start, Instant end) {
    public TimeRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a range ends at " + end + ", before its start at " + start);
        }
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
