package org.labreel.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Text in pictures, in a font that is shipped, so that a clip looks the same wherever it is made. */
final class Lettering {
    private static final Color PLATE = new Color(0, 0, 0, 150);

    private final Font font;
    private final int margin;

    /**
     * @param wantedPx
     *            height of letters; 0 = a size that can be read when the clip is shown at half its size
     */
    Lettering(int clipWidth, int clipHeight, int wantedPx) throws IOException {
        float size = wantedPx > 0 ? wantedPx : Math.max(9f, Math.min(clipHeight / 24f, clipWidth / 24f));
        font = load().deriveFont(size);
        margin = Math.max(3, Math.round(size * 0.5f));
    }

    private static Font load() throws IOException {
        try (InputStream in = Lettering.class.getResourceAsStream("DejaVuSans.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, "DejaVuSans.ttf"));
        } catch (FontFormatException e) {
            throw new IOException("The font for text in pictures cannot be loaded.", e);
        }
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
        String shown = text.strip().replaceAll("\\s+", " ");
        while (shown.length() > 1 && plate(g, shown).getWidth() > width) {
            shown = shown.substring(0, Math.max(1, shown.length() - 2)).stripTrailing() + "\u2026";
        }
        return shown;
    }
}
