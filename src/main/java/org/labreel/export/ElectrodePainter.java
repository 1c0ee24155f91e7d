package org.labreel.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Set;
import org.labreel.export.Overlays.ElectrodePart;
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

    /** A number takes at most this part of its electrode. */
    private static final double NUMBER_PART = 0.6;
    private static final double SMALLEST_NUMBER_PX = 6;

    private final Board board;
    private final Set<ElectrodePart> parts;
    private final Lettering lettering;
    private final float strokePx;

    ElectrodePainter(Board board, Set<ElectrodePart> parts, Lettering lettering, int clipHeight) {
        this.board = board;
        this.parts = parts;
        this.lettering = lettering;
        this.strokePx = Math.max(1f, clipHeight / 600f);
    }

    void paint(Graphics2D g, Transform boardToClip, PinSet active) {
        Path2D resting = new Path2D.Double();
        Path2D driven = new Path2D.Double();
        for (Electrode electrode : board.electrodes()) {
            (active.contains(electrode.pin()) ? driven : resting).append(outline(electrode, boardToClip), false);
        }
        if (parts.contains(ElectrodePart.FILL)) {
            g.setColor(ACTIVE);
            g.fill(driven);
        }
        if (parts.contains(ElectrodePart.OUTLINE)) {
            g.setStroke(new BasicStroke(strokePx));
            g.setColor(OUTLINE);
            g.draw(resting);
            g.setStroke(new BasicStroke(strokePx * 2));
            g.setColor(ACTIVE_OUTLINE);
            g.draw(driven);
        }
        if (parts.contains(ElectrodePart.PINS)) {
            numbers(g, boardToClip);
        }
    }

    /** As large as the longest number fits; on electrodes too small for any, none. */
    private void numbers(Graphics2D g, Transform boardToClip) {
        int digits = board.electrodes().stream().mapToInt(each -> Integer.toString(each.pin()).length()).max()
                .orElse(1);
        for (Electrode electrode : board.electrodes()) {
            String number = Integer.toString(electrode.pin());
            Point centre = boardToClip.apply(electrode.centre());
            double side = Math.sqrt(electrode.area()) * ScaleBar.pixelsPerUnit(boardToClip, electrode.centre());
            double size = Math.min(lettering.size(), side * NUMBER_PART / Math.max(1.2, digits * 0.64));
            if (size >= SMALLEST_NUMBER_PX) {
                lettering.drawCentred(g, number, centre.x(), centre.y(), (float) size);
            }
        }
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
