package org.labreel.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.labreel.model.Board;
import org.labreel.model.Point;
import org.labreel.picture.Picture;

/** Burns overlays into the clip's pictures. One thread at a time. */
final class Painter {
    private static final Color DAMAGE = new Color(255, 64, 255);

    private final ExportRequest request;
    private final BufferedImage canvas;
    private final int[] pixels;
    private final Lettering lettering;
    private final Optional<ElectrodePainter> electrodes;

    Painter(ExportRequest request, int width, int height) throws IOException {
        this.request = request;
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        lettering = new Lettering(width, height);
        electrodes = request.settings().overlays().has(Overlay.ELECTRODES)
                ? request.board().map(board -> new ElectrodePainter(board, height))
                : Optional.empty();
    }

    /** Whether there is anything to paint on this frame. */
    boolean paints(FrameFacts facts) {
        return !request.settings().overlays().shown().isEmpty() || facts.damage().isPresent() || marksCut(facts);
    }

    private boolean marksCut(FrameFacts facts) {
        return request.settings().timing().gaps().policy().marks() && !facts.frame().cut().isZero();
    }

    void paint(Picture picture, FrameFacts facts) {
        var ints = picture.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        ints.get(0, pixels);
        Graphics2D g = canvas.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(g, facts);
        } finally {
            g.dispose();
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        ints.put(0, pixels);
    }

    private void draw(Graphics2D g, FrameFacts facts) {
        facts.boardToClip().ifPresent(transform -> electrodes
                .ifPresent(painter -> painter.paint(g, transform, facts.state().activePins())));
        int margin = lettering.margin();
        if (request.settings().overlays().has(Overlay.TIME)) {
            lettering.draw(g, time(facts.frame().elapsed(), request.settings().timing().speed()), margin, margin,
                    Color.WHITE);
        }
        if (request.settings().overlays().has(Overlay.CAPTION)) {
            String text = lettering.fitted(g, request.settings().overlays().caption(), canvas.getWidth() * 0.66);
            lettering.draw(g, text, margin, canvas.getHeight() - margin - lettering.plate(g, text).getHeight(),
                    Color.WHITE);
        }
        if (request.settings().overlays().has(Overlay.SCALE)) {
            scaleBar(g, facts);
        }
        marks(g, facts);
    }

    private void scaleBar(Graphics2D g, FrameFacts facts) {
        Point centre = request.board().map(Board::bounds)
                .map(b -> new Point(b.minX() + b.width() / 2, b.minY() + b.height() / 2)).orElse(new Point(0, 0));
        facts.boardToClip()
                .flatMap(t -> ScaleBar.of(t, centre, request.settings().overlays().millimetresPerUnit(),
                        canvas.getWidth()))
                .ifPresent(bar -> drawBar(g, bar));
    }

    private void drawBar(Graphics2D g, ScaleBar bar) {
        int margin = lettering.margin();
        Rectangle2D plate = lettering.plate(g, bar.label());
        double thickness = Math.max(2, Math.round(lettering.size() / 6));
        double right = canvas.getWidth() - 2.0 * margin;
        double bottom = canvas.getHeight() - 2.0 * margin;
        lettering.draw(g, bar.label(), right - bar.lengthPx() / 2 - plate.getWidth() / 2,
                bottom - thickness - plate.getHeight(), Color.WHITE);
        Rectangle2D line = new Rectangle2D.Double(right - bar.lengthPx(), bottom - thickness, bar.lengthPx(),
                thickness);
        g.setColor(Color.BLACK);
        g.fill(new Rectangle2D.Double(line.getX() - 1, line.getY() - 1, line.getWidth() + 2, line.getHeight() + 2));
        g.setColor(Color.WHITE);
        g.fill(line);
    }

    private void marks(Graphics2D g, FrameFacts facts) {
        int margin = lettering.margin();
        if (facts.damage().isPresent()) {
            g.setColor(DAMAGE);
            g.setStroke(new BasicStroke(margin));
            g.draw(new Rectangle2D.Double(margin / 2.0, margin / 2.0, canvas.getWidth() - margin,
                    canvas.getHeight() - margin));
            rightOnTop(g, "damaged frame", 0, DAMAGE);
        }
        if (marksCut(facts)) {
            rightOnTop(g, String.format(Locale.ROOT, "%.1f s cut", facts.frame().cut().toNanos() / 1e9), 1,
                    Color.WHITE);
        }
    }

    private void rightOnTop(Graphics2D g, String text, int line, Color colour) {
        Rectangle2D plate = lettering.plate(g, text);
        lettering.draw(g, text, canvas.getWidth() - lettering.margin() - plate.getWidth(),
                lettering.margin() + line * plate.getHeight() * 1.1, colour);
    }

    /** Elapsed time with milliseconds, hours only when there are any, and the speed when it is not the true one. */
    static String time(Duration elapsed, double speed) {
        Duration size = elapsed.abs();
        String text = size.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d.%03d", size.toHours(), size.toMinutesPart(),
                        size.toSecondsPart(), size.toMillisPart())
                : String.format(Locale.ROOT, "%d:%02d.%03d", size.toMinutesPart(), size.toSecondsPart(),
                        size.toMillisPart());
        String factor = String.format(Locale.ROOT, "%.2f", speed).replaceFirst("\\.?0+$", "");
        return (elapsed.isNegative() ? "\u2212" : "") + text + (speed == 1 ? "" : "  " + factor + "\u00d7");
    }
}
