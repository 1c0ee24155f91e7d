package org.labreel.serve.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** Paints flat things given in board units as the camera sees them. */
final class Brush implements AutoCloseable {
    private static final double FLATNESS = 0.01;

    private final Graphics2D graphics;
    private final Transform toPixels;

    Brush(BufferedImage image, Transform toPixels) {
        this.graphics = image.createGraphics();
        this.toPixels = toPixels;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(seen(shape));
    }

    /** A line of a width in board units. */
    void line(Shape shape, double width, Color colour) {
        fill(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape),
                colour);
    }

    void line(double x1, double y1, double x2, double y2, double width, Color colour) {
        line(new Line2D.Double(x1, y1, x2, y2), width, colour);
    }

    private Shape seen(Shape shape) {
        Path2D out = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            if (segment == PathIterator.SEG_CLOSE) {
                out.closePath();
                continue;
            }
            Point p = toPixels.apply(at[0], at[1]);
            if (segment == PathIterator.SEG_MOVETO) {
                out.moveTo(p.x(), p.y());
            } else {
                out.lineTo(p.x(), p.y());
            }
        }
        return out;
    }

    /** The outline of an electrode drawn in by {@code inset} board units on all sides. */
    static Shape inset(Electrode electrode, double inset) {
        Shape path = outline(electrode);
        Area area = new Area(path);
        area.subtract(new Area(new BasicStroke((float) (2 * inset), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                .createStrokedShape(path)));
        return area;
    }

    static Shape outline(Electrode electrode) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < electrode.outline().size(); i++) {
            Point p = electrode.outline().get(i);
            if (i == 0) {
                path.moveTo(p.x(), p.y());
            } else {
                path.lineTo(p.x(), p.y());
            }
        }
        path.closePath();
        return path;
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
