package org.labreel.ui.browser;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * A slider over the frames of a log: the marked range, the electrode changes as ticks above, a thumb that follows the
 * pointer frame by frame. A click anywhere goes there.
 */
final class FrameSlider extends Region {
    private static final double SIDE = 8;
    private static final double TRACK_Y = 27;
    private static final double TRACK_HEIGHT = 6;
    private static final double THUMB_WIDTH = 6;
    private static final double THUMB_HEIGHT = 20;
    private static final double TICK_TOP = 17;
    private static final double TICK_BOTTOM = 23;
    private static final double FLAG_TOP = 35;
    private static final double HEIGHT = 44;

    private final Region track = part("frame-slider-track");
    private final Region range = part("frame-slider-range");
    private final Region thumb = part("frame-slider-thumb");
    private final Path ticks = new Path();
    private final MarkerFlags flags = new MarkerFlags(FLAG_TOP, new FrameScale(0, SIDE, 0));
    private final Label hover = new Label();
    private int[] changes = {};
    private FrameRange marked = FrameRange.WHOLE;
    private int frames;
    private int frame;
    private IntConsumer seek = _ -> {
    };
    private IntFunction<String> words = Integer::toString;

    FrameSlider() {
        getStyleClass().add("frame-slider");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Frame");
        setFocusTraversable(true);
        ticks.getStyleClass().add("frame-slider-ticks");
        hover.getStyleClass().add("frame-slider-hover");
        hover.setVisible(false);
        getChildren().addAll(track, range, ticks, flags, thumb, hover);
        getChildren().forEach(child -> {
            child.setManaged(false);
            child.setMouseTransparent(true);
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover.setVisible(false));
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }

    /** Called with the frame that the pointer chose. */
    void setOnSeek(IntConsumer action) {
        seek = action;
    }

    /** Tells what to say of the frame under the pointer. */
    void setWords(IntFunction<String> text) {
        words = text;
    }

    /**
     * @param landings
     *            frames at which electrode changes show
     */
    void setLog(int newFrames, int[] landings) {
        frames = newFrames;
        changes = landings.clone();
        drawTicks();
        requestLayout();
    }

    void setMarkers(List<LogMarker> markers) {
        flags.show(markers);
    }

    void setFrame(int next) {
        frame = next;
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        layoutMoving();
    }

    void setRange(FrameRange next) {
        marked = next;
        layoutMoving();
    }

    private FrameScale scale() {
        return new FrameScale(frames, SIDE, Math.max(0, getWidth() - 2 * SIDE));
    }

    private void seek(MouseEvent event) {
        requestFocus();
        if (frames > 0) {
            seek.accept(under(event));
        }
        point(event);
        event.consume();
    }

    private int under(MouseEvent event) {
        return flags.at(event.getX(), event.getY()).orElseGet(() -> scale().frame(event.getX()));
    }

    private void point(MouseEvent event) {
        if (frames == 0) {
            return;
        }
        hover.setText(words.apply(under(event)));
        hover.autosize();
        double width = hover.getWidth();
        hover.relocate(Math.clamp(event.getX() - width / 2, 0, Math.max(0, getWidth() - width)), -4);
        hover.setVisible(true);
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(SIDE, TRACK_Y, Math.max(0, getWidth() - 2 * SIDE), TRACK_HEIGHT);
        drawTicks();
        flags.place(scale());
        layoutMoving();
    }

    private void layoutMoving() {
        FrameScale scale = scale();
        range.setVisible(frames > 0 && marked.marked());
        if (range.isVisible()) {
            double from = scale.x(marked.first());
            double to = scale.x(marked.last(frames));
            range.resizeRelocate(from - 2, TRACK_Y - 4, to - from + 4, TRACK_HEIGHT + 8);
        }
        thumb.setVisible(frames > 0 && frame >= 0);
        thumb.resizeRelocate(scale.x(Math.max(0, frame)) - THUMB_WIDTH / 2,
                TRACK_Y + TRACK_HEIGHT / 2 - THUMB_HEIGHT / 2, THUMB_WIDTH, THUMB_HEIGHT);
    }

    private void drawTicks() {
        ticks.getElements().clear();
        FrameScale scale = scale();
        double last = Double.NEGATIVE_INFINITY;
        for (int landing : changes) {
            double x = Math.round(scale.x(landing)) + 0.5;
            // Closer ticks cannot be told apart.
            if (x - last >= 2) {
                ticks.getElements().addAll(new MoveTo(x, TICK_TOP), new LineTo(x, TICK_BOTTOM));
                last = x;
            }
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, @Nullable Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) frame;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) Math.max(0, frames - 1);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }
}
