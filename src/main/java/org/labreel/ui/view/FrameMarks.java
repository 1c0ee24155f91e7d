package org.labreel.ui.view;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.labreel.model.Point;

/** What is drawn over frame and electrodes: the border of a damaged frame, the crosshair, the measured line. */
final class FrameMarks {
    private static final double BORDER = 4;

    private final Rectangle damage = new Rectangle();
    private final CasedLine across = new CasedLine("crosshair");
    private final CasedLine down = new CasedLine("crosshair");
    private final CasedLine line = new CasedLine("measure-line");
    private final Circle from = end();
    private final Circle to = end();
    private final Label length = new Label();
    private final Group measured = new Group(line.node(), from, to);
    private final Group crosshair = new Group(across.node(), down.node());
    private final Pane node = new Pane(damage, crosshair, measured, length);

    private final FrameSight sight;
    private final MeasureTool measure;
    private boolean damaged;
    private Optional<BoardMap> map = Optional.empty();

    FrameMarks(FrameSight sight, MeasureTool measure) {
        this.sight = sight;
        this.measure = measure;
        damage.getStyleClass().add("frame-damage-border");
        damage.setFill(null);
        damage.setStrokeWidth(BORDER);
        length.getStyleClass().addAll("frame-badge", "measure-length");
        length.setId("measureLength");
        node.setMouseTransparent(true);
        damage.setVisible(false);
        crosshair.setVisible(false);
        sight.geometryProperty().subscribe(geometry -> {
            node.resize(geometry.viewWidth(), geometry.viewHeight());
            placed();
        });
        measure.lineProperty().subscribe(this::placed);
        measure.millimetresPerUnitProperty().subscribe(this::placed);
    }

    private void placed() {
        placeDamage(sight.geometry());
        placeMeasure(sight.geometry());
    }

    private static Circle end() {
        Circle circle = new Circle(5);
        circle.getStyleClass().add("measure-end");
        return circle;
    }

    Node node() {
        return node;
    }

    void setDamaged(boolean next) {
        damaged = next;
        placed();
    }

    void setMap(Optional<BoardMap> next) {
        map = next;
        placed();
    }

    private void placeDamage(FrameGeometry geometry) {
        damage.setVisible(damaged && geometry.scale() > 0);
        damage.setX(geometry.offsetX() + BORDER / 2);
        damage.setY(geometry.offsetY() + BORDER / 2);
        damage.setWidth(Math.max(0, geometry.contentWidth() * geometry.scale() - BORDER));
        damage.setHeight(Math.max(0, geometry.contentHeight() * geometry.scale() - BORDER));
    }

    /**
     * @param at
     *            pixels of the frame
     */
    void showCrosshair(Optional<Point> at) {
        FrameGeometry geometry = sight.geometry();
        crosshair.setVisible(at.isPresent());
        at.map(geometry::toView).ifPresent(p -> {
            across.place(new Point(0, p.y()), new Point(geometry.viewWidth(), p.y()));
            down.place(new Point(p.x(), 0), new Point(p.x(), geometry.viewHeight()));
        });
    }

    private void placeMeasure(FrameGeometry geometry) {
        Optional<Measure> line = measure.lineProperty().get().filter(_ -> geometry.scale() > 0);
        measured.setVisible(line.isPresent());
        length.setVisible(line.isPresent());
        line.ifPresent(found -> place(found, geometry,
                found.words(map, measure.millimetresPerUnitProperty().get())));
    }

    private void place(Measure measure, FrameGeometry geometry, String words) {
        Point a = geometry.toView(measure.from());
        Point b = geometry.toView(measure.to());
        line.place(a, b);
        from.setCenterX(a.x());
        from.setCenterY(a.y());
        to.setCenterX(b.x());
        to.setCenterY(b.y());
        length.setText(words);
        length.applyCss();
        length.autosize();
        // Beside the middle, on the side that the line does not cross, and always within the view.
        double x = (a.x() + b.x()) / 2 + 12;
        double y = (a.y() + b.y()) / 2 + ((b.x() - a.x()) * (b.y() - a.y()) > 0 ? -length.getHeight() - 8 : 10);
        length.relocate(Math.clamp(x, 4, Math.max(4, geometry.viewWidth() - length.getWidth() - 4)),
                Math.clamp(y, 4, Math.max(4, geometry.viewHeight() - length.getHeight() - 4)));
    }

    /** A light line on a dark one, seen on any ground. */
    private static final class CasedLine {
        private final Line casing = new Line();
        private final Line core = new Line();
        private final Group node = new Group(casing, core);

        CasedLine(String styleClass) {
            casing.getStyleClass().add("frame-line-casing");
            core.getStyleClass().add(styleClass);
        }

        Node node() {
            return node;
        }

        void place(Point a, Point b) {
            for (Line each : new Line[]{casing, core}) {
                each.setStartX(Math.rint(a.x()) + 0.5);
                each.setStartY(Math.rint(a.y()) + 0.5);
                each.setEndX(Math.rint(b.x()) + 0.5);
                each.setEndY(Math.rint(b.y()) + 0.5);
            }
        }
    }
}
