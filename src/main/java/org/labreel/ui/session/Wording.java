package org.labreel.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.session.DamagedSession;
import org.labreel.ui.kit.Units;

/** Sessions in the operator's words. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Wording() {
    }

    /** "45 s", "2 h 10 min", "3 d 4 h". */
    static String span(Instant from, Instant until) {
        Duration length = Duration.between(from, until).abs();
        if (length.toDays() >= 1) {
            return length.toDays() + " d" + (length.toHoursPart() == 0 ? "" : " " + length.toHoursPart() + " h");
        }
        return length.toMinutes() < 1 ? length.toSeconds() + " s" : Units.span(length);
    }

    /** "14:05:00 CET" today, "2026-11-22 09:00 CET" else. */
    static String at(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime wall = instant.atZone(zone);
        return (wall.toLocalDate().equals(LocalDate.ofInstant(now, zone)) ? TODAY : DAY).format(wall);
    }

    /** "14:05:00.123" */
    static String exact(Instant instant, ZoneId zone) {
        return EXACT.format(instant.atZone(zone));
    }

    /** "5 segments · 1.2 GB", "Nothing recorded yet". */
    static String recorded(Session session) {
        long count = session.segments().stream().filter(segment -> segment.end().isPresent()).count();
        return count == 0
                ? "Nothing recorded yet"
                : count + (count == 1 ? " segment · " : " segments · ") + Units.bytes(bytes(session));
    }

    static long bytes(Session session) {
        return session.segments().stream().mapToLong(Segment::bytes).sum();
    }

    /** Folders whose sessions cannot be shown; the first of many in words. */
    static Optional<String> damaged(List<DamagedSession> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String more = all.size() == 1
                ? ""
                : " And " + (all.size() - 1) + " more: " + String.join(", ",
                        all.stream().skip(1).limit(5).map(DamagedSession::folder).toList())
                        + (all.size() > 6 ? " …" : "") + ".";
        return Optional.of("A session cannot be shown: "
                + all.getFirst().words() + more);
    }

    /** "REALSENSE_D435 S1 (demo)" */
    static String camera(Session.Camera camera) {
        String serial = camera.serial().isEmpty() ? "" : " " + camera.serial();
        String name = camera.model() + serial;
        return name.isBlank()
                ? camera.address()
                : camera.address().isEmpty() ? name : name + " (" + camera.address() + ")";
    }
}
