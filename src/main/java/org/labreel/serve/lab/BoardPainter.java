package org.labreel.serve.lab;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/** The board itself: solder mask, traces, gold, silkscreen, fiducials, connectors, glass. */
final class BoardPainter {
    /** The edge of the circuit board, board units. */
    static final Rectangle2D EDGE = new Rectangle2D.Double(-6.3, -4.6, 24.6, 17.2);
    /** The coated glass plate over the droplets. */
    static final Rectangle2D GLASS = new Rectangle2D.Double(-4.75, -1.35, 21.5, 13.1);

    private static final Color MASK = new Color(17, 58, 66);
    private static final Color TRACE = new Color(24, 74, 80);
    private static final Color GAP = new Color(9, 30, 36);
    private static final Color SILK = new Color(214, 220, 214);
    private static final double GAP_WIDTH = 0.045;

    private final Brush brush;

    BoardPainter(Brush brush) {
        this.brush = brush;
    }

    void circuitBoard(LabBoard board) {
        brush.fill(rounded(EDGE, 0.12, 0.7), new Color(96, 92, 62));
        brush.fill(rounded(EDGE, 0, 0.7), MASK);
        traces(board);
        for (Electrode electrode : board.electrodes()) {
            brush.fill(Brush.outline(electrode), GAP);
        }
        silkscreen();
        connector();
        for (double[] at : new double[][]{{-5.6, -3.9}, {17.6, -3.9}, {-5.6, 11.9}, {17.6, 11.9}}) {
            screw(at[0], at[1]);
        }
        tag(-4.1, 9.2, 0x6a1d93b25cL);
        tag(14.3, 9.2, 0x2d7c51e8a6L);
        tag(-4.1, -3.75, 0x91b64e2d73L);
        tag(14.3, -3.75, 0x5ce3182f9bL);
    }

    /**
     * @param gloss
     *            paints where metal shines
     */
    void electrodes(LabBoard board, Brush gloss) {
        for (Electrode electrode : board.electrodes()) {
            double shade = 1 + 0.05 * Texture.lattice(electrode.pin(), 3, 11);
            Color gold = new Color(tone(206 * shade), tone(170 * shade), tone(108 * shade));
            Shape shape = Brush.inset(electrode, GAP_WIDTH);
            brush.fill(shape, gold);
            gloss.fill(shape, Color.WHITE);
            via(electrode);
        }
    }

    private void via(Electrode electrode) {
        Point c = electrode.centre();
        double radius = Math.min(0.075, 0.09 * Math.sqrt(electrode.area()));
        brush.fill(disc(c.x(), c.y(), radius), new Color(176, 130, 66));
        brush.fill(disc(c.x(), c.y(), radius * 0.55), new Color(120, 86, 42));
    }

    private void traces(LabBoard board) {
        int lane = 0;
        for (Electrode electrode : board.electrodes()) {
            Point c = electrode.centre();
            double pinX = -1.9 + 0.124 * (lane++ % 128);
            double turn = Math.abs(c.x() - pinX);
            boolean outer = c.y() < 0.9 || c.x() < 0 || c.x() > LabBoard.COLUMNS;
            if (!outer) {
                continue;
            }
            Path2D path = new Path2D.Double();
            path.moveTo(c.x(), c.y());
            path.lineTo(c.x(), Math.min(c.y(), -1.7 + 0.01 * lane));
            path.lineTo(c.x() + Math.signum(pinX - c.x()) * Math.min(turn, 1.1), Math.min(c.y(), -2.6));
            path.lineTo(pinX, Math.min(c.y(), -2.75 - 0.003 * lane));
            path.lineTo(pinX, -3.4);
            brush.line(path, 0.045, TRACE);
        }
        for (int i = 0; i < 26; i++) {
            double x = -0.2 + 0.5 * i;
            brush.line(x, 7.3, x, 8.2 + 0.08 * i, 0.045, TRACE);
            brush.line(x, 8.2 + 0.08 * i, x - 1.4, 9.6 + 0.08 * i, 0.045, TRACE);
            brush.fill(disc(x - 1.4, 9.6 + 0.08 * i, 0.1), new Color(40, 92, 92));
        }
    }

    private void silkscreen() {
        for (int i = 0; i < LabBoard.COLUMNS; i++) {
            label(String.valueOf(i + 1), i + 0.5, 7.28);
        }
        for (int row = 0; row < 3; row++) {
            label("R" + (row + 1), -2.7, 3 * row - 1.13);
            label("R" + (row + 4), 14.7, 3 * row - 1.13);
        }
        label("R7", 5.4, 9.9);
        label("R8", 10.4, 9.9);
        brush.line(StrokeText.at("LABREEL DMF-120", -0.6, 12.02, 0.36), 0.05, SILK);
        brush.line(StrokeText.at("REV C", 10.2, 12.02, 0.36), 0.05, SILK);
        brush.line(new RoundRectangle2D.Double(-5.05, -1.62, 22.1, 13.55, 0.6, 0.6), 0.05, SILK);
    }

    private void label(String text, double centreX, double y) {
        double height = 0.26;
        brush.line(StrokeText.at(text, centreX - StrokeText.width(text, height) / 2, y, height), 0.04, SILK);
    }

    private void connector() {
        brush.fill(new Rectangle2D.Double(-2.35, -4.3, 16.5, 0.95), new Color(8, 22, 24));
        brush.fill(new Rectangle2D.Double(-2.3, -4.42, 16.4, 0.9), new Color(28, 29, 31));
        brush.fill(new Rectangle2D.Double(-2.3, -4.42, 16.4, 0.16), new Color(52, 53, 56));
        for (int i = 0; i < 64; i++) {
            double x = -2.05 + 0.252 * i;
            brush.fill(new Rectangle2D.Double(x, -4.16, 0.11, 0.16), new Color(205, 178, 110));
            brush.fill(new Rectangle2D.Double(x, -3.82, 0.11, 0.16), new Color(188, 160, 96));
        }
    }

    private void screw(double x, double y) {
        brush.fill(disc(x + 0.06, y + 0.09, 0.5), new Color(6, 24, 28));
        brush.fill(disc(x, y, 0.46), new Color(112, 116, 120));
        brush.fill(disc(x - 0.03, y - 0.04, 0.4), new Color(176, 180, 184));
        brush.fill(disc(x, y, 0.3), new Color(150, 154, 158));
        Path2D socket = new Path2D.Double();
        for (int i = 0; i < 6; i++) {
            double angle = Math.PI / 3 * i + x;
            double px = x + 0.19 * Math.cos(angle);
            double py = y + 0.19 * Math.sin(angle);
            if (i == 0) {
                socket.moveTo(px, py);
            } else {
                socket.lineTo(px, py);
            }
        }
        socket.closePath();
        brush.fill(socket, new Color(40, 42, 46));
    }

    /** A square marker in the manner of AprilTags: white rim, black frame, six by six cells of code. */
    private void tag(double x, double y, long code) {
        double cell = 0.2;
        brush.fill(new Rectangle2D.Double(x - cell, y - cell, 10 * cell, 10 * cell), new Color(228, 230, 226));
        brush.fill(new Rectangle2D.Double(x, y, 8 * cell, 8 * cell), new Color(18, 19, 20));
        for (int i = 0; i < 36; i++) {
            if ((code >> i & 1) != 0) {
                brush.fill(new Rectangle2D.Double(x + (1 + i % 6) * cell, y + (1 + i / 6) * cell, cell, cell),
                        new Color(228, 230, 226));
            }
        }
    }

    /** The glass: its edges, and the tape that holds it. */
    void glass(Brush reflection) {
        reflection.fill(GLASS, Color.WHITE);
        double right = GLASS.getMaxX();
        double bottom = GLASS.getMaxY();
        brush.line(GLASS.getX(), bottom, right, bottom, 0.1, new Color(150, 190, 186, 170));
        brush.line(right, GLASS.getY(), right, bottom, 0.09, new Color(150, 190, 186, 150));
        brush.line(GLASS.getX(), GLASS.getY(), right, GLASS.getY(), 0.06, new Color(210, 236, 232, 120));
        brush.line(GLASS.getX(), GLASS.getY(), GLASS.getX(), bottom, 0.06, new Color(210, 236, 232, 110));
        for (double[] at : new double[][]{{-0.4, 10.9}, {11.2, 10.9}}) {
            Rectangle2D tape = new Rectangle2D.Double(at[0], at[1], 2.1, 1.5);
            brush.fill(tape, new Color(196, 118, 24, 150));
            brush.line(tape, 0.03, new Color(240, 180, 90, 120));
        }
    }

    static Shape rounded(Rectangle2D r, double grow, double arc) {
        return new RoundRectangle2D.Double(r.getX() - grow, r.getY() - grow, r.getWidth() + 2 * grow,
                r.getHeight() + 2 * grow, 2 * arc, 2 * arc);
    }

    static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static int tone(double value) {
        return (int) Math.clamp(value, 0, 255);
    }
}
