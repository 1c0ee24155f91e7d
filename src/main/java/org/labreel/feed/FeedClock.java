package org.labreel.feed;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.labreel.model.Arrival;

/** The two clocks by which arrivals are stamped. */
public record FeedClock(InstantSource wall, LongSupplier monotonicNanos) {
    public static final FeedClock SYSTEM = new FeedClock(InstantSource.system(), System::nanoTime);

    /** Now, on both clocks. */
    public Arrival now() {
        return new Arrival(wall.instant(), monotonicNanos.getAsLong());
    }
}
