package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.List;
import org.labreel.model.Point;

/**
 * A droplet between two plates: four lobes at the ends of springs. Driven electrodes pull its middle, the lobes follow
 * at slightly different speeds, so that it stretches when it moves and squares up when it rests on an electrode.
 */
final class Droplet {
    private static final int LOBES = 4;
    /** Natural frequency of the pull of an electrode, rad/s; critically damped. */
    private static final double PULL = 6.5;
    private static final double MIX_SECONDS = 2.5;

    private final List<Part> parts = new ArrayList<>();
    private final double area;
    private double size;
    private int body;

    /** A lobe in motion. */
    private static final class Part {
        private double x;
        private double y;
        private double vx;
        private double vy;
        private Lobe.Dye dye;

        Part(double x, double y, Lobe.Dye dye) {
            this.x = x;
            this.y = y;
            this.dye = dye;
        }
    }

    /**
     * Where a droplet is held, and how far the electrodes that hold it reach, board units; a free droplet is held where
     * it is by nothing, and rounds up.
     */
    record Hold(Point middle, double halfWidth, double halfHeight) {
        static Hold free(Point at) {
            return new Hold(at, 0, 0);
        }
    }

    private Droplet(double area, int body) {
        this.area = area;
        this.body = body;
    }

    /** A droplet that grows out of nothing, as if dispensed. */
    static Droplet dispensedAt(Point at, double area, Lobe.Dye dye, int body) {
        Droplet droplet = new Droplet(area, body);
        for (int i = 0; i < LOBES; i++) {
            droplet.parts.add(new Part(at.x(), at.y(), dye));
        }
        return droplet;
    }

    /** Both together; the outline stays where it was and then draws in. */
    static Droplet merged(Droplet a, Droplet b) {
        Droplet both = new Droplet(a.area + b.area, a.body);
        both.size = (a.size * a.area + b.size * b.area) / both.area;
        // Alternately, so that each keeps its side while the outline draws in.
        for (int i = 0; i < Math.max(a.parts.size(), b.parts.size()); i++) {
            if (i < a.parts.size()) {
                both.parts.add(a.parts.get(i));
            }
            if (i < b.parts.size()) {
                both.parts.add(b.parts.get(i));
            }
        }
        return both;
    }

    /** The halves that two electrodes pull apart; they stay one body until the neck between them breaks. */
    List<Droplet> halves(Point one, Point other) {
        List<Part> byPlace = new ArrayList<>(parts);
        double dx = other.x() - one.x();
        double dy = other.y() - one.y();
        byPlace.sort((p, q) -> Double.compare(p.x * dx + p.y * dy, q.x * dx + q.y * dy));
        List<Droplet> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            Droplet droplet = new Droplet(area / 2, body);
            droplet.size = size;
            for (int i = 0; i < LOBES; i++) {
                Part from = byPlace.get(half * byPlace.size() / 2 + i % (byPlace.size() / 2));
                droplet.parts.add(new Part(from.x, from.y, from.dye));
            }
            halves.add(droplet);
        }
        return halves;
    }

    double area() {
        return area;
    }

    int body() {
        return body;
    }

    void becomeBody(int next) {
        body = next;
    }

    Point centre() {
        double x = 0;
        double y = 0;
        for (Part part : parts) {
            x += part.x;
            y += part.y;
        }
        return new Point(x / parts.size(), y / parts.size());
    }

    /** Radius of each lobe: a fixed part of the side of the square that the droplet fills. */
    double lobeRadius() {
        return 0.34 * Math.sqrt(area * size);
    }

    /** From the middle to a lobe, so that the lobes reach out to the rim of what holds them. */
    private double offset(double halfExtent) {
        double free = 0.17 * Math.sqrt(area * size);
        return Math.clamp(0.97 * halfExtent - lobeRadius(), 0.5 * free, 3 * free);
    }

    /** From the point to the nearest lobe, board units. */
    double distanceTo(Point p) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            nearest = Math.min(nearest, Math.hypot(p.x() - part.x, p.y() - part.y));
        }
        return nearest - lobeRadius();
    }

    /** Whether two droplets touch. */
    boolean touches(Droplet other) {
        for (Part part : parts) {
            if (other.distanceTo(new Point(part.x, part.y)) < lobeRadius() * 0.9) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves on.
     *
     * @param hold
     *            what pulls it
     * @param growth
     *            1 to grow to full size, -1 to vanish
     */
    void advance(double seconds, Hold hold, int growth) {
        size = Math.clamp(size + growth * seconds / 1.4, 0.02, 1);
        double offsetX = offset(hold.halfWidth());
        double offsetY = offset(hold.halfHeight());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            // The first four stand at the corners; what a merger added fills the middle.
            double inward = i < LOBES ? 1 : 0.33;
            double tx = hold.middle().x() + (i % 2 == 0 ? -offsetX : offsetX) * inward;
            double ty = hold.middle().y() + (i / 2 % 2 == 0 ? -offsetY : offsetY) * inward;
            double pull = PULL * (1 + 0.13 * ((i * 7) % 5 - 2) / 2.0);
            part.vx += seconds * (pull * pull * (tx - part.x) - 2 * pull * part.vx);
            part.vy += seconds * (pull * pull * (ty - part.y) - 2 * pull * part.vy);
            part.x += seconds * part.vx;
            part.y += seconds * part.vy;
        }
        mix(seconds);
    }

    private void mix(double seconds) {
        Lobe.Dye mean = parts.getFirst().dye;
        for (int i = 1; i < parts.size(); i++) {
            mean = mean.mixedWith(parts.get(i).dye, 1.0 / (i + 1));
        }
        for (Part part : parts) {
            part.dye = part.dye.mixedWith(mean, Math.min(1, seconds / MIX_SECONDS));
        }
    }

    boolean vanished() {
        return size <= 0.02;
    }

    List<Lobe> lobes() {
        return parts.stream().map(part -> new Lobe(part.x, part.y, lobeRadius(), part.dye)).toList();
    }
}
