package org.labreel.record;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.labreel.log.LogDisk;
import org.labreel.model.Arrival;

/**
 * What a recorder finds around it.
 *
 * @param clock
 *            wall clock, which may be stepped
 * @param nanos
 *            monotonic clock of {@link Arrival#monotonicNanos()}
 */
record Surroundings(InstantSource clock, LongSupplier nanos, LogDisk disk) {
    Arrival now() {
        return new Arrival(clock.instant(), nanos.getAsLong());
    }
}
