package org.labreel.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Text in pictures. */
final class Lettering {
    private static final Color PLATE = new Color(0, 0, 0, 150);

    private final Font font;
    private final int margin;

    /**
     * @param wantedPx
     *            height of letters; 0 = a size that can be read when the clip is shown at half its size
     * @param family
     *            as {@link Overlays#font}
     */
    Lettering(int clipWidth, int clipHeight, int wantedPx, String family) throws IOException {
        float size = wantedPx > 0 ? wantedPx : Math.max(9f, Math.min(clipHeight / 24f, clipWidth / 24f));
        font = ClipFonts.load(family).deriveFont(size);
        margin = Math.max(3, Math.round(size * 0.5f));
    }

    int margin() {
        return margin;
    }

    float size() {
        return font.getSize2D();
    }

    /** Size of a text with its plate, pixels. */
    Rectangle2D plate(Graphics2D g, String text) {
        double width = new TextLayout(text, font, g.getFontRenderContext()).getAdvance();
        return new Rectangle2D.Double(0, 0, width + 2.0 * margin, font.getSize2D() * 1.2 + margin);
    }

    /** Draws a text on a dark plate whose upper left corner is given. */
    void draw(Graphics2D g, String text, double x, double y, Color colour) {
        Rectangle2D plate = plate(g, text);
        g.setColor(PLATE);
        g.fill(new Rectangle2D.Double(x, y, plate.getWidth(), plate.getHeight()));
        g.setColor(colour);
        TextLayout layout = new TextLayout(text, font, g.getFontRenderContext());
        layout.draw(g, (float) x + margin, (float) (y + plate.getHeight() - margin * 0.5 - font.getSize2D() * 0.25));
    }

    /** Draws a text around a point, white with a dark rim. */
    void drawCentred(Graphics2D g, String text, double x, double y, float size) {
        TextLayout layout = new TextLayout(text, font.deriveFont(size), g.getFontRenderContext());
        Rectangle2D bounds = layout.getBounds();
        Shape shape = layout.getOutline(AffineTransform.getTranslateInstance(x - bounds.getCenterX(),
                y - bounds.getCenterY()));
        g.setColor(PLATE);
        g.setStroke(new BasicStroke(size / 5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(Color.WHITE);
        g.fill(shape);
    }

    /** The text, shortened until it fits into a width. */
    String fitted(Graphics2D g, String text, double width) {
        String shown = plain(text);
        while (shown.length() > 1 && plate(g, shown).getWidth() > width) {
            shown = shown.substring(0, Math.max(1, shown.length() - 2)).stripTrailing() + "\u2026";
        }
        return shown;
    }

    /** The text in as many lines as it needs to fit into a width, broken between words where there are any. */
    List<String> lines(Graphics2D g, String text, double width) {
        AttributedString styled = new AttributedString(plain(text), Map.of(TextAttribute.FONT, font));
        LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), g.getFontRenderContext());
        float room = (float) Math.max(font.getSize2D(), width - 2.0 * margin);
        List<String> out = new ArrayList<>();
        for (int from = 0, length = plain(text).length(); from < length; from = measurer.getPosition()) {
            measurer.setPosition(from);
            measurer.nextLayout(room);
            out.add(plain(text).substring(from, measurer.getPosition()).strip());
        }
        return out;
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
