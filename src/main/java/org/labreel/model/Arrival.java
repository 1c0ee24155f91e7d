package org.labreel.model;

import java.time.Instant;

/**
 * When a message arrived here, on two clocks.
 *
 * @param wall
 *            this computer's wall clock, which may be set or stepped
 * @param monotonicNanos
 *            {@link System#nanoTime()}, meaningful only against others of the same run
 */
public record Arrival(Instant wall, long monotonicNanos) {
}
