package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final long ZERO = EpochNanos.of(Instant.parse("2026-03-01T10:00:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void elapsedLabelsAreAsExactAsTheirStep() {
        assertThat(elapsed(Duration.ZERO, Duration.ofMillis(1))).contains("0:00.000200", "0:00.001000");
        assertThat(elapsed(Duration.ofSeconds(7), Duration.ofMillis(100))).contains("0:07.02", "0:07.10");
        assertThat(elapsed(Duration.ofSeconds(50), Duration.ofSeconds(30))).contains("0:55", "1:15");
        assertThat(elapsed(Duration.ofHours(1), Duration.ofMinutes(20))).contains("1:05:00");
        assertThat(elapsed(Duration.ofHours(30), Duration.ofHours(3))).contains("1 d 06:30");
        assertThat(elapsed(Duration.ofDays(3), Duration.ofDays(30))).contains("7 d", "14 d");
        assertThat(elapsed(Duration.ofSeconds(-20), Duration.ofSeconds(30))).contains("−0:15", "0:00");
    }

    @Test
    void wallLabelsAreRoundInTheZoneAndTellTheDay() {
        assertThat(wall("2026-03-01T22:00:00Z", Duration.ofHours(4), BERLIN)).contains("23:30", "2026-03-02", "00:30");
        assertThat(wall("2026-03-01T22:00:00.5Z", Duration.ofSeconds(1), BERLIN)).contains("23:00:00.6");
        assertThat(wall("2026-03-01T22:00:00Z", Duration.ofDays(10), ZoneId.of("UTC"))).contains("2026-03-04");
    }

    @Test
    void hourThatTheClockLeavesOutHasNoLabelsAndOneThatComesTwiceHasThemTwice() {
        // In Berlin 02:00 to 03:00 is left out on 29 March 2026 (01:00Z).
        assertThat(wall("2026-03-28T23:30:00Z", Duration.ofHours(5), BERLIN)).contains("01:00", "01:30", "03:30")
                .doesNotHaveDuplicates();
        // On 25 October the clock runs through 02:00 to 03:00 twice.
        assertThat(wall("2026-10-24T22:30:00Z", Duration.ofHours(5), BERLIN)).containsSubsequence("01:30", "02:00",
                "02:30", "02:00", "02:30", "03:00");
    }

    @Test
    void labelsAscendCoverTheWindowAndHaveRoom() {
        // The first ends in the hour that the clock runs through twice in autumn.
        coverTheWindow(10454990121058L);
        coverTheWindow(System.nanoTime());
    }

    @Test
    void labelThatWouldBeginUnderTheNamesOfTheLanesOrEndOutOfSightIsLeftOut() {
        TimeScale scale = new TimeScale(ZERO + 200_000_000, Duration.ofSeconds(60).toNanos(), 116, 640);
        List<TimeTicks.Tick> all = TimeTicks.fitting(scale, 90).elapsed(scale, ZERO);
        assertThat(texts(all)).startsWith("0:00", "0:10");
        assertThat(texts(all)).endsWith("1:00", "1:10");
        assertThat(texts(TimeTicks.readable(all, scale, 6))).startsWith("0:10").endsWith("0:50");
        TimeScale earlier = new TimeScale(ZERO, Duration.ofSeconds(60).toNanos(), 116, 640);
        assertThat(texts(TimeTicks.readable(TimeTicks.fitting(earlier, 90).elapsed(earlier, ZERO), earlier, 6)))
                .startsWith("0:00");
    }

    private static void coverTheWindow(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long span = (long) Math.exp(Math.log(1e6) + random.nextDouble() * Math.log(1e12));
            TimeScale scale = new TimeScale(ZERO + random.nextLong(Duration.ofDays(3000).toNanos()), span, 80,
                    200 + random.nextDouble(2500));
            TimeTicks ticks = TimeTicks.fitting(scale, 80);
            for (List<TimeTicks.Tick> labels : List.of(ticks.elapsed(scale, ZERO), ticks.wall(scale, BERLIN))) {
                assertThat(labels).as("seed " + seed).hasSizeBetween(2, 45)
                        .isSortedAccordingTo((a, b) -> Long.compare(a.nanos(), b.nanos()));
                assertThat(labels.getFirst().nanos()).as("seed " + seed)
                        .isLessThanOrEqualTo(scale.startNanos() + ticks.stepNanos());
                assertThat(labels.getLast().nanos()).as("seed " + seed)
                        .isGreaterThanOrEqualTo(scale.endNanos() - ticks.stepNanos());
                assertThat(scale.x(labels.get(1).nanos()) - scale.x(labels.getFirst().nanos())).as("seed " + seed)
                        .isGreaterThan(35);
            }
        }
    }

    private static List<String> elapsed(Duration from, Duration span) {
        TimeScale scale = new TimeScale(ZERO + from.toNanos(), span.toNanos(), 0, 640);
        return texts(TimeTicks.fitting(scale, 90).elapsed(scale, ZERO));
    }

    private static List<String> wall(String from, Duration span, ZoneId zone) {
        TimeScale scale = new TimeScale(EpochNanos.of(Instant.parse(from)), span.toNanos(), 0, 900);
        return texts(TimeTicks.fitting(scale, 80).wall(scale, zone));
    }

    private static List<String> texts(List<TimeTicks.Tick> ticks) {
        return ticks.stream().map(TimeTicks.Tick::text).toList();
    }
}
