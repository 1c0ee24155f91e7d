package org.labreel.session;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.ZoneOffset;
import java.util.Locale;

/** Times and sizes in sentences for the operator. */
final class SessionWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SessionWords() {
    }

    static String at(Instant instant) {
        return TIME.format(instant);
    }

    /** "45 s", "3 min 20 s", "2 h 5 min", "3 days 4 h". */
    static String duration(Duration duration) {
        Duration size = duration.abs();
        if (size.toMinutes() == 0) {
            return size.toSeconds() + " s";
        }
        if (size.toHours() == 0) {
            return size.toMinutes() + " min" + rest(size.toSecondsPart(), " s");
        }
        return size.toDays() == 0
                ? size.toHours() + " h" + rest(size.toMinutesPart(), " min")
                : size.toDays() + (size.toDays() == 1 ? " day" : " days") + rest(size.toHoursPart(), " h");
    }

    private static String rest(int count, String unit) {
        return count == 0 ? "" : " " + count + unit;
    }

    static String bytes(double bytes) {
        return bytes >= 1e9
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, bytes < 1e7 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    static String why(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
