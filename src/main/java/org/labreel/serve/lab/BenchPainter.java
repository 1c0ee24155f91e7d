package org.labreel.serve.lab;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;

/** What the board lies on: an optical table with its holes, a steel rule along the front. */
final class BenchPainter {
    private static final double HOLE_PITCH = 5.2;
    private static final double MILLIMETRE = 0.4;

    private final Brush brush;

    BenchPainter(Brush brush) {
        this.brush = brush;
    }

    void table() {
        brush.fill(new Rectangle2D.Double(-40, -40, 92, 92), new Color(74, 78, 84));
        for (int column = -4; column < 8; column++) {
            for (int row = -4; row < 8; row++) {
                double x = -8.2 + HOLE_PITCH * column;
                double y = -6.4 + HOLE_PITCH * row;
                brush.fill(BoardPainter.disc(x, y, 0.62), new Color(104, 108, 114));
                brush.fill(BoardPainter.disc(x + 0.02, y + 0.03, 0.56), new Color(46, 48, 52));
                brush.fill(BoardPainter.disc(x + 0.05, y + 0.07, 0.44), new Color(16, 17, 19));
            }
        }
    }

    /** The shadow of the board, nearer and darker towards its edge. */
    void shadow() {
        Rectangle2D covered = BoardPainter.EDGE;
        // Under the board nobody sees it, and painting there ten times over takes long.
        Area hidden = new Area(new Rectangle2D.Double(covered.getX() + 1, covered.getY() + 1,
                covered.getWidth() - 2, covered.getHeight() - 2));
        for (int i = 10; i > 0; i--) {
            Rectangle2D edge = BoardPainter.EDGE;
            Rectangle2D lower = new Rectangle2D.Double(edge.getX() + 0.3, edge.getY() + 0.45, edge.getWidth(),
                    edge.getHeight());
            Area rim = new Area(BoardPainter.rounded(lower, 0.09 * i, 0.7 + 0.09 * i));
            rim.subtract(hidden);
            brush.fill(rim, new Color(0, 0, 0, 20));
        }
    }

    void rule() {
        double x = -9;
        double y = 13.4;
        brush.fill(new Rectangle2D.Double(x + 0.1, y + 0.14, 40, 1.9), new Color(0, 0, 0, 70));
        brush.fill(new Rectangle2D.Double(x, y, 40, 1.85), new Color(176, 180, 182));
        brush.fill(new Rectangle2D.Double(x, y, 40, 0.07), new Color(216, 220, 222));
        for (int i = 0; i < 100; i++) {
            double at = x + 1 + i * MILLIMETRE;
            double length = i % 10 == 0 ? 0.72 : i % 5 == 0 ? 0.52 : 0.34;
            brush.line(at, y + 0.05, at, y + 0.05 + length, 0.035, new Color(34, 36, 38));
            if (i % 10 == 0) {
                brush.line(StrokeText.at(String.valueOf(i / 10), at + 0.12, y + 0.62, 0.44), 0.06,
                        new Color(34, 36, 38));
            }
        }
    }
}
