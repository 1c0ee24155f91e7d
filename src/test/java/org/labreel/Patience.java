package org.labreel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do: long enough for a busy machine, no longer than it takes. */
public final class Patience {
    private static final long SECONDS = 90;

    private Patience() {
    }

    /** Looks again and again until it is so. */
    public static void until(BooleanSupplier so) {
        until("what was to come", so);
    }

    /**
     * Looks again and again until it is so.
     *
     * @param what
     *            what is waited for, for who reads that it did not come
     */
    public static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** Waits until the latch is open. */
    public static void until(CountDownLatch open) {
        try {
            assertThat(open.await(SECONDS, TimeUnit.SECONDS)).as("opened in time").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
