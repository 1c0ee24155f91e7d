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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.Board;
import org.labreel.model.Point;
import org.labreel.picture.Picture;

/** Burns overlays into the clip's pictures. One thread at a time. */
final class Painter {
    private static final Color DAMAGE = new Color(255, 64, 255);

    private final Overlays overlays;
    private final boolean marksCuts;
    private final Optional<Board> board;
    private final List<Chapter> chapters;
    private final ClockText clock;
    private final BufferedImage canvas;
    private final int[] pixels;
    private final Lettering lettering;
    private final Optional<ElectrodePainter> electrodes;

    Painter(ExportRequest request, List<Chapter> chapters, int width, int height) throws IOException {
        ClipSettings settings = request.settings();
        this.overlays = settings.overlays();
        this.marksCuts = settings.timing().gaps().policy().marks();
        this.board = request.board();
        this.chapters = chapters;
        clock = new ClockText(overlays.clock(), overlays.zone(), settings.timing().speed());
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        lettering = new Lettering(width, height, overlays.textPx(), overlays.font());
        electrodes = overlays.has(Overlay.ELECTRODES)
                ? board.map(known -> new ElectrodePainter(known, overlays.electrodes(), lettering, height))
                : Optional.empty();
    }

    /** Whether there is anything to paint on this frame, as long as it is whole. */
    boolean paints(PlannedFrame frame) {
        boolean always = overlays.has(Overlay.ELECTRODES) || overlays.has(Overlay.TIME) || overlays.has(Overlay.SCALE)
                || overlays.has(Overlay.CAPTION);
        return always || marksCut(frame) || markers(frame).findAny().isPresent();
    }

    private boolean marksCut(PlannedFrame frame) {
        return marksCuts && !frame.cut().isZero();
    }

    /** The texts of markers that are shown with this frame. */
    private Stream<Chapter> markers(PlannedFrame frame) {
        if (!overlays.has(Overlay.MARKERS)) {
            return Stream.empty();
        }
        long ticks = Math.max(1, overlays.markersFor().toMillis() * ExportPlan.TICKS_PER_SECOND / 1000);
        return chapters.stream().filter(at -> at.pts() <= frame.pts() && frame.pts() < at.pts() + ticks);
    }

    void paint(Picture picture, FrameFacts facts) {
        if (!paints(facts.frame()) && facts.damage().isEmpty()) {
            return;
        }
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
        double y = margin;
        if (overlays.has(Overlay.TIME)) {
            for (String line : clock.lines(facts.frame())) {
                y += onLeft(g, line, y, Color.WHITE);
            }
        }
        for (Chapter marker : markers(facts.frame()).toList()) {
            y += onLeft(g, lettering.fitted(g, marker.title(), canvas.getWidth() * 0.66), y, Color.YELLOW);
        }
        if (overlays.has(Overlay.CAPTION)) {
            caption(g);
        }
        if (overlays.has(Overlay.SCALE)) {
            scaleBar(g, facts);
        }
        marks(g, facts);
    }

    /** Nothing of it is left out: what a caption says is part of the figure. */
    private void caption(Graphics2D g) {
        List<String> lines = lettering.lines(g, overlays.caption(), canvas.getWidth() * 0.66);
        double y = canvas.getHeight() - lettering.margin();
        for (String line : lines.reversed()) {
            y -= lettering.plate(g, line).getHeight();
            lettering.draw(g, line, lettering.margin(), y, Color.WHITE);
        }
    }

    /** @return how far down the next line begins */
    private double onLeft(Graphics2D g, String text, double y, Color colour) {
        lettering.draw(g, text, lettering.margin(), y, colour);
        return lettering.plate(g, text).getHeight() * 1.1;
    }

    private void scaleBar(Graphics2D g, FrameFacts facts) {
        Point centre = board.map(Board::bounds)
                .map(b -> new Point(b.minX() + b.width() / 2, b.minY() + b.height() / 2)).orElse(new Point(0, 0));
        facts.boardToClip()
                .flatMap(t -> ScaleBar.of(t, centre, overlays.millimetresPerUnit(), canvas.getWidth()))
                .ifPresent(bar -> drawBar(g, bar));
    }

    private void drawBar(Graphics2D g, ScaleBar bar) {
        int margin = lettering.margin();
        Rectangle2D plate = lettering.plate(g, bar.label());
        double thickness = Math.max(2, Math.round(lettering.size() / 6));
        double right = canvas.getWidth() - 2.0 * margin;
        double bottom = canvas.getHeight() - 2.0 * margin;
        double middle = Math.min(right - bar.lengthPx() / 2, canvas.getWidth() - margin - plate.getWidth() / 2);
        lettering.draw(g, bar.label(), middle - plate.getWidth() / 2, bottom - thickness - plate.getHeight(),
                Color.WHITE);
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
        if (marksCut(facts.frame())) {
            rightOnTop(g, String.format(Locale.ROOT, "%.1f s cut", facts.frame().cut().toNanos() / 1e9), 1,
                    Color.WHITE);
        }
    }

    private void rightOnTop(Graphics2D g, String text, int line, Color colour) {
        Rectangle2D plate = lettering.plate(g, text);
        lettering.draw(g, text, canvas.getWidth() - lettering.margin() - plate.getWidth(),
                lettering.margin() + line * plate.getHeight() * 1.1, colour);
    }
}
