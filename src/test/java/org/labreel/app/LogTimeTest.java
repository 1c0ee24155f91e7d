package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
    private static final Instant ZERO = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void aNumberIsSecondsFromTheStart() {
        assertThat(LogTime.parse("12.5").in(ZERO)).isEqualTo("2026-01-31T12:00:12.500Z");
        assertThat(LogTime.parse("-1").in(ZERO)).isEqualTo("2026-01-31T11:59:59Z");
    }

    @Test
    void anInstantIsItself() {
        assertThat(LogTime.parse("2026-01-31T13:00:00.25+01:00").in(ZERO)).isEqualTo("2026-01-31T12:00:00.250Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "NaN", "1e99", "2026-01-31", "12:30"})
    void anythingElseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> LogTime.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
