package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LogOutputTest {
    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogOutput.class);
    }

    @Test
    void warningsOfAllPartsGoToStandardErrorAndWhatNobodyNeedsToKnowNowhere() {
        LoggerContext context = new LoggerContext();
        LogOutput.apply(context);
        assertThat(context.getLogger("org.labreel.record").isWarnEnabled()).isTrue();
        assertThat(context.getLogger("org.labreel.record").isInfoEnabled()).isFalse();
        assertThat(context.getLogger("io.humble.ferry").isErrorEnabled()).isFalse();
        assertThat(context.getLogger("ROOT").getAppender("stderr").isStarted()).isTrue();
    }

    @Test
    void lineTellsTimeLevelPartTextAndCause() {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent("here", context.getLogger("org.labreel.record.Recorder"), Level.WARN,
                "no room for {}", new IllegalStateException("full"), new Object[]{"segment-002.bin"});
        assertThat(new LogOutput.Line().doLayout(event)).matches(
                "(?s)\\d\\d:\\d\\d:\\d\\d[.]\\d{3} WARN Recorder: no room for segment-002[.]bin\\R.*IllegalStateException: full.*");
    }
}
