package org.labreel.model;

import java.util.List;

/**
 * One electrode.
 *
 * @param outline
 *            a closed polygon in board units (the last point joins the first)
 * @param name
 *            where it belongs by the board's definition, "reservoir 1 A", "row 2, column 5"; may be empty
 */
public record Electrode(int pin, List<Point> outline, String name) {
    public Electrode {
        outline = List.copyOf(outline);
    }

    /** An electrode without a name. */
    public Electrode(int pin, List<Point> outline) {
        this(pin, outline, "");
    }

    /** Area in square board units (shoelace formula). */
    public double area() {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** Mean of the corners, in board units. */
    public Point centre() {
        double x = 0;
        double y = 0;
        for (Point p : outline) {
            x += p.x();
            y += p.y();
        }
        return new Point(x / outline.size(), y / outline.size());
    }

    /** Whether a point in board units lies inside (even-odd rule). */
    public boolean contains(Point p) {
        boolean inside = false;
        for (int i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            Point a = outline.get(i);
            Point b = outline.get(j);
            if (a.y() > p.y() != b.y() > p.y()
                    && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
