package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DiskGuardTest {
    private static final long GIGABYTE = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    private final DiskGuard guard = new DiskGuard(GIGABYTE);
    private long usable = 21 * GIGABYTE;
    private long written;
    private long seconds;

    private boolean second(long bytes) {
        usable -= bytes;
        written += bytes;
        seconds++;
        return guard.check(usable, written, TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void steadyRateTellsHowLongTheRoomAboveTheReserveLasts() {
        guard.start(0, 0);
        for (int i = 0; i < 60; i++) {
            assertThat(second(10 * MEGABYTE)).isFalse();
        }
        // 20 GB less the 600 MB written, at 10 MB a second.
        assertThat(guard.left()).contains(Duration.ofSeconds((20 * 1024 - 600) / 10));
    }

    @Test
    void burstsNeitherStopNorWarn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        guard.start(0, 0);
        for (int i = 0; i < 600; i++) {
            // On average 4 MB a second, in bursts of 40.
            assertThat(second(random.nextInt(10) == 0 ? 40 * MEGABYTE : 0)).as("seed %s", seed).isFalse();
            if (i > 30) {
                assertThat(guard.left().orElse(Duration.ofDays(1))).as("seed %s, second %s", seed, i)
                        .isGreaterThan(DiskGuard.WARN_BELOW);
            }
        }
    }

    @Test
    void preRollThatWasWrittenAtOnceIsNoRate() {
        written = GIGABYTE;
        guard.start(written, 0);
        second(MEGABYTE);
        assertThat(guard.left().orElseThrow()).isGreaterThan(Duration.ofHours(5));
    }

    @Test
    void oneOddReadingStopsNothingTwoDo() {
        guard.start(0, 0);
        second(MEGABYTE);
        assertThat(guard.check(GIGABYTE / 2, written, TimeUnit.SECONDS.toNanos(2))).isFalse();
        assertThat(guard.check(usable, written, TimeUnit.SECONDS.toNanos(3))).isFalse();
        assertThat(guard.check(GIGABYTE / 2, written, TimeUnit.SECONDS.toNanos(4))).isFalse();
        assertThat(guard.check(GIGABYTE / 2, written, TimeUnit.SECONDS.toNanos(5))).isTrue();
        assertThat(guard.check(-1, written, TimeUnit.SECONDS.toNanos(6))).as("a disk that does not tell").isFalse();
    }
}
