package org.labreel.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.model.Transform;

/** The electrodes of a board over the picture: outlines, and a fill where they are on. */
final class ElectrodePainter {
    private static final Color OUTLINE = new Color(255, 255, 255, 170);
    private static final Color ACTIVE = new Color(255, 176, 0, 110);
    private static final Color ACTIVE_OUTLINE = new Color(255, 176, 0);

    private final Board board;
    private final float strokePx;

    ElectrodePainter(Board board, int clipHeight) {
        this.board = board;
        this.strokePx = Math.max(1f, clipHeight / 600f);
    }

    void paint(Graphics2D g, Transform boardToClip, PinSet active) {
        Path2D resting = new Path2D.Double();
        Path2D driven = new Path2D.Double();
        for (Electrode electrode : board.electrodes()) {
            (active.contains(electrode.pin()) ? driven : resting).append(outline(electrode, boardToClip), false);
        }
        g.setStroke(new BasicStroke(strokePx));
        g.setColor(OUTLINE);
        g.draw(resting);
        g.setColor(ACTIVE);
        g.fill(driven);
        g.setStroke(new BasicStroke(strokePx * 2));
        g.setColor(ACTIVE_OUTLINE);
        g.draw(driven);
    }

    private static Path2D outline(Electrode electrode, Transform boardToClip) {
        Path2D path = new Path2D.Double();
        for (Point corner : electrode.outline()) {
            Point p = boardToClip.apply(corner);
            if (path.getCurrentPoint() == null) {
                path.moveTo(p.x(), p.y());
            } else {
                path.lineTo(p.x(), p.y());
            }
        }
        path.closePath();
        return path;
    }
}
