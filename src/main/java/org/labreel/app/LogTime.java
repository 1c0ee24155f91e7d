package org.labreel.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as given on the command line: seconds from the log's start, or an ISO instant. */
sealed interface LogTime {
    /** The instant meant, in a log whose time zero is {@code zero}. */
    Instant in(Instant zero);

    /** Seconds from the log's start. */
    record Elapsed(Duration since) implements LogTime {
        @Override
        public Instant in(Instant zero) {
            return zero.plus(since);
        }
    }

    /** A point of wall time. */
    record At(Instant instant) implements LogTime {
        @Override
        public Instant in(Instant zero) {
            return instant;
        }
    }

    static LogTime parse(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (!Double.isFinite(seconds) || Math.abs(seconds) > 1e9) {
                throw new IllegalArgumentException("'" + text + "' is no number of seconds in a log");
            }
            return new Elapsed(Duration.ofNanos(Math.round(seconds * 1e9)));
        } catch (NumberFormatException e) {
            return at(text, e);
        }
    }

    private static LogTime at(String text, NumberFormatException noNumber) {
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            e.addSuppressed(noNumber);
            throw new IllegalArgumentException("'" + text
                    + "' is neither seconds from the log's start (12.5) nor an instant (2026-01-31T12:00:00Z)", e);
        }
    }

    /** For picocli. */
    final class Converter implements ITypeConverter<LogTime> {
        @Override
        public LogTime convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
