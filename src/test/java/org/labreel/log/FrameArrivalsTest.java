package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameArrivalsTest {
    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void theOtherStandsAtItsNewestFrameOfThatMoment() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            long[] ours = ascending(random, 1 + random.nextInt(60));
            long[] theirs = ascending(random, 1 + random.nextInt(60));
            FrameArrivals first = FrameArrivals.of(5, ours);
            FrameArrivals second = FrameArrivals.of(5, theirs);
            for (int frame = 0; frame < ours.length; frame++) {
                long now = ours[frame];
                int expected = (int) Arrays.stream(theirs).filter(each -> each <= now).count() - 1;
                assertThat(first.follow(frame, second)).as("seed %d frame %d", seed, frame).isEqualTo(expected);
                if (expected >= 0) {
                    assertThat(first.lead(frame, second, expected)).isEqualTo(Duration.ofNanos(now - theirs[expected]));
                }
            }
        }
    }

    private static long[] ascending(Random random, int count) {
        return random.longs(count, 0, 200).sorted().map(each -> each * 1_000_000).toArray();
    }

    @Test
    void logsOfOneRunAreHeldTogetherByTheClockThatNobodySets() {
        // One wall clock was set a little meanwhile.
        FrameArrivals first = FrameArrivals.of(0, 0, 1_000_000_000L, 2_000_000_000L);
        FrameArrivals second = FrameArrivals.of(900_000_000L, 0, 1_000_000_000L, 2_000_000_000L);
        assertThat(first.follow(1, second)).isEqualTo(1);
    }

    @Test
    void logsOfTwoRunsAreHeldTogetherByTheWallClock() {
        FrameArrivals first = FrameArrivals.of(10 * HOUR, 0, 1_000_000_000L, 2_000_000_000L);
        FrameArrivals second = FrameArrivals.of(10 * HOUR - 500 * HOUR, 500 * HOUR, 500 * HOUR + 1_500_000_000L);
        assertThat(first.follow(1, second)).isZero();
        assertThat(first.follow(2, second)).isEqualTo(1);
        assertThat(first.lead(2, second, 1)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whereTheOtherLogDoesNotReachIsSaid() {
        FrameArrivals first = FrameArrivals.of(0, 0, 5_000_000_000L, 6_500_000_000L, 9_000_000_000L);
        FrameArrivals second = FrameArrivals.of(0, 1_000_000_000L, 6_000_000_000L);
        assertThat(first.reaches(0, second)).isFalse();
        assertThat(first.reaches(1, second)).isTrue();
        assertThat(first.reaches(2, second)).isTrue();
        assertThat(first.reaches(3, second)).isFalse();
    }
}
