package org.labreel.export;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is burnt in, and how.
 *
 * @param electrodes
 *            what of an electrode is drawn
 * @param clock
 *            which time is shown
 * @param zone
 *            of the wall time
 * @param caption
 *            text for {@link Overlay#CAPTION}
 * @param millimetresPerUnit
 *            size of a board unit, for {@link Overlay#SCALE}
 * @param markersFor
 *            how long the text of a marker stays, in time of the clip
 * @param textPx
 *            height of letters, pixels of the clip; 0 = a 24th of its shorter side, legible at half size
 * @param font
 *            a font family of this computer; empty = the one that is shipped, the same everywhere
 */
public record Overlays(Set<Overlay> shown, Set<ElectrodePart> electrodes, Clock clock, ZoneId zone, String caption,
        double millimetresPerUnit, Duration markersFor, int textPx, String font) {
    public static final int LARGEST_TEXT_PX = 400;
    public static final int SMALLEST_TEXT_PX = 6;

    /** Nothing. */
    public static final Overlays NONE = new Overlays(Set.of(), EnumSet.of(ElectrodePart.OUTLINE, ElectrodePart.FILL),
            Clock.ELAPSED, ZoneOffset.UTC, "", 0, Duration.ofSeconds(3), 0, "");

    public Overlays {
        shown = Set.copyOf(shown);
        electrodes = Set.copyOf(electrodes);
    }

    /** What of an electrode is drawn. */
    public enum ElectrodePart {
        /** The line around each. */
        OUTLINE,
        /** Colour over those that are on. */
        FILL,
        /** The number of its pin on each. */
        PINS
    }

    /** Which time is shown. */
    public enum Clock {
        /** Since time zero of the log. */
        ELAPSED,
        /** Date and time of day. */
        WALL,
        /** Both, one above the other. */
        BOTH
    }

    public boolean has(Overlay overlay) {
        return shown.contains(overlay);
    }

    /** Whether the board must be known. */
    public boolean needsBoard() {
        return has(Overlay.ELECTRODES) || has(Overlay.SCALE);
    }

    public Overlays showing(Set<Overlay> next) {
        return new Overlays(next, electrodes, clock, zone, caption, millimetresPerUnit, markersFor, textPx, font);
    }

    public Overlays withElectrodes(Set<ElectrodePart> next) {
        return new Overlays(shown, next, clock, zone, caption, millimetresPerUnit, markersFor, textPx, font);
    }

    public Overlays withClock(Clock next, ZoneId nextZone) {
        return new Overlays(shown, electrodes, next, nextZone, caption, millimetresPerUnit, markersFor, textPx, font);
    }

    public Overlays withCaption(String next) {
        return new Overlays(shown, electrodes, clock, zone, next, millimetresPerUnit, markersFor, textPx, font);
    }

    public Overlays withMillimetresPerUnit(double next) {
        return new Overlays(shown, electrodes, clock, zone, caption, next, markersFor, textPx, font);
    }

    public Overlays withMarkersFor(Duration next) {
        return new Overlays(shown, electrodes, clock, zone, caption, millimetresPerUnit, next, textPx, font);
    }

    public Overlays withTextPx(int next) {
        return new Overlays(shown, electrodes, clock, zone, caption, millimetresPerUnit, markersFor, next, font);
    }

    public Overlays withFont(String next) {
        return new Overlays(shown, electrodes, clock, zone, caption, millimetresPerUnit, markersFor, textPx, next);
    }
}
