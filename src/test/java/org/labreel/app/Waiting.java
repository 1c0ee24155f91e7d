package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Waiting {
    private static final long PATIENCE_SECONDS = 40;

    private Waiting() {
    }

    static void until(BooleanSupplier so) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
