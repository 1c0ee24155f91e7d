package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long NOW = EpochNanos.of(Instant.parse("2026-03-01T10:00:00.123456789Z"));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void nanosecondsAreExactInWindowsUpToTwoDays() {
        for (int i = 0; i < 20_000; i++) {
            TimeScale scale = anyScale(2 * DAY);
            long nanos = scale.startNanos() + random.nextLong(scale.spanNanos());
            assertThat(scale.nanos(scale.x(nanos))).as("seed " + seed).isEqualTo(nanos);
        }
    }

    @Test
    void pixelsComeBackInWindowsOfYears() {
        for (int i = 0; i < 20_000; i++) {
            TimeScale scale = anyScale(20 * 365 * DAY);
            double x = scale.leftPx() + random.nextDouble() * scale.widthPx();
            double px = Math.max(1e-6, 1.0 / scale.nanosPerPx());
            assertThat(scale.x(scale.nanos(x))).as("seed " + seed).isCloseTo(x, within(px));
        }
    }

    @Test
    void whatIsUnderThePointerStaysThereWhileZooming() {
        TimeSpan whole = new TimeSpan(NOW, NOW + 365 * DAY);
        for (int i = 0; i < 5_000; i++) {
            TimeScale scale = new TimeScale(NOW + 100 * DAY, 1 + random.nextLong(DAY), 90, 1000);
            double x = 90 + random.nextDouble() * 1000;
            long under = scale.nanos(x);
            TimeScale zoomed = scale.zoomed(Math.exp(random.nextGaussian()), x, whole);
            assertThat(zoomed.x(under)).as("seed " + seed).isCloseTo(x,
                    within(Math.max(0.01, 2 / zoomed.nanosPerPx())));
        }
    }

    @Test
    void windowIsNeverShorterThanAMillisecondNorLongerThanWhatThereIs() {
        TimeSpan whole = new TimeSpan(NOW, NOW + DAY);
        TimeScale scale = TimeScale.fit(whole, 0, 1280);
        for (int i = 0; i < 200; i++) {
            scale = scale.zoomed(0.5, 300, whole);
        }
        assertThat(scale.spanNanos()).isEqualTo(1_000_000);
        for (int i = 0; i < 200; i++) {
            scale = scale.zoomed(3, 300, whole);
        }
        assertThat(scale).isEqualTo(TimeScale.fit(whole, 0, 1280));
    }

    @Test
    void panningGoesWithThePointerAndStopsAtTheEnds() {
        TimeSpan whole = new TimeSpan(NOW, NOW + DAY);
        TimeScale scale = new TimeScale(NOW + DAY / 2, DAY / 100, 0, 1000);
        long under = scale.nanos(400);
        assertThat(scale.panned(400, 150, whole).nanos(150)).isEqualTo(under);
        assertThat(scale.panned(0, -1e9, whole).window().contains(whole.endNanos())).isTrue();
        assertThat(scale.panned(0, 1e9, whole).window().contains(whole.startNanos())).isTrue();
        assertThat(scale.panned(0, 1e9, whole).spanNanos()).isEqualTo(scale.spanNanos());
    }

    @Test
    void fixedWindowKeepsThePlayheadWhereItIsSeenElsePutsItInTheMiddle() {
        TimeSpan whole = new TimeSpan(NOW, NOW + DAY);
        long thirty = Duration.ofSeconds(30).toNanos();
        TimeScale scale = new TimeScale(NOW + DAY / 2, Duration.ofMinutes(5).toNanos(), 0, 1000);
        long head = scale.nanos(200);
        assertThat(scale.windowed(thirty, head, whole).x(head)).isCloseTo(200, within(0.01));
        assertThat(scale.windowed(thirty, NOW + DAY / 4, whole).x(NOW + DAY / 4)).isCloseTo(500, within(0.01));
        assertThat(scale.windowed(thirty, head, whole).spanNanos()).isEqualTo(thirty);
    }

    @Test
    void logOfOneInstantCanBeShown() {
        TimeScale scale = TimeScale.fit(new TimeSpan(NOW, NOW), 0, 1000);
        assertThat(scale.x(NOW)).isCloseTo(500, within(1.0));
        assertThat(scale.zoomed(0.1, 500, new TimeSpan(NOW, NOW)).window().contains(NOW)).isTrue();
    }

    @Test
    void instantOutsideIsBroughtIntoSightByTheShortestWay() {
        TimeSpan whole = new TimeSpan(NOW, NOW + DAY);
        TimeScale scale = new TimeScale(NOW + DAY / 2, DAY / 10, 0, 1000);
        assertThat(scale.showing(scale.nanos(10), whole)).isEqualTo(scale);
        long later = scale.endNanos() + 5;
        assertThat(scale.showing(later, whole).x(later)).isCloseTo(900, within(0.01));
        long earlier = scale.startNanos() - 5;
        assertThat(scale.showing(earlier, whole).x(earlier)).isCloseTo(100, within(0.01));
    }

    @Test
    void instantsAndNanosecondsAreInverse() {
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong();
            assertThat(EpochNanos.of(EpochNanos.instant(nanos))).as("seed " + seed).isEqualTo(nanos);
        }
        assertThat(EpochNanos.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(EpochNanos.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(EpochNanos.of(EpochNanos.instant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    }

    private TimeScale anyScale(long longest) {
        long span = Math.max(TimeScale.SHORTEST_NANOS,
                (long) Math.exp(random.nextDouble() * Math.log((double) longest)));
        return new TimeScale(NOW + random.nextLong(DAY * 3650), span, random.nextDouble(200),
                100 + random.nextDouble(4000));
    }
}
