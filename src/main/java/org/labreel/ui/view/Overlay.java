package org.labreel.ui.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** The electrodes of a board laid into a view: outlines in view pixels, computed once a place. */
final class Overlay {
    static final Overlay NONE = new Overlay(List.of(), Transform.IDENTITY);

    /** Room around a board that is drawn by itself, part of its size. */
    private static final double BOARD_MARGIN = 0.06;

    private final List<Shape> shapes;
    private final Transform toView;

    /** An electrode's outline in view pixels, as the canvas wants it. */
    static final class Shape {
        private final Electrode electrode;
        private final double[] xs;
        private final double[] ys;

        Shape(Electrode electrode, Transform toView) {
            this.electrode = electrode;
            int n = electrode.outline().size();
            this.xs = new double[n];
            this.ys = new double[n];
            for (int i = 0; i < n; i++) {
                Point p = toView.apply(electrode.outline().get(i));
                xs[i] = p.x();
                ys[i] = p.y();
            }
        }

        Electrode electrode() {
            return electrode;
        }

        void fill(GraphicsContext g) {
            g.fillPolygon(xs, ys, xs.length);
        }

        void stroke(GraphicsContext g) {
            g.strokePolygon(xs, ys, xs.length);
        }
    }

    private Overlay(List<Shape> shapes, Transform toView) {
        this.shapes = shapes;
        this.toView = toView;
    }

    /**
     * @param toView
     *            board units to view pixels
     */
    static Overlay of(Board board, Transform toView) {
        List<Shape> shapes = board.electrodes().stream().map(electrode -> new Shape(electrode, toView)).toList();
        return new Overlay(shapes, toView);
    }

    List<Shape> shapes() {
        return shapes;
    }

    Point toView(Point onBoard) {
        return toView.apply(onBoard);
    }

    Optional<Electrode> electrodeAt(Point view) {
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        Point board = toView.inverse().apply(view);
        return shapes.stream().map(Shape::electrode).filter(each -> each.contains(board)).findFirst();
    }

    /** Where a board by itself goes: fitted into a rectangle of the view, with some room around it. */
    static Transform fitted(Board.Bounds bounds, double x, double y, double width, double height) {
        double roomX = bounds.width() * BOARD_MARGIN;
        double roomY = bounds.height() * BOARD_MARGIN;
        FrameGeometry place = FrameGeometry.fit(bounds.width() + 2 * roomX, bounds.height() + 2 * roomY, width, height);
        return Transform.scaleThenShift(1, 1, roomX - bounds.minX(), roomY - bounds.minY()).then(place.transform())
                .then(Transform.scaleThenShift(1, 1, x, y));
    }

    /** What the pointer is told about an electrode. */
    static String describe(Electrode electrode, PinSet active, Optional<Floats> picofarads) {
        StringBuilder out = new StringBuilder("Pin ").append(electrode.pin());
        if (!electrode.name().isEmpty()) {
            out.append(" (").append(electrode.name()).append(')');
        }
        double value = picofarads.map(all -> all.getOrNaN(electrode.pin())).orElse(Float.NaN);
        if (!Double.isNaN(value)) {
            out.append(String.format(Locale.ROOT, " · %.2f pF", value));
        }
        return out.append(active.contains(electrode.pin()) ? " · on" : " · off").toString();
    }
}
