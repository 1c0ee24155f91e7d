package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.PinSet;
import org.labreel.model.Point;

/** All droplets on the board: driven electrodes pull them, they merge when they touch and split when pulled apart. */
final class Liquids {
    /** An electrode pulls a droplet whose rim is this near, board units. */
    private static final double REACH = 0.2;
    private static final double STEP_SECONDS = 0.005;

    private final LabBoard board;
    private final List<Droplet> droplets = new ArrayList<>();
    private final List<Droplet> vanishing = new ArrayList<>();
    private final Map<Integer, List<Point>> samples;
    private final Reservoirs reservoirs;
    private int bodies;

    Liquids(LabBoard board) {
        this.board = board;
        this.reservoirs = new Reservoirs(board);
        this.samples = board.electrodes().stream().collect(Collectors.toMap(Electrode::pin, Samples::of));
    }

    void dispense(Point at, double area, Lobe.Dye dye) {
        droplets.add(Droplet.dispensedAt(at, area, dye, bodies++));
    }

    /** Takes all droplets off the board, over a second or so. */
    void clear() {
        vanishing.addAll(droplets);
        droplets.clear();
    }

    void advance(double seconds, PinSet driven) {
        List<Electrode> on = driven.pins().stream().flatMap(pin -> board.electrode(pin).stream()).toList();
        double left = Math.min(seconds, 0.5);
        while (left > 0) {
            step(Math.min(left, STEP_SECONDS), on);
            left -= STEP_SECONDS;
        }
        merge();
        part();
    }

    private void step(double seconds, List<Electrode> on) {
        for (Droplet droplet : List.copyOf(droplets)) {
            List<Electrode> pulling = on.stream().filter(electrode -> reaches(electrode, droplet)).toList();
            List<Point> ends = ends(pulling);
            if (ends.size() == 2 && droplet.area() > 1) {
                droplets.remove(droplet);
                droplets.addAll(droplet.halves(ends.get(0), ends.get(1)));
            } else {
                droplet.advance(seconds, pulling.isEmpty() ? Droplet.Hold.free(droplet.centre()) : hold(pulling), 1);
            }
        }
        vanishing.forEach(droplet -> droplet.advance(seconds, Droplet.Hold.free(droplet.centre()), -1));
        vanishing.removeIf(Droplet::vanished);
    }

    private static boolean reaches(Electrode electrode, Droplet droplet) {
        return droplet.distanceTo(nearest(electrode, droplet.centre())) < REACH;
    }

    /** The point of an electrode that is nearest to another point. */
    private static Point nearest(Electrode electrode, Point p) {
        if (electrode.contains(p)) {
            return p;
        }
        Point best = electrode.centre();
        List<Point> outline = electrode.outline();
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point along = outline.get((i + 1) % outline.size()).minus(a);
            double length2 = along.x() * along.x() + along.y() * along.y();
            double t = Math.clamp(((p.x() - a.x()) * along.x() + (p.y() - a.y()) * along.y()) / length2, 0, 1);
            Point q = new Point(a.x() + t * along.x(), a.y() + t * along.y());
            best = q.distanceTo(p) < best.distanceTo(p) ? q : best;
        }
        return best;
    }

    /** The middles of two groups of electrodes that do not adjoin, or nothing when all of them hang together. */
    private static List<Point> ends(List<Electrode> pulling) {
        if (pulling.size() < 2) {
            return List.of();
        }
        List<Electrode> near = new ArrayList<>(List.of(pulling.getFirst()));
        List<Electrode> far = new ArrayList<>(pulling.subList(1, pulling.size()));
        boolean grew = true;
        while (grew) {
            List<Electrode> joined = far.stream().filter(e -> near.stream().anyMatch(n -> adjoin(n, e))).toList();
            near.addAll(joined);
            grew = far.removeAll(joined);
        }
        return far.isEmpty() ? List.of() : List.of(middle(near), middle(far));
    }

    private static boolean adjoin(Electrode a, Electrode b) {
        return nearest(a, b.centre()).distanceTo(nearest(b, a.centre())) < 0.3;
    }

    private static Droplet.Hold hold(List<Electrode> pulling) {
        Board.Bounds bounds = new Board(pulling, "").bounds();
        return new Droplet.Hold(middle(pulling), bounds.width() / 2, bounds.height() / 2);
    }

    private static Point middle(List<Electrode> electrodes) {
        double area = 0;
        double x = 0;
        double y = 0;
        for (Electrode electrode : electrodes) {
            Point centre = electrode.centre();
            area += electrode.area();
            x += centre.x() * electrode.area();
            y += centre.y() * electrode.area();
        }
        return new Point(x / area, y / area);
    }

    private void merge() {
        for (int i = 0; i < droplets.size(); i++) {
            for (int j = i + 1; j < droplets.size(); j++) {
                Droplet a = droplets.get(i);
                Droplet b = droplets.get(j);
                if (a.body() != b.body() && a.touches(b)) {
                    droplets.remove(j);
                    droplets.set(i, Droplet.merged(a, b));
                    return;
                }
            }
        }
    }

    /** Halves whose neck has broken are bodies of their own. */
    private void part() {
        for (int i = 0; i < droplets.size(); i++) {
            for (int j = i + 1; j < droplets.size(); j++) {
                Droplet a = droplets.get(i);
                Droplet b = droplets.get(j);
                double apart = a.centre().distanceTo(b.centre());
                if (a.body() == b.body() && apart > 0.75 * (Math.sqrt(a.area()) + Math.sqrt(b.area()))) {
                    b.becomeBody(bodies++);
                }
            }
        }
    }

    List<List<Lobe>> bodies() {
        Map<Integer, List<Lobe>> byBody = new LinkedHashMap<>();
        for (List<Droplet> each : List.of(droplets, vanishing)) {
            each.forEach(d -> byBody.computeIfAbsent(d.body(), _ -> new ArrayList<>()).addAll(d.lobes()));
        }
        return List.copyOf(byBody.values());
    }

    /** Part of an electrode that is under liquid, 0 to 1. */
    double covered(Electrode electrode) {
        if (reservoirs.filled(electrode)) {
            return 0.9;
        }
        // Asked six thousand times a second, and for most electrodes there is no droplet near.
        List<Droplet> near = List.of();
        for (Droplet droplet : droplets) {
            if (droplet.distanceTo(electrode.centre()) < 2) {
                near = near.isEmpty() ? new ArrayList<>() : near;
                near.add(droplet);
            }
        }
        return near.isEmpty() ? 0 : wetPart(samples.getOrDefault(electrode.pin(), List.of()), near);
    }

    private static double wetPart(List<Point> samples, List<Droplet> near) {
        int wet = 0;
        for (Point sample : samples) {
            for (Droplet droplet : near) {
                if (droplet.distanceTo(sample) < 0.05) {
                    wet++;
                    break;
                }
            }
        }
        return (double) wet / samples.size();
    }
}
