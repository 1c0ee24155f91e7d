package org.labreel.ui.session;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and sizes as the operator writes them: "90 s", "1 h 30 min", "2 GB"; 0 or nothing is no limit. */
final class Amount {
    private static final Pattern PART = Pattern.compile("\\s*(\\d++(?:[.,]\\d++)?+)\\s*+([a-z]*+)\\s*+");
    private static final Map<String, Double> SECONDS = Map.of("", 1.0, "s", 1.0, "sec", 1.0, "min", 60.0, "m", 60.0,
            "h", 3600.0, "d", 86_400.0);
    private static final Map<String, Double> MEGABYTES = Map.of("", 1.0, "mb", 1.0, "gb", 1000.0, "tb", 1e6);

    private static final int LONGEST = 60;

    private Amount() {
    }

    /** Whole seconds; empty when it cannot be understood. */
    static OptionalInt seconds(String text) {
        return sum(text, SECONDS);
    }

    /** Whole megabytes, of a million bytes; empty when it cannot be understood. */
    static OptionalInt megabytes(String text) {
        return sum(text, MEGABYTES);
    }

    /** A whole number of 0 or more, 0 when nothing is written. */
    static OptionalInt whole(String text) {
        return text.isBlank()
                ? OptionalInt.of(0)
                : text.strip().matches("\\d{1,9}")
                        ? OptionalInt.of(Integer.parseInt(text.strip()))
                        : OptionalInt.empty();
    }

    private static OptionalInt sum(String text, Map<String, Double> units) {
        String rest = text.strip().toLowerCase(Locale.ROOT);
        if (rest.length() > LONGEST) {
            return OptionalInt.empty();
        }
        double sum = 0;
        Matcher matcher = PART.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return OptionalInt.empty();
            }
            Optional<Double> unit = Optional.ofNullable(units.get(matcher.group(2)));
            if (unit.isEmpty()) {
                return OptionalInt.empty();
            }
            sum += Double.parseDouble(matcher.group(1).replace(',', '.')) * unit.get();
            at = matcher.end();
        }
        return sum > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) Math.round(sum));
    }

    /** "1 h 30 min", empty for no limit; what {@link #seconds} reads back. */
    static String ofSeconds(int seconds) {
        StringBuilder out = new StringBuilder();
        part(out, seconds / 86_400, "d");
        part(out, seconds / 3600 % 24, "h");
        part(out, seconds / 60 % 60, "min");
        part(out, seconds % 60, "s");
        return out.toString();
    }

    private static void part(StringBuilder out, int count, String unit) {
        if (count > 0) {
            out.append(out.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }

    /** "500 MB", "2 GB", empty for no limit; what {@link #megabytes} reads back. */
    static String ofMegabytes(int megabytes) {
        if (megabytes == 0) {
            return "";
        }
        return megabytes % 1000 == 0 ? megabytes / 1000 + " GB" : megabytes + " MB";
    }

    /** A number as a field holds it: nothing for 0. */
    static String ofWhole(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }
}
