package org.labreel.ui.view;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.labreel.model.Point;

/** A straight line between two points of the frame, in pixels of the frame (the middle of the first pixel is 0.5). */
public record Measure(Point from, Point to) {
    /** Nearer than this the pointer takes hold of an end, view pixels. */
    private static final double GRIP = 9;

    /** Which end. */
    enum End {
        FROM, TO
    }

    public double pixels() {
        return from.distanceTo(to);
    }

    /** Its length on the board; empty without a map. */
    public OptionalDouble boardUnits(Optional<BoardMap> map) {
        return map.map(found -> found.distance(from, to)).orElse(OptionalDouble.empty());
    }

    /**
     * Length in every unit that is known: "123.4 px · 5.213 units · 14.33 mm".
     *
     * @param millimetresPerUnit
     *            of the board
     */
    public String words(Optional<BoardMap> map, OptionalDouble millimetresPerUnit) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%.1f px", pixels()));
        OptionalDouble units = boardUnits(map);
        units.ifPresent(length -> {
            out.append(String.format(Locale.ROOT, " · %.3f units", length));
            millimetresPerUnit.ifPresent(each -> out.append(" · ").append(millimetres(length * each)));
        });
        return out.toString();
    }

    private static String millimetres(double length) {
        return length < 1
                ? String.format(Locale.ROOT, "%.0f µm", length * 1000)
                : String.format(Locale.ROOT, length < 100 ? "%.2f mm" : "%.1f mm", length);
    }

    /** The scale at which this line would be so long; empty when it has no length on the board. */
    public OptionalDouble millimetresPerUnit(Optional<BoardMap> map, double millimetres) {
        OptionalDouble units = boardUnits(map);
        return units.isPresent() && units.getAsDouble() > 0 && millimetres > 0
                ? OptionalDouble.of(millimetres / units.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The end that the pointer would take hold of. */
    Optional<End> endAt(Point view, FrameGeometry geometry) {
        double toFrom = geometry.toView(from).distanceTo(view);
        double toTo = geometry.toView(to).distanceTo(view);
        if (Math.min(toFrom, toTo) > GRIP) {
            return Optional.empty();
        }
        return Optional.of(toFrom < toTo ? End.FROM : End.TO);
    }

    /** The same line on a frame of another size. */
    Measure scaled(double x, double y) {
        return new Measure(new Point(from.x() * x, from.y() * y), new Point(to.x() * x, to.y() * y));
    }

    Measure with(End end, Point next) {
        return switch (end) {
            case FROM -> new Measure(next, to);
            case TO -> new Measure(from, next);
        };
    }
}
