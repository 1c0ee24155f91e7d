package org.labreel.serve.graph;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as recording-session managers write them: no zone, which means UTC, and sometimes years without zeros in front.
 */
public final class Timestamps {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,5})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?)?"
                    + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private Timestamps() {
    }

    /**
     * @throws IllegalArgumentException
     *             with how a time is written
     */
    public static Instant parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            throw new IllegalArgumentException("a time is written 2026-03-01T12:00:00, in UTC");
        }
        LocalDateTime local = LocalDateTime.of(number(found, 1), number(found, 2), number(found, 3), number(found, 4),
                number(found, 5), number(found, 6), nanos(found.group(7)));
        return local.toInstant(zone(found.group(8)));
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt(String.format(Locale.ROOT, "%-9s", fraction).replace(' ', '0'));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        return zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    public static String format(Instant instant) {
        return WRITTEN.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
