package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void bytesGetTheUnitThatFits() {
        assertThat(Units.bytes(0)).isEqualTo("0 B");
        assertThat(Units.bytes(42_100)).isEqualTo("42.1 kB");
        assertThat(Units.bytes(999_960)).isEqualTo("1.0 MB");
        assertThat(Units.bytes(3_500_000_000L)).isEqualTo("3.5 GB");
    }

    @Test
    void runningTimeReadsLikeAClock() {
        assertThat(Units.elapsed(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(Units.elapsed(Duration.ofSeconds(723))).isEqualTo("12:03");
        assertThat(Units.elapsed(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(Units.elapsed(Duration.ofSeconds(-1))).isEqualTo("0:00");
    }

    @Test
    void spansKeepTwoPlacesThatMatter() {
        assertThat(Units.span(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(Units.span(Duration.ofMillis(3210))).isEqualTo("3.2 s");
        assertThat(Units.span(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(Units.span(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
        assertThat(Units.span(Duration.ofDays(3))).isEqualTo("3 d");
    }

    @Test
    void largeCountsAreGrouped() {
        assertThat(Units.count(12_490)).isEqualTo("12,490");
    }
}
