package org.labreel.ui.view;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

/** Draws electrodes. The colours are the same in both themes, since they lie on a photograph. */
final class OverlayPainter {
    private static final Color CASING = Color.rgb(0, 0, 0, 0.45);
    private static final Color ACTIVE_CASING = Color.rgb(0, 20, 40, 0.7);
    private static final Color LINE = Color.rgb(235, 240, 248, 0.62);
    private static final Color ACTIVE_FILL = Color.rgb(0, 170, 255, 0.30);
    private static final Color ACTIVE_LINE = Color.rgb(40, 214, 255);
    private static final Color HOVER_FILL = Color.rgb(255, 255, 255, 0.22);
    private static final Color HOVER_LINE = Color.WHITE;
    private static final Color MARK = Color.rgb(255, 214, 10);
    private static final Color PLATE = Color.rgb(13, 17, 23, 0.82);
    private static final double HEAT_OPACITY = 0.78;

    private OverlayPainter() {
    }

    /**
     * @param onHeat
     *            whether the heat map is under the outlines, whose colours must stay as they are
     */
    static void electrodes(GraphicsContext g, Overlay overlay, PinSet active, Optional<Electrode> hover,
            boolean onHeat) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        stroke(g, overlay, CASING, 2.4);
        stroke(g, overlay, LINE, 1);
        for (Overlay.Shape shape : overlay.shapes()) {
            if (active.contains(shape.electrode().pin())) {
                if (!onHeat) {
                    fill(g, shape, ACTIVE_FILL);
                }
                outline(g, shape, ACTIVE_CASING, 4.5);
                outline(g, shape, onHeat ? Color.WHITE : ACTIVE_LINE, 2.2);
            }
        }
        hover.ifPresent(electrode -> overlay.shapes().stream().filter(shape -> shape.electrode().equals(electrode))
                .forEach(shape -> {
                    fill(g, shape, HOVER_FILL);
                    outline(g, shape, HOVER_LINE, 2);
                }));
    }

    /** Points electrodes out, whatever their state: a broken line of a colour that nothing else here has. */
    static void marked(GraphicsContext g, Overlay overlay, PinSet marked) {
        for (Overlay.Shape shape : overlay.shapes()) {
            if (marked.contains(shape.electrode().pin())) {
                g.setLineDashes();
                outline(g, shape, ACTIVE_CASING, 4);
                g.setLineDashes(5, 3);
                outline(g, shape, MARK, 2);
                g.setLineDashes();
            }
        }
    }

    static void heat(GraphicsContext g, Overlay overlay, Floats picofarads, HeatScale scale) {
        for (Overlay.Shape shape : overlay.shapes()) {
            double value = picofarads.getOrNaN(shape.electrode().pin());
            double density = HeatScale.density(value, shape.electrode());
            if (!Double.isNaN(density)) {
                fill(g, shape, scale.colour(density).deriveColor(0, 1, 1, HEAT_OPACITY));
            }
        }
    }

    /** The ground of a board that is drawn by itself in a corner of the frame. */
    static void plate(GraphicsContext g, double x, double y, double width, double height, String caption) {
        g.setFill(PLATE);
        g.fillRoundRect(x, y, width, height, 12, 12);
        g.setFill(LINE);
        g.setFont(Font.font(12));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(caption, x + width / 2, y + height - 10, width - 16);
    }

    private static void stroke(GraphicsContext g, Overlay overlay, Color colour, double width) {
        for (Overlay.Shape shape : overlay.shapes()) {
            outline(g, shape, colour, width);
        }
    }

    private static void fill(GraphicsContext g, Overlay.Shape shape, Color colour) {
        g.setFill(colour);
        shape.fill(g);
    }

    private static void outline(GraphicsContext g, Overlay.Shape shape, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        shape.stroke(g);
    }
}
