package org.labreel.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Warnings of all parts go to standard error. Said here rather than in a file of XML, which takes a quarter of a second
 * of the start to read; {@code -Dlogback.configurationFile=FILE} still takes its place. Found by logback as a service.
 */
public final class LogOutput extends ContextAwareBase implements Configurator {
    /** Where tests say otherwise. */
    private static final String FOR_TESTS = "/logback-test.xml";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null
                || LogOutput.class.getResource(FOR_TESTS) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        apply(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Sets what is written, and how. */
    static void apply(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        Line line = new Line();
        line.setContext(context);
        line.start();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        console.setContext(context);
        console.setName("stderr");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        // Its absence is said in words where it matters.
        context.getLogger("io.humble").setLevel(Level.OFF);
        // Callbacks that come too late while the network is being shut down harm nothing.
        context.getLogger("io.netty.util.concurrent.DefaultPromise.rejectedExecution").setLevel(Level.OFF);
    }

    /** "12:03:04.567 WARN Recorder: text". */
    static final class Line extends LayoutBase<ILoggingEvent> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

        @Override
        public String doLayout(ILoggingEvent event) {
            String name = event.getLoggerName();
            StringBuilder out = new StringBuilder(128);
            TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()).atZone(ZoneId.systemDefault()), out);
            out.append(' ').append(event.getLevel()).append(' ').append(name, name.lastIndexOf('.') + 1, name.length())
                    .append(": ").append(event.getFormattedMessage()).append(System.lineSeparator());
            Optional.ofNullable(event.getThrowableProxy()).map(ch.qos.logback.classic.spi.ThrowableProxyUtil::asString)
                    .ifPresent(trace -> out.append(trace).append(System.lineSeparator()));
            return out.toString();
        }
    }
}
