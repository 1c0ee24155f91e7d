package org.labreel.ui.view;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.ui.kit.Pulse;

/**
 * Shows a frame with the electrodes of the board over it. Without a transform or a frame the board is drawn by itself,
 * fitted to the view. Ctrl with the wheel zooms about the pointer, dragging pans, a double click fits. JavaFX thread.
 */
public final class FrameView extends Region {
    private final FramePicture picture = new FramePicture();
    private final ElectrodeLayer layer = new ElectrodeLayer();
    private final FrameLabels labels = new FrameLabels();
    private final BooleanProperty electrodesVisible = new SimpleBooleanProperty(this, "electrodesVisible", true);
    private final BooleanProperty heatVisible = new SimpleBooleanProperty(this, "heatVisible", false);
    private final Pulse pulse = new Pulse(this::draw);
    private final FrameSight sight = new FrameSight();
    private final MeasureTool measure = new MeasureTool(sight);
    private final FrameMarks marks = new FrameMarks(sight, measure);
    private final FramePointing pointing = new FramePointing(sight, layer, labels, marks,
            () -> electrodesVisible.get() || heatVisible.get(), picture::surface);
    private Optional<BoardMap> map = Optional.empty();

    public FrameView() {
        getStyleClass().add("frame-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Camera frame with electrodes");
        getChildren().addAll(picture.node(), layer.canvas(), marks.node(), labels.damage(), labels.zoom(),
                labels.legend(),
                labels.banner(), labels.hover());
        getChildren().forEach(child -> child.setManaged(false));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        electrodesVisible.subscribe(pulse::request);
        heatVisible.subscribe(this::heatChanged);
        sight.geometryProperty().subscribe(this::placed);
        measure.inHandProperty().subscribe(on -> setCursor(on ? Cursor.CROSSHAIR : Cursor.DEFAULT));
        new FrameGestures(sight, this::pointerAt, measure).install(this);
    }

    /** Shows a picture; its pixels are copied, so it may be overwritten afterwards. */
    public void show(Picture next) {
        if (picture.copy(next)) {
            relocate();
            // At once: what lay over the frame before, or over none, must not lie over this one until the next pulse.
            draw();
        }
        showDamage(next.damage());
        labels.damage().autosize();
        pointing.refresh();
        if (geometry().showsSquares()) {
            pulse.request();
        }
    }

    /** Takes the frame away; the board, if there is one, is drawn by itself. */
    public void clearFrame() {
        picture.clear();
        showDamage(Optional.empty());
        relocate();
    }

    /** Whether there is a frame to be seen. */
    public boolean hasFrame() {
        return picture.surface().isPresent();
    }

    private void showDamage(Optional<String> why) {
        labels.showDamage(why);
        marks.setDamaged(why.isPresent());
    }

    /**
     * Sets what lies over the frame.
     *
     * @param transform
     *            board units to pixels of the frame; empty when the board was not found in it
     */
    public void setOverlay(Optional<Board> newBoard, Optional<Transform> transform, PinSet newActive) {
        if (layer.setBoard(newBoard, transform)) {
            map = BoardMap.of(transform);
            pointing.setMap(map);
            marks.setMap(map);
            placed();
            draw();
        }
        if (layer.setActive(newActive)) {
            hoverChanged();
            pulse.request();
        }
    }

    /**
     * Sets the values of the heat map.
     *
     * @param newPicofarads
     *            by pin
     * @param maximum
     *            pF per square board unit that gets the last colour
     */
    public void setHeat(Optional<Floats> newPicofarads, double maximum) {
        if (layer.setHeat(newPicofarads, maximum)) {
            heatChanged();
        }
    }

    /** Points electrodes out, whether electrodes are drawn or not. */
    public void setMarked(PinSet pins) {
        if (layer.setMarked(pins)) {
            pulse.request();
        }
    }

    /** Says in large letters why the frame is not to be relied on, and dims it; empty when all is well. */
    public void setBanner(Optional<String> text) {
        labels.showBanner(text, !hasFrame() && layer.hasBoard());
        picture.node().setOpacity(text.isPresent() ? 0.25 : 1);
    }

    public BooleanProperty electrodesVisibleProperty() {
        return electrodesVisible;
    }

    public BooleanProperty heatVisibleProperty() {
        return heatVisible;
    }

    /** The electrode under the pointer. */
    public Optional<Electrode> hovered() {
        return layer.hover();
    }

    /** Where the content lies now, in pixels of this view. */
    public FrameGeometry geometry() {
        return sight.geometry();
    }

    /** Zoom and pan. */
    public FrameSight sight() {
        return sight;
    }

    public MeasureTool measure() {
        return measure;
    }

    /** From board to frame and back; empty when the log does not say, or says what leads nowhere. */
    public Optional<BoardMap> map() {
        return map;
    }

    /** What is under the pointer. */
    public ReadOnlyObjectProperty<Optional<FrameProbe>> probeProperty() {
        return pointing.probeProperty();
    }

    /** Where the crosshair stands, parts of the frame's width and height. */
    public ObjectProperty<Optional<Point>> pointedProperty() {
        return pointing.pointedProperty();
    }

    public BooleanProperty crosshairVisibleProperty() {
        return pointing.crosshairVisibleProperty();
    }

    /** A point of the board in pixels of this view, as drawn now; for tests and for pointing things out. */
    public Point boardToView(Point point) {
        return layer.toView(point);
    }

    private void pointerAt(Optional<Point> point) {
        if (pointing.at(point)) {
            pulse.request();
        }
    }

    private void hoverChanged() {
        if (pointing.refresh()) {
            pulse.request();
        }
    }

    private void heatChanged() {
        labels.legend().setMaximum(layer.maximum());
        labels.legend().setVisible(heatVisible.get() && layer.hasHeat());
        labels.place(getWidth(), getHeight());
        hoverChanged();
        pulse.request();
    }

    private void relocate() {
        FrameGeometry before = geometry();
        sight.place(before.resized(picture.width(), picture.height(), getWidth(), getHeight()));
        if (before.equals(geometry())) {
            placed();
        }
    }

    private void placed() {
        FrameGeometry geometry = geometry();
        layer.place(geometry, hasFrame());
        picture.place(geometry);
        labels.zoom().setText(sight.words());
        labels.zoom().setVisible(geometry.isZoomed());
        labels.place(getWidth(), getHeight());
        hoverChanged();
        pulse.request();
    }

    private void draw() {
        picture.draw(geometry());
        layer.draw(electrodesVisible.get(), heatVisible.get());
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != layer.canvas().getWidth() || getHeight() != layer.canvas().getHeight()) {
            layer.canvas().setWidth(getWidth());
            layer.canvas().setHeight(getHeight());
            relocate();
            // At once: a resized canvas is empty until the next pulse otherwise.
            draw();
        }
        labels.place(getWidth(), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }
}
