package org.labreel.serve.pi;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Instant;
import java.util.Locale;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiProtocol;
import org.labreel.picture.Picture;
import org.labreel.serve.lab.StrokeText;

/**
 * What the simulated camera looks at: a flask on a stirrer, its liquid turning and bubbling. Drawn in units of a
 * hundredth of the picture's height, from its middle. One thread.
 */
final class PiScene {
    private static final Color TEXT = new Color(250, 250, 250);
    private static final int BUBBLES = 14;

    private int frames;

    /**
     * @param recording
     *            whether the lamp beside the lens is lit
     */
    record View(Instant now, Capture capture, boolean recording) {
        private double seconds() {
            return now.toEpochMilli() % 1_000_000 / 1000.0;
        }
    }

    Picture draw(View view, WrittenText written) {
        int width = PiProtocol.PREVIEW_PIXELS;
        int height = width * view.capture().height() / view.capture().width();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paintRoom(g, width, height);
        g.translate(width / 2.0, height / 2.0);
        g.scale(height / 100.0, height / 100.0);
        paintStirrer(g, view);
        paintFlask(g, view.seconds());
        g.dispose();
        write(image, written, view);
        frames++;
        return picture(image);
    }

    private static void paintRoom(Graphics2D g, int width, int height) {
        g.setPaint(new GradientPaint(0, 0, new Color(96, 112, 120), 0, height, new Color(168, 176, 176)));
        g.fillRect(0, 0, width, height);
        g.setPaint(new GradientPaint(0, height * 0.78f, new Color(120, 96, 74), 0, height, new Color(84, 64, 48)));
        g.fill(new Rectangle2D.Double(0, height * 0.78, width, height));
    }

    private static void paintStirrer(Graphics2D g, View view) {
        g.setPaint(new GradientPaint(0, 27, new Color(226, 228, 230), 0, 42, new Color(150, 154, 158)));
        g.fill(new RoundRectangle2D.Double(-28, 27, 56, 14, 5, 5));
        g.setColor(new Color(56, 60, 64));
        g.fill(new RoundRectangle2D.Double(-24, 25, 48, 3, 2, 2));
        g.fill(new Ellipse2D.Double(-22, 30, 8, 8));
        g.setColor(view.recording() ? new Color(255, 60, 40) : new Color(90, 30, 28));
        g.fill(new Ellipse2D.Double(19, 32, 4, 4));
        // Elapsed tenths, so that frames can be told apart by eye.
        g.setColor(new Color(30, 34, 30));
        g.fill(new Rectangle2D.Double(-9, 30, 24, 8));
        g.setColor(new Color(120, 255, 140));
        line(g, StrokeText.at(String.format(Locale.ROOT, "%06.1f", view.seconds()), -7.6, 32.1, 3.7), 0.5);
    }

    private static void paintFlask(Graphics2D g, double seconds) {
        Path2D liquid = new Path2D.Double();
        double tilt = 1.5 * Math.sin(seconds * 5);
        liquid.moveTo(-14, 4 + tilt);
        liquid.quadTo(0, 7, 14, 4 - tilt);
        liquid.lineTo(22, 22);
        liquid.quadTo(22.5, 25, 19, 25);
        liquid.lineTo(-19, 25);
        liquid.quadTo(-22.5, 25, -22, 22);
        liquid.closePath();
        g.setPaint(new GradientPaint(0, 2, new Color(38, 150, 190, 200), 0, 25, new Color(16, 72, 130, 230)));
        g.fill(liquid);
        paintBubbles(g, seconds);
        Path2D glass = new Path2D.Double();
        glass.moveTo(-6, -38);
        glass.lineTo(-6, -14);
        glass.lineTo(-22, 22);
        glass.quadTo(-22.5, 25, -19, 25);
        glass.lineTo(19, 25);
        glass.quadTo(22.5, 25, 22, 22);
        glass.lineTo(6, -14);
        glass.lineTo(6, -38);
        g.setColor(new Color(235, 245, 250, 200));
        line(g, glass, 1.1);
        line(g, new Ellipse2D.Double(-7, -39.5, 14, 3), 1.1);
        double turn = Math.cos(seconds * 9);
        g.setColor(new Color(245, 245, 245));
        g.fill(new RoundRectangle2D.Double(-5 * Math.abs(turn) - 1, 22, 10 * Math.abs(turn) + 2, 2.4, 2, 2));
    }

    private static void paintBubbles(Graphics2D g, double seconds) {
        g.setColor(new Color(220, 240, 250, 170));
        for (int i = 0; i < BUBBLES; i++) {
            double rise = (seconds * (0.25 + i % 5 * 0.06) + i * 0.37) % 1;
            double x = (i * 7 % 27 - 13) * (0.6 + 0.4 * (1 - rise)) + Math.sin(seconds * 3 + i);
            double size = 0.8 + i % 3 * 0.6;
            g.fill(new Ellipse2D.Double(x, 23 - rise * 17, size, size));
        }
    }

    private static void line(Graphics2D g, Shape shape, double width) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    /** As the camera does: at the top, in the middle. */
    private void write(BufferedImage image, WrittenText written, View view) {
        if (written.isEmpty()) {
            return;
        }
        String text = (written.text() + (written.frameNumbers() ? " " + frames : "")).strip().toUpperCase(Locale.ROOT);
        double height = Math.max(7, (double) written.size() * image.getWidth() / view.capture().width());
        double width = StrokeText.width(text, height);
        double left = (image.getWidth() - width) / 2;
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        written.ground().ifPresent(ground -> {
            g.setColor(ground);
            g.fill(new Rectangle2D.Double(left - height / 2, 2, width + height, height * 1.8));
        });
        boolean bright = written.ground().map(c -> c.getRed() + c.getGreen() > 380).orElse(false);
        g.setColor(bright ? Color.BLACK : TEXT);
        line(g, StrokeText.at(text, left, 2 + height * 0.4, height), Math.max(1, height / 8));
        g.dispose();
    }

    private static Picture picture(BufferedImage image) {
        Picture picture = new Picture(image.getWidth(), image.getHeight());
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] bgra = picture.pixels().array();
        for (int from = 0, to = 0; from < bgr.length; from += 3, to += 4) {
            bgra[to] = bgr[from];
            bgra[to + 1] = bgr[from + 1];
            bgra[to + 2] = bgr[from + 2];
            bgra[to + 3] = (byte) 255;
        }
        return picture;
    }
}
