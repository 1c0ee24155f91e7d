package org.labreel.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each twice the one before up to a longest, each cut by a random part of up to a quarter, so
 * that many clients of a server that comes back do not all knock at once.
 */
public final class BackOff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    public BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** With the pauses of these limits. */
    public static BackOff of(FeedLimits limits) {
        return new BackOff(limits.firstRetry(), limits.longestRetry(), RandomGenerator.getDefault());
    }

    /** The pause before the next attempt. */
    public Duration next() {
        double doubled = first.toNanos() * Math.pow(2, Math.min(failures, 30));
        failures++;
        double nanos = Math.min(doubled, (double) longest.toNanos());
        return Duration.ofNanos((long) (nanos * (1 - 0.25 * random.nextDouble())));
    }

    /** Attempts that failed since the last success. */
    public int failures() {
        return failures;
    }

    /** To be called once the server has proved itself by a message, not when it merely took the connection. */
    public void succeeded() {
        failures = 0;
    }
}
