package org.labreel.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times as they are burnt in. */
final class ClockText {
    private final Overlays.Clock clock;
    private final DateTimeFormatter wall;
    private final double speed;

    ClockText(Overlays.Clock clock, ZoneId zone, double speed) {
        this.clock = clock;
        this.wall = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT).withZone(zone);
        this.speed = speed;
    }

    /** From top to bottom. */
    List<String> lines(PlannedFrame frame) {
        List<String> lines = new ArrayList<>();
        if (clock != Overlays.Clock.WALL) {
            lines.add(elapsed(frame.elapsed(), speed));
        }
        if (clock != Overlays.Clock.ELAPSED) {
            lines.add(wall(frame.time()) + (clock == Overlays.Clock.WALL ? factor(speed) : ""));
        }
        return lines;
    }

    private String wall(Instant time) {
        return wall.format(time);
    }

    /** Elapsed time with milliseconds, hours only when there are any, and the speed when it is not the true one. */
    static String elapsed(Duration elapsed, double speed) {
        Duration size = elapsed.abs();
        String text = size.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d.%03d", size.toHours(), size.toMinutesPart(),
                        size.toSecondsPart(), size.toMillisPart())
                : String.format(Locale.ROOT, "%d:%02d.%03d", size.toMinutesPart(), size.toSecondsPart(),
                        size.toMillisPart());
        return (elapsed.isNegative() ? "\u2212" : "") + text + factor(speed);
    }

    private static String factor(double speed) {
        return speed == 1
                ? ""
                : "  " + String.format(Locale.ROOT, "%.2f", speed).replaceFirst("\\.?0+$", "") + "\u00d7";
    }
}
