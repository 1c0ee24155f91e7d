package org.labreel.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A plot of signals that scrolls with time, newest at the right. Colours come from the style sheet: {@code -lr-grid},
 * {@code -lr-text} and {@code -lr-series-1} to {@code -4}. JavaFX thread.
 */
public final class SignalPlot extends Region {
    private static final StyleablePropertyFactory<SignalPlot> STYLES = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final List<CssMetaData<SignalPlot, Color>> META = List.of(meta("-lr-grid", Color.GRAY, 0),
            meta("-lr-text", Color.GRAY, 1), meta("-lr-series-1", Color.DODGERBLUE, 2),
            meta("-lr-series-2", Color.ORANGE, 3), meta("-lr-series-3", Color.SEAGREEN, 4),
            meta("-lr-series-4", Color.ORCHID, 5));
    private static final double FIRST_WINDOW = 30;
    private static final double LABEL_WIDTH = 62;
    private static final double LEFT = 40;
    private static final double BOTTOM = 18;
    private static final double TOP = 6;
    private static final double RIGHT = 8;

    private final Canvas canvas = new Canvas();
    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();
    private final List<SignalBuffer> series;
    private final double windowSeconds;
    private final double leastSpan;
    private final DoubleSupplier now;
    private float[] least = new float[0];
    private float[] most = new float[0];
    private boolean[] resumes = new boolean[0];
    private long drawnChanges = -1;
    private double drawnSecond = Double.NEGATIVE_INFINITY;

    /**
     * @param series
     *            at most four, on one axis
     * @param windowSeconds
     *            time shown once so much has passed; before that the plot is as wide as what there is
     * @param leastSpan
     *            the axis spans at least this much, so that noise does not look like an event
     * @param now
     *            the present on the time axis of the buffers
     */
    public SignalPlot(List<SignalBuffer> series, double windowSeconds, double leastSpan, DoubleSupplier now) {
        this.series = List.copyOf(series);
        this.windowSeconds = windowSeconds;
        this.leastSpan = leastSpan;
        this.now = now;
        for (CssMetaData<SignalPlot, Color> each : META) {
            StyleableObjectProperty<Color> colour = new SimpleStyleableObjectProperty<>(each, this,
                    each.getProperty(), each.getInitialValue(this));
            colour.subscribe(this::draw);
            colours.add(colour);
        }
        getStyleClass().add("signal-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    private static CssMetaData<SignalPlot, Color> meta(String name, Color initial, int index) {
        return STYLES.createColorCssMetaData(name, plot -> plot.colours.get(index), initial, false);
    }

    /** Draws the newest samples; to be called a few times a second. Draws nothing while nobody could see a change. */
    public void refresh() {
        long changes = series.stream().mapToLong(SignalBuffer::changes).sum();
        double window = Math.clamp(now.getAsDouble(), FIRST_WINDOW, windowSeconds);
        boolean moved = series.stream().anyMatch(each -> each.size() > 0)
                && now.getAsDouble() - drawnSecond > window / Math.max(1, canvas.getWidth() - LEFT - RIGHT);
        if (changes != drawnChanges || moved) {
            drawnChanges = changes;
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        double width = canvas.getWidth() - LEFT - RIGHT;
        double height = canvas.getHeight() - TOP - BOTTOM;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (width < 20 || height < 10 || colours.size() < META.size()) {
            return;
        }
        if (least.length != (int) width) {
            least = new float[(int) width];
            most = new float[(int) width];
            resumes = new boolean[(int) width];
        }
        double until = now.getAsDouble();
        drawnSecond = until;
        double window = Math.clamp(until, FIRST_WINDOW, windowSeconds);
        AxisTicks axis = axis(until, window, height);
        g.setFont(Font.font(10.5));
        drawValueAxis(g, axis, width, height);
        drawTimeAxis(g, window, width, height);
        for (int i = 0; i < series.size(); i++) {
            series.get(i).columns(until - window, until, least, most);
            series.get(i).resumptions(until - window, until, resumes);
            drawSeries(g, axis, height, colours.get(2 + i).get());
        }
    }

    private AxisTicks axis(double until, double window, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SignalBuffer each : series) {
            each.columns(until - window, until, least, most);
            for (int i = 0; i < least.length; i++) {
                if (!Float.isNaN(least[i])) {
                    low = Math.min(low, least[i]);
                    high = Math.max(high, most[i]);
                }
            }
        }
        boolean empty = low > high;
        return AxisTicks.around(empty ? 0 : low, empty ? 0 : high, leastSpan, Math.max(1, (int) (height / 30)));
    }

    private void drawValueAxis(GraphicsContext g, AxisTicks axis, double width, double height) {
        g.setLineWidth(1);
        g.setStroke(colours.get(0).get());
        g.setFill(colours.get(1).get());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double value : axis.values()) {
            double y = Math.round(y(axis, height, value)) + 0.5;
            g.strokeLine(LEFT, y, LEFT + width, y);
            g.fillText(axis.text(value), LEFT - 6, y);
        }
    }

    private void drawTimeAxis(GraphicsContext g, double window, double width, double height) {
        g.setTextBaseline(VPos.TOP);
        double y = TOP + height + 4;
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("now", LEFT + width, y);
        g.setTextAlign(TextAlignment.CENTER);
        TimeTicks ticks = TimeTicks.of(window, Math.max(1, (int) (width / LABEL_WIDTH)));
        for (double ago : ticks.secondsAgo()) {
            g.fillText(ticks.text(ago), LEFT + width * (1 - ago / window), y);
        }
    }

    private void drawSeries(GraphicsContext g, AxisTicks axis, double height, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.beginPath();
        boolean begun = false;
        for (int i = 0; i < least.length; i++) {
            if (Float.isNaN(least[i])) {
                continue;
            }
            double x = LEFT + i + 0.5;
            double top = y(axis, height, most[i]);
            double bottom = y(axis, height, least[i]);
            if (begun && !resumes[i]) {
                g.lineTo(x, top);
            } else {
                // A beginning of some width, so that a single sample is seen.
                g.moveTo(x - 1, top);
                g.lineTo(x, top);
                begun = true;
            }
            if (bottom - top > 0.5) {
                g.lineTo(x, bottom);
            }
        }
        g.stroke();
    }

    private static double y(AxisTicks axis, double height, double value) {
        return TOP + height * (1 - (value - axis.low()) / (axis.high() - axis.low()));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 110;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 300;
    }
}
