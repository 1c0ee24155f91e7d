package org.labreel.ui.browser;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Frames that tell by their colour which camera took them, and by a clock when. */
public final class FramePictures {
    private static final Color[] COLOURS = {new Color(0x33, 0x66, 0x99), new Color(0x99, 0x44, 0x33),
            new Color(0x44, 0x88, 0x44), new Color(0x77, 0x55, 0x99)};

    private FramePictures() {
    }

    /** 320 x 240 pixels, every other camera 240 x 240. */
    static byte[] jpeg(int camera, long millis) {
        int width = camera % 2 == 0 ? 320 : 240;
        BufferedImage image = new BufferedImage(width, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour(camera));
        g.fillRect(0, 0, width, 240);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        g.drawString(String.format("%.3f s", millis / 1000.0), 20, 120);
        int angle = (int) (millis / 10 % 360);
        g.fillArc(width - 70, 170, 50, 50, angle, 60);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static Color colour(int camera) {
        return COLOURS[camera % COLOURS.length];
    }
}
