package org.labreel.ui.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.labreel.ui.kit.CssColour;

/** Writes what is text on the lanes, and draws the few things that belong to texts: marker flags and named ranges. */
final class LaneLabels {
    private static final Font SMALL = Font.font(10.5);
    private static final Font PLAIN = Font.font(11.5);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11.5);
    /** Of the plain font, wide enough for nearly every letter. */
    private static final double LETTER_PX = 6.6;
    private static final double LEFT_PX = 8;
    /** Of the names of the lanes, with room to breathe. */
    private static final double HEAD_PX = 112;

    private final Canvas canvas;
    private final TimelinePalette palette;
    private final Map<String, Color> parsed = new HashMap<>();
    private TimeScale scale = new TimeScale(0, 1, 0, 1);

    LaneLabels(Canvas canvas, TimelinePalette palette) {
        this.canvas = canvas;
        this.palette = palette;
    }

    void draw(TimelineModel model, LaneLayout layout, List<TimeTicks.Tick> ticks) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        scale = model.scale();
        List<TimelineSignal> signals = model.signals();
        TimelineContent content = model.seen();
        for (Lane lane : layout.lanes()) {
            switch (lane.kind()) {
                case RULER -> ruler(g, lane, ticks);
                case SEGMENTS -> segments(g, lane, content);
                case MARKS -> markers(g, lane, content.markers());
                case RANGES -> ranges(g, lane, content.ranges());
                case CHANGES -> {
                    // Told apart by where they are; how many there are stands in the head.
                }
                case SIGNAL -> {
                    // Its values stand in the head.
                }
            }
        }
        // Last, over what comes out from under the heads.
        for (Lane lane : layout.lanes()) {
            head(g, lane, model, signals);
        }
        hidden(g, layout);
    }

    /** What was left out for want of room is told. */
    private void hidden(GraphicsContext g, LaneLayout layout) {
        if (layout.hidden() > 0) {
            g.setFont(SMALL);
            g.setFill(palette.muted());
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(layout.hidden() + (layout.hidden() == 1 ? " more signal" : " more signals")
                    + ": make the timeline taller", scale.leftPx() + scale.widthPx() - 6, canvas.getHeight() - 3);
        }
    }

    private void ruler(GraphicsContext g, Lane lane, List<TimeTicks.Tick> ticks) {
        g.setFont(SMALL);
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (TimeTicks.Tick tick : TimeTicks.readable(ticks, scale, LETTER_PX)) {
            g.fillText(tick.text(), Math.rint(scale.x(tick.nanos())) + 4, middle(lane));
        }
    }

    private static double middle(Lane lane) {
        return Math.rint(lane.topPx() + lane.heightPx() / 2);
    }

    private void segments(GraphicsContext g, Lane lane, TimelineContent content) {
        g.setFont(SMALL);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (TimelineSegment segment : content.segments()) {
            if (segment.source() != lane.number()) {
                continue;
            }
            double from = Math.max(scale.leftPx(), scale.x(segment.span().startNanos())) + 5;
            double until = Math.min(scale.leftPx() + scale.widthPx(), scale.x(segment.span().endNanos())) - 4;
            // Without a word nobody can tell a state but by its colour.
            String words = segment.text() + ", " + segment.state().word();
            String text = fitted(words, until - from);
            if (!text.isEmpty()) {
                boolean full = segment.shown() && segment.state() != TimelineSegment.State.SCHEDULED;
                g.setFill(full ? Color.WHITE : palette.text());
                g.fillText(text, from, lane.topPx() + 9);
            }
        }
    }

    private void markers(GraphicsContext g, Lane lane, List<TimelineMarker> markers) {
        g.setFont(PLAIN);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        double top = lane.topPx() + 4;
        for (int i = 0; i < markers.size(); i++) {
            double x = Math.rint(scale.x(markers.get(i).nanos())) + 0.5;
            if (x < scale.leftPx() - 200 || x > scale.leftPx() + scale.widthPx() + 10) {
                continue;
            }
            g.setFill(colour(markers.get(i).colour()));
            g.fillPolygon(new double[]{x - 5, x + 5, x + 5, x, x - 5},
                    new double[]{top, top, top + 6, top + 12, top + 6}, 5);
            g.setFill(palette.text());
            double next = i + 1 < markers.size()
                    ? scale.x(markers.get(i + 1).nanos()) - 8
                    : scale.leftPx() + scale.widthPx();
            g.fillText(fitted(markers.get(i).text(), next - x - 9), x + 8, middle(lane));
        }
    }

    private void ranges(GraphicsContext g, Lane lane, List<TimelineRange> ranges) {
        g.setFont(PLAIN);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (TimelineRange range : ranges) {
            double from = scale.x(range.span().startNanos());
            double until = Math.max(from + 2, scale.x(range.span().endNanos()));
            double seenFrom = Math.max(from, scale.leftPx() - 2);
            double seenUntil = Math.min(until, scale.leftPx() + scale.widthPx() + 2);
            if (seenUntil <= seenFrom) {
                continue;
            }
            Color colour = colour(range.colour());
            g.setFill(colour.deriveColor(0, 1, 1, 0.35));
            g.fillRect(seenFrom, lane.topPx() + 2, seenUntil - seenFrom, lane.heightPx() - 5);
            g.setFill(colour);
            g.fillRect(Math.rint(from), lane.topPx() + 2, 2, lane.heightPx() - 5);
            g.fillRect(Math.rint(until) - 2, lane.topPx() + 2, 2, lane.heightPx() - 5);
            g.setFill(palette.text());
            g.fillText(fitted(range.name(), seenUntil - seenFrom - 10), seenFrom + 6, middle(lane));
        }
    }

    private void head(GraphicsContext g, Lane lane, TimelineModel model, List<TimelineSignal> signals) {
        g.clearRect(0, lane.topPx(), scale.leftPx(), lane.heightPx());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(PLAIN);
        g.setFill(palette.muted());
        if (lane.kind() != Lane.Kind.SIGNAL) {
            g.fillText(headText(lane, model), LEFT_PX, middle(lane));
            return;
        }
        TimelineSignal signal = signals.get(lane.number());
        SignalAxis axis = SignalAxis.of(signal, scale.window());
        boolean tall = lane.heightPx() >= 36;
        g.setFont(BOLD);
        g.setFill(palette.series(lane.number()));
        g.fillText(signal.name(), LEFT_PX, tall ? lane.topPx() + 11 : middle(lane));
        g.setFont(SMALL);
        g.setFill(palette.muted());
        if (tall) {
            g.fillText(bounds(axis) + " " + signal.unit(), LEFT_PX, lane.topPx() + 26);
        }
    }

    private static String headText(Lane lane, TimelineModel model) {
        return switch (lane.kind()) {
            case RULER -> model.wallTimeProperty().get() ? "Wall time" : "Elapsed";
            case CHANGES -> lane.kind().title() + (model.content().changes().size() == 0
                    ? ""
                    : String.format(Locale.ROOT, "  %,d", model.content().changes().size()));
            case SEGMENTS -> lane.number() < model.content().sources().size()
                    ? shortened(model.content().sources().get(lane.number()), (int) ((HEAD_PX - LEFT_PX) / LETTER_PX))
                    : lane.kind().title();
            case MARKS, RANGES, SIGNAL -> lane.kind().title();
        };
    }

    private static String bounds(SignalAxis axis) {
        double span = axis.high() - axis.low();
        String format = span >= 20 ? "%.0f to %.0f" : span >= 2 ? "%.1f to %.1f" : "%.2f to %.2f";
        return String.format(Locale.ROOT, format, axis.low(), axis.high());
    }

    /** As much of a text as there is room for; nothing when that is next to nothing. */
    private static String fitted(String text, double roomPx) {
        int letters = (int) (roomPx / LETTER_PX);
        if (text.length() <= letters) {
            return text;
        }
        return letters < 3 ? "" : text.substring(0, letters - 1) + "…";
    }

    /** The beginning and the end of a name: several cameras of one computer differ by their port. */
    static String shortened(String name, int letters) {
        if (name.length() <= letters) {
            return name;
        }
        int first = (letters - 1) / 2;
        return name.substring(0, first) + "…" + name.substring(name.length() - (letters - 1 - first));
    }

    private Color colour(String css) {
        return parsed.computeIfAbsent(css, CssColour::of);
    }
}
