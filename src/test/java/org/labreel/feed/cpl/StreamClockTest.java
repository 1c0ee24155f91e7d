package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StreamClockTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final StreamClock clock = new StreamClock();

    @Test
    void unevenArrivalDoesNotMoveFrames() {
        assertThat(at(100.0, 0)).isEqualTo(NOON);
        assertThat(at(100.5, 900)).isEqualTo(NOON.plusMillis(500));
        assertThat(at(101.0, 901)).isEqualTo(NOON.plusMillis(1000));
    }

    @Test
    void streamThatBeginsAnewIsSetToItsArrival() {
        assertThat(at(100.0, 0)).isEqualTo(NOON);
        assertThat(at(0.0, 1000)).isEqualTo(NOON.plusMillis(1000));
        assertThat(at(0.25, 1300)).isEqualTo(NOON.plusMillis(1250));
        clock.restart();
        assertThat(at(0.5, 5000)).isEqualTo(NOON.plusMillis(5000));
    }

    @Test
    void streamOfAnotherPaceStaysWithinTenSecondsOfTheWorld() {
        at(0, 0);
        for (int second = 1; second < 100; second++) {
            Instant arrival = NOON.plusSeconds(second);
            Instant stamp = clock.stamp(OptionalDouble.of(second * 3.0), arrival);
            assertThat(stamp).isBetween(arrival, arrival.plus(StreamClock.MAX_APART));
        }
    }

    @Test
    void withoutAUsableTimeTheArrivalCounts() {
        assertThat(clock.stamp(OptionalDouble.empty(), NOON)).isEqualTo(NOON);
        assertThat(clock.stamp(OptionalDouble.of(1e300), NOON)).isEqualTo(NOON);
    }

    private Instant at(double t, long arrivalMillis) {
        return clock.stamp(OptionalDouble.of(t), NOON.plusMillis(arrivalMillis));
    }
}
