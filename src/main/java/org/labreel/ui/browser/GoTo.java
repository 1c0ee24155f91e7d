package org.labreel.ui.browser;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a log that the operator typed: a frame number, a time since the start, or an instant. */
sealed interface GoTo {
    /** What may be typed, for the prompt. */
    String HINT = "Frame (120), time from the start (4.5 s or 1:04.5) or instant (2026-03-01T10:00:00Z)";

    /** A frame, counted from 0. */
    record Frame(int frame) implements GoTo {
    }

    /** Time since time zero of the log. */
    record Elapsed(Duration time) implements GoTo {
    }

    /** A moment of the log's own clock. */
    record At(Instant instant) implements GoTo {
    }

    Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");
    Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?s");
    Pattern CLOCK = Pattern.compile("(?:(\\d{1,5}):)?(\\d{1,5}):(\\d{1,2}(?:\\.\\d{1,9})?)");

    /** Empty when the text is none of these. */
    static Optional<GoTo> parse(String text) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(t);
        if (number.matches()) {
            return Optional.of(new Frame(Integer.parseInt(number.group(1))));
        }
        Matcher seconds = SECONDS.matcher(t);
        if (seconds.matches()) {
            return Optional.of(new Elapsed(seconds(seconds.group(1))));
        }
        Matcher clock = CLOCK.matcher(t);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Optional.of(new Elapsed(Duration.ofHours(hours).plusMinutes(Long.parseLong(clock.group(2)))
                    .plus(seconds(clock.group(3)))));
        }
        try {
            return Optional.of(new At(Instant.parse(t.toUpperCase(Locale.ROOT))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValueExact());
    }
}
