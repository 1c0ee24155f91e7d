package org.labreel.ui.timeline;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times and things as the operator reads them.
 *
 * @param zone
 *            of the wall times
 */
public record TimelineText(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** Digits of the second that tell one pixel from the next: 3, 6 or 9. */
    static int digits(TimeScale scale) {
        return scale.nanosPerPx() >= 100_000 ? 3 : scale.nanosPerPx() >= 100 ? 6 : 9;
    }

    /** "1:02.345" or "2:03:04.567", with so many digits of the second. */
    static String elapsed(long nanos, int digits) {
        Duration t = Duration.ofNanos(Math.abs(nanos));
        String sign = nanos < 0 ? "−" : "";
        String clock = t.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", t.toHours(), t.toMinutesPart(), t.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", t.toMinutes(), t.toSecondsPart());
        return sign + clock + fraction(t.toNanosPart(), digits);
    }

    private static String fraction(int nanos, int digits) {
        return "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
    }

    /** Date, time and zone. */
    String wall(long nanos, int digits) {
        var at = EpochNanos.instant(nanos).atZone(zone);
        return DAY.format(at) + fraction(at.getNano(), digits) + " " + ZONE.format(at);
    }

    /** A length of time in the unit that fits it. */
    static String length(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
        }
        if (nanos < 1_000_000_000L) {
            return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
        }
        if (nanos < 60_000_000_000L) {
            return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
        }
        return elapsed(nanos, 3);
    }

    /** What is said of the place under the pointer, a line each: the thing, the times, the frame. */
    public String hover(Hit hit, long nanos, TimelineContent content, TimeScale scale) {
        int digits = digits(scale);
        long at = instantOf(hit, nanos, content);
        String first = words(hit, nanos, content);
        String times = elapsed(at - content.zeroNanos(), digits) + "  ·  " + wall(at, digits);
        int frame = content.frames().at(at);
        String place = frame >= 0 && content.focus().contains(at) ? "  ·  frame " + frame : "";
        return (first.isEmpty() ? "" : first + "\n") + times + place;
    }

    /** The exact instant of a thing, or that of the pointer. */
    static long instantOf(Hit hit, long nanos, TimelineContent content) {
        return switch (hit) {
            case Hit.Marker(var marker) -> marker.nanos();
            case Hit.Change(int index) -> content.changes().at(index);
            case Hit.RangeEdge(var range, boolean start) ->
                start ? range.span().startNanos() : range.span().endNanos();
            case Hit.Head _,Hit.Ruler _,Hit.SelectionEdge _,Hit.Range _,Hit.Segment _,Hit.Hole _,Hit.Signal _,Hit.Nothing _ ->
                nanos;
        };
    }

    private String words(Hit hit, long nanos, TimelineContent content) {
        return switch (hit) {
            case Hit.Marker(var marker) -> marker.words();
            case Hit.Change(int index) -> "Electrodes change (" + (index + 1) + " of " + content.changes().size() + ")";
            case Hit.RangeEdge(var range, boolean start) -> range.name() + (start ? ": start" : ": end");
            case Hit.Range(var range) -> range.name() + ", " + length(range.span().lengthNanos());
            case Hit.Segment(var segment) -> segment.text() + ", " + segment.state().word() + ", "
                    + length(segment.span().lengthNanos()) + (segment.shown() ? "" : ". Click to open it here");
            case Hit.Hole(var hole) -> hole.text();
            case Hit.Signal(var signal) -> signal.name() + ": " + value(signal, nanos);
            case Hit.SelectionEdge(boolean start) -> start
                    ? "Start of the range. Drag it; Alt: without snapping"
                    : "End of the range, included. Drag it; Alt: without snapping";
            case Hit.Head _,Hit.Ruler _,Hit.Nothing _ -> "";
        };
    }

    static String value(TimelineSignal signal, long nanos) {
        var value = signal.track().valueAt(nanos);
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.2f %s", value.getAsDouble(), signal.unit())
                : "not known yet";
    }

    /** The selection in one line, as far as there is room for it. */
    public String selection(TimelineSelection selection, TimelineContent content) {
        if (selection.count() == 0) {
            return content.liveEdge().isPresent() ? "Click, drag or press ← to look back" : "No frames";
        }
        int count = selection.count();
        return (selection.marked() ? "Range" : "Whole log") + ": in "
                + elapsed(selection.span().startNanos() - content.zeroNanos(), 3) + " (frame " + selection.inFrame()
                + "), out " + elapsed(selection.span().endNanos() - content.zeroNanos(), 3) + " (frame "
                + selection.outFrame() + "), " + length(selection.span().lengthNanos()) + ", " + count
                + (count == 1 ? " frame" : " frames") + ". Out is inclusive";
    }
}
