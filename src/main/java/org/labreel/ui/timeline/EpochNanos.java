package org.labreel.ui.timeline;

import java.time.Instant;

/**
 * Instants as nanoseconds since 1970-01-01 UTC, which reach from 1677 to 2262; what lies outside is put at that end.
 */
public final class EpochNanos {
    private static final long PER_SECOND = 1_000_000_000L;
    private static final Instant LEAST = instant(Long.MIN_VALUE);
    private static final Instant MOST = instant(Long.MAX_VALUE);

    private EpochNanos() {
    }

    /** Exact between the ends. */
    public static long of(Instant instant) {
        if (instant.isBefore(LEAST)) {
            return Long.MIN_VALUE;
        }
        if (instant.isAfter(MOST)) {
            return Long.MAX_VALUE;
        }
        // One second towards zero first: the product of the least second alone would not fit.
        return instant.getEpochSecond() < 0
                ? (instant.getEpochSecond() + 1) * PER_SECOND + instant.getNano() - PER_SECOND
                : instant.getEpochSecond() * PER_SECOND + instant.getNano();
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
