package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the operator reads them. */
final class TimeText {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS zzz",
            Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS zzz", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private TimeText() {
    }

    /** Time since the start of the log as {@code m:ss.mmm}, with hours where there are any. */
    static String elapsed(Duration time) {
        String sign = time.isNegative() ? "-" : "";
        Duration t = time.abs();
        String seconds = String.format(Locale.ROOT, "%02d.%03d", t.toSecondsPart(), t.toMillisPart());
        return t.toHours() > 0
                ? String.format(Locale.ROOT, "%s%d:%02d:%s", sign, t.toHours(), t.toMinutesPart(), seconds)
                : sign + t.toMinutesPart() + ":" + seconds;
    }

    /** Date, time to the millisecond and zone. */
    static String wall(Instant time, ZoneId zone) {
        return WALL.format(time.atZone(zone));
    }

    /** Time to the millisecond and zone, where there is no room for the date. */
    static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }

    /** Date and time to the minute, for lists. */
    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    /** A span in the unit that fits it, for ages and durations. */
    static String span(Duration time) {
        Duration t = time.abs();
        double seconds = t.toMillis() / 1000.0;
        if (seconds < 1) {
            return t.toMillis() + " ms";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        return t.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", t.toHours(), t.toMinutesPart())
                : String.format(Locale.ROOT, "%d min %02d s", t.toMinutesPart(), t.toSecondsPart());
    }

    /** A file size. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double value = bytes;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
