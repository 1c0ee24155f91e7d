package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.labreel.ui.kit.Pulse;

/**
 * The lanes as the operator sees them. What depends on the log is drawn once for each window of it; the playhead, the
 * selection and the place under the pointer are a handful of nodes over it, so that moving them redraws nothing.
 */
final class LanesView extends Region {
    /** Room for the names of the lanes. */
    static final double HEAD_PX = 116;
    private static final double LABEL_PX = 86;
    private static final double EDGE_PX = 2;
    private static final double GRIP_PX = 7;

    private final TimelineModel model;
    private final TimelineGestures gestures;
    private final Pulse pulse = new Pulse(this::draw);
    private final TimelinePalette palette = new TimelinePalette(this::recoloured);
    private final RasterView raster = new RasterView();
    private final Canvas canvas = new Canvas();
    private final LaneLabels labels = new LaneLabels(canvas, palette);
    private final Pane field = new Pane();
    private final Region before = part("timeline-veil");
    private final Region behind = part("timeline-veil");
    private final Region inEdge = part("timeline-edge");
    private final Region outEdge = part("timeline-edge");
    private final Region inGrip = part("timeline-grip", "timeline-grip-in");
    private final Region outGrip = part("timeline-grip", "timeline-grip-out");
    private final Region pointer = part("timeline-pointer");
    private final Region liveEdge = part("timeline-live-edge");
    private final Region playhead = part("timeline-playhead");
    private final Region cap = part("timeline-playhead-cap");
    private final List<Subscription> subscriptions = new ArrayList<>();
    private LaneLayout layout = LaneLayout.of(0, 0, false);
    private boolean recoloured;

    LanesView(TimelineModel model, TimelineGestures gestures) {
        this.model = model;
        this.gestures = gestures;
        getStyleClass().add("timeline-lanes");
        field.setManaged(false);
        field.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(field.widthProperty());
        clip.heightProperty().bind(field.heightProperty());
        field.setClip(clip);
        field.getChildren().addAll(before, behind, inEdge, outEdge, inGrip, outGrip, liveEdge, pointer, cap, playhead);
        pointer.setVisible(false);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(palette, raster, canvas, field);
        subscribe();
    }

    private static Region part(String... styleClasses) {
        Region region = new Region();
        region.getStyleClass().addAll(styleClasses);
        region.setManaged(false);
        return region;
    }

    private void subscribe() {
        subscriptions.add(model.contentProperty().subscribe(_ -> arranged()));
        subscriptions.add(model.shownProperty().subscribe(_ -> arranged()));
        subscriptions.add(model.scaleProperty().subscribe(_ -> pulse.request()));
        subscriptions.add(model.previewProperty().subscribe(_ -> pulse.request()));
        subscriptions.add(model.wallTimeProperty().subscribe(_ -> pulse.request()));
        subscriptions.add(model.selectionProperty().subscribe(_ -> placeSelection()));
        subscriptions.add(model.playheadProperty().subscribe(_ -> placePlayhead()));
    }

    /** Ends what was begun. */
    void dispose() {
        subscriptions.forEach(Subscription::unsubscribe);
        pulse.close();
    }

    /** Shows the line under the pointer; empty takes it away. */
    void point(OptionalLong nanos) {
        pointer.setVisible(nanos.isPresent());
        nanos.ifPresent(at -> pointer.resizeRelocate(fieldX(at), 0, 1, field.getHeight()));
    }

    private double fieldX(long nanos) {
        return Math.rint(Math.clamp(model.scale().x(nanos), -10_000, 100_000) - HEAD_PX);
    }

    private void arranged() {
        layout = LaneLayout.of(getHeight(), model.content().lanes(), model.signals().size(),
                !model.content().ranges().isEmpty());
        gestures.setLayout(layout);
        pulse.request();
    }

    /** Colours change in the middle of a pulse: those drawn here must not follow those around them a pulse later. */
    private void recoloured() {
        recoloured = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - HEAD_PX);
        boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
        if (resized) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            field.resizeRelocate(HEAD_PX, 0, width, getHeight());
            raster.relocate(HEAD_PX, 0);
            model.place(HEAD_PX, width);
            arranged();
        }
        if (resized || recoloured) {
            // At once: a resized canvas is empty until the next pulse otherwise.
            recoloured = false;
            draw();
        }
    }

    private void draw() {
        double width = getWidth() - HEAD_PX;
        if (width < 20 || getHeight() < 10) {
            return;
        }
        List<TimeTicks.Tick> ticks = ticks();
        double density = density();
        raster.draw(width, getHeight(), density, pixels -> {
            TimeScale scale = model.scale().placed(0, width * density);
            new LanePainter(pixels, scale, density, palette.lanes()).paint(layout, model.seen(), model.signals(),
                    ticks.stream().map(TimeTicks.Tick::nanos).toList());
        });
        labels.draw(model, layout, ticks);
        placeSelection();
        placePlayhead();
    }

    private List<TimeTicks.Tick> ticks() {
        if (model.content().subject().isEmpty()) {
            return List.of();
        }
        TimeTicks ticks = TimeTicks.fitting(model.scale(), LABEL_PX);
        return model.wallTimeProperty().get()
                ? ticks.wall(model.scale(), model.text().zone())
                : ticks.elapsed(model.scale(), model.content().zeroNanos());
    }

    private double density() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }

    private void placePlayhead() {
        OptionalLong head = model.playheadProperty().get();
        playhead.setVisible(head.isPresent());
        cap.setVisible(head.isPresent());
        head.ifPresent(at -> {
            playhead.resizeRelocate(fieldX(at) - 0.5, 0, 2, field.getHeight());
            cap.resizeRelocate(fieldX(at) - 5.5, 0, 12, 11);
        });
        OptionalLong edge = model.content().liveEdge();
        liveEdge.setVisible(edge.isPresent());
        edge.ifPresent(at -> liveEdge.resizeRelocate(fieldX(at), 0, 2, field.getHeight()));
    }

    private void placeSelection() {
        TimelineSelection selection = model.selectionProperty().get();
        List.of(before, behind, inEdge, outEdge, inGrip, outGrip)
                .forEach(part -> part.setVisible(selection.marked()));
        if (!selection.marked()) {
            return;
        }
        double top = layout.lanes().getFirst().bottomPx();
        double bottom = Math.max(top, layout.segmentsBottomPx());
        double in = fieldX(selection.span().startNanos());
        double out = fieldX(selection.span().endNanos()) + 1;
        before.resizeRelocate(0, top, Math.max(0, in), field.getHeight() - top);
        behind.resizeRelocate(out, top, Math.max(0, field.getWidth() - out), field.getHeight() - top);
        inEdge.resizeRelocate(in - EDGE_PX, top, EDGE_PX, field.getHeight() - top);
        outEdge.resizeRelocate(out, top, EDGE_PX, field.getHeight() - top);
        inGrip.resizeRelocate(in - GRIP_PX, top - 4, GRIP_PX, bottom - top + 4);
        outGrip.resizeRelocate(out, top - 4, GRIP_PX, bottom - top + 4);
    }

    /** Where a thing stands, in the coordinates of this view; for menus that belong to it. */
    Rectangle2D place(long nanos) {
        return new Rectangle2D(Math.clamp(model.scale().x(nanos), 0, Math.max(1, getWidth())), 0, 1,
                Math.max(1, getHeight()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return LaneLayout.preferredPx(model.content().lanes(), model.signals().size(),
                !model.content().ranges().isEmpty());
    }

    @Override
    protected double computeMinHeight(double width) {
        return LaneLayout.leastPx(model.content().lanes(), !model.content().ranges().isEmpty());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 700;
    }

    @Override
    protected double computeMinWidth(double height) {
        return HEAD_PX + 120;
    }
}
