package org.labreel.model;

import java.util.List;
import java.util.Optional;

/**
 * The electrodes of a board, in arbitrary board units.
 *
 * @param electrodes
 *            every electrode that has a pin
 * @param definition
 *            the JSON text as the device server gave it, kept unread so that nothing of it is lost
 */
public record Board(List<Electrode> electrodes, String definition) {
    public Board {
        electrodes = List.copyOf(electrodes);
    }

    /** The electrode at a point in board units. */
    public Optional<Electrode> electrodeAt(Point p) {
        return electrodes.stream().filter(electrode -> electrode.contains(p)).findFirst();
    }

    /** The electrode of a pin. */
    public Optional<Electrode> electrodeOf(int pin) {
        return electrodes.stream().filter(electrode -> electrode.pin() == pin).findFirst();
    }

    /** Smallest and largest corner, in board units; (0,0) twice for a board with no electrodes. */
    public Bounds bounds() {
        if (electrodes.isEmpty()) {
            return new Bounds(0, 0, 0, 0);
        }
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Electrode electrode : electrodes) {
            for (Point p : electrode.outline()) {
                minX = Math.min(minX, p.x());
                minY = Math.min(minY, p.y());
                maxX = Math.max(maxX, p.x());
                maxY = Math.max(maxY, p.y());
            }
        }
        return new Bounds(minX, minY, maxX, maxY);
    }

    /** An upright rectangle in board units. */
    public record Bounds(double minX, double minY, double maxX, double maxY) {
        public double width() {
            return maxX - minX;
        }

        public double height() {
            return maxY - minY;
        }
    }
}
