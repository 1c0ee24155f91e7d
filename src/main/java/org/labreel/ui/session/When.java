package org.labreel.ui.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment as the operator writes it, by the clock on a wall.
 *
 * @param on
 *            whether it is asked for at all
 * @param date
 *            2026-11-21
 * @param time
 *            14:05 or 14:05:30
 */
record When(boolean on, String date, String time) {
    static final When NEVER = new When(false, "", "");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    /** How other programs write "at any time", and "for ever". */
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What came of reading one: the moment, or why there is none, or a remark about it; all may be absent. */
    record Reading(Optional<Instant> instant, Optional<String> problem, Optional<String> remark) {
    }

    static When of(Optional<Instant> instant, ZoneId zone) {
        Optional<Instant> real = instant.filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(FOREVER));
        return real.map(at -> {
            ZonedDateTime wall = at.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
            return new When(true, wall.toLocalDate().toString(),
                    (wall.getSecond() == 0 ? SHORT : LONG).format(wall));
        }).orElse(NEVER);
    }

    When switched(boolean next) {
        return new When(next, date, time);
    }

    When withDate(String next) {
        return new When(on, next, time);
    }

    When withTime(String next) {
        return new When(on, date, next);
    }

    Reading read(ZoneId zone) {
        if (!on) {
            return new Reading(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            return wrong("Write the date as 2026-11-21.");
        }
        if (!TIME.matcher(time.strip()).matches()) {
            return wrong("Write the time as 14:05 or 14:05:30.");
        }
        try {
            String padded = time.strip().indexOf(':') == 1 ? "0" + time.strip() : time.strip();
            return read(LocalDateTime.of(day.get(), LocalTime.parse(padded)), zone);
        } catch (DateTimeException _) {
            return wrong("There is no such time of day.");
        }
    }

    private static Reading wrong(String words) {
        return new Reading(Optional.empty(), Optional.of(words), Optional.empty());
    }

    private static Reading read(LocalDateTime wall, ZoneId zone) {
        int offsets = zone.getRules().getValidOffsets(wall).size();
        ZonedDateTime at = wall.atZone(zone);
        Optional<String> remark = switch (offsets) {
            case 0 -> Optional.of("The clock goes forward over this time; " + LONG.format(at) + " is taken.");
            case 1 -> Optional.empty();
            default -> Optional.of("This time comes twice on that day, as the clock goes back; the first is taken.");
        };
        return new Reading(Optional.of(at.toInstant()), Optional.empty(), remark);
    }

    /** The day, when it can be understood. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(date.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
