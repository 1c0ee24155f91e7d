package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void pausesDoubleUpToTheLongestAndAreCutByAQuarterAtMost() {
        for (long seed = 0; seed < 100; seed++) {
            BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(10), new Random(seed));
            for (int i = 0; i < 100; i++) {
                double full = Math.min(10_000, 500 * Math.pow(2, i));
                assertThat((double) backOff.next().toMillis()).as("seed %s, attempt %s", seed, i)
                        .isBetween(0.75 * full - 1, full);
            }
            assertThat(backOff.failures()).isEqualTo(100);
            backOff.succeeded();
            assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
        }
    }
}
