package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as they are written on the command line. */
class SessionTimesTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T12:00:00Z", "2026-03-01T13:00:00+01:00", "2026-03-01T13:00:00[Europe/Berlin]",
            "2026-03-01T13:00:00+01:00[Europe/Berlin]"})
    void oneMomentCanBeWrittenInManyWays(String text) {
        assertThat(SessionAddCommand.time(text)).contains(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void timeThatTheClocksLeaveOutIsRefused() {
        assertThatThrownBy(() -> SessionAddCommand.time("2027-03-28T02:30:00[Europe/Berlin]"))
                .hasMessageContaining("does not exist in Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-13-45T00:00:00Z", "2026-03-01T12:00:00[Mars/Base]",
            "2026-03-01T12:00:00[",
            "[", "]["})
    void whatIsNoTimeIsSaidWithHowOneIsWritten(String text) {
        assertThatThrownBy(() -> SessionAddCommand.time(text)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("write 2026-03-01T12:00:00Z");
    }
}
