package org.labreel.ui.timeline;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Labels along the ruler, from one microsecond apart to years: either time since the zero of the log, or the time of
 * day.
 *
 * @param stepNanos
 *            from one label to the next
 */
public record TimeTicks(long stepNanos) {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
            1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000, 200_000_000,
            500_000_000, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE,
            5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY,
            2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 182 * DAY, 364 * DAY, 1820 * DAY, 18_200 * DAY};

    /** A label. */
    public record Tick(long nanos, String text) {
    }

    /** The closest labels that have room. */
    public static TimeTicks fitting(TimeScale scale, double roomPx) {
        long least = scale.nanosOf(roomPx);
        for (long step : STEPS) {
            if (step >= least) {
                return new TimeTicks(step);
            }
        }
        return new TimeTicks(STEPS[STEPS.length - 1]);
    }

    /** Labels in the window, and one beyond each end, as time since {@code zeroNanos}. */
    public List<Tick> elapsed(TimeScale scale, long zeroNanos) {
        List<Tick> out = new ArrayList<>();
        long last = Math.ceilDiv(scale.endNanos() - zeroNanos, stepNanos);
        for (long n = Math.floorDiv(scale.startNanos() - zeroNanos, stepNanos); n <= last; n++) {
            out.add(new Tick(zeroNanos + n * stepNanos, elapsedText(n * stepNanos)));
        }
        return out;
    }

    /**
     * Labels in the window, and one beyond each end, as the time of day: round in this zone, also across its changes.
     */
    public List<Tick> wall(TimeScale scale, ZoneId zone) {
        TreeSet<Long> instants = new TreeSet<>();
        // Both ends by both offsets, so that an hour that the clock runs through twice has its labels twice.
        ZoneOffset first = zone.getRules().getOffset(EpochNanos.instant(scale.startNanos()));
        ZoneOffset last = zone.getRules().getOffset(EpochNanos.instant(scale.endNanos()));
        long from = scale.startNanos() + Math.min(first.getTotalSeconds(), last.getTotalSeconds()) * SECOND;
        long until = scale.endNanos() + Math.max(first.getTotalSeconds(), last.getTotalSeconds()) * SECOND;
        for (long n = Math.floorDiv(from, stepNanos); n <= Math.ceilDiv(until, stepNanos); n++) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(Math.floorDiv(n * stepNanos, SECOND),
                    (int) Math.floorMod(n * stepNanos, SECOND), ZoneOffset.UTC);
            ZonedDateTime at = local.atZone(zone);
            instants.add(EpochNanos.of(at.toInstant()));
            if (stepNanos <= HOUR) {
                instants.add(EpochNanos.of(at.withLaterOffsetAtOverlap().toInstant()));
            }
        }
        return instants.stream()
                .filter(each -> each >= scale.startNanos() - stepNanos && each <= scale.endNanos() + stepNanos)
                .map(each -> new Tick(each, wallText(LocalDateTime.ofInstant(EpochNanos.instant(each), zone))))
                .toList();
    }

    /**
     * Those of labels whose text, which stands right of its place, is seen whole.
     *
     * @param letterPx
     *            room for a letter
     */
    static List<Tick> readable(List<Tick> labels, TimeScale scale, double letterPx) {
        double right = scale.leftPx() + scale.widthPx();
        return labels.stream().filter(each -> scale.x(each.nanos()) >= scale.leftPx() - 1
                && scale.x(each.nanos()) + each.text().length() * letterPx <= right).toList();
    }

    /** As exact as the step asks for: "1:02:03", "0:07.250", "2 d 03:00". */
    private String elapsedText(long nanos) {
        Duration t = Duration.ofNanos(Math.abs(nanos));
        String sign = nanos < 0 ? "−" : "";
        if (stepNanos >= DAY) {
            return sign + t.toDays() + " d";
        }
        if (t.toDays() > 0) {
            return String.format(Locale.ROOT, "%s%d d %02d:%02d", sign, t.toDays(), t.toHoursPart(),
                    t.toMinutesPart()) + seconds(t);
        }
        return t.toHours() > 0
                ? String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, t.toHours(), t.toMinutesPart(),
                        t.toSecondsPart()) + fraction(t.toNanosPart())
                : String.format(Locale.ROOT, "%s%d:%02d", sign, t.toMinutes(), t.toSecondsPart())
                        + fraction(t.toNanosPart());
    }

    private String seconds(Duration t) {
        return stepNanos >= MINUTE
                ? ""
                : String.format(Locale.ROOT, ":%02d", t.toSecondsPart()) + fraction(t.toNanosPart());
    }

    private String wallText(LocalDateTime local) {
        if (stepNanos >= DAY || local.toLocalTime().toNanoOfDay() == 0) {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(local);
        }
        String clock = String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
        return stepNanos >= MINUTE
                ? clock
                : clock + String.format(Locale.ROOT, ":%02d", local.getSecond()) + fraction(local.getNano());
    }

    private String fraction(int nanos) {
        if (stepNanos >= SECOND) {
            return "";
        }
        int digits = stepNanos >= 100_000_000 ? 1 : stepNanos >= 10_000_000 ? 2 : stepNanos >= 1_000_000 ? 3 : 6;
        return "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
    }
}
