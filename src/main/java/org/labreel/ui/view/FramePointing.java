package org.labreel.ui.view;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.labreel.model.Point;

/** What follows the pointer over a frame: the electrode's name beside it, the readout, the crosshair. */
final class FramePointing {
    private final FrameSight sight;
    private final ElectrodeLayer layer;
    private final FrameLabels labels;
    private final FrameMarks marks;
    private final BooleanSupplier electrodesShown;
    private final Supplier<Optional<PixelSurface>> pixels;
    private final ReadOnlyObjectWrapper<Optional<FrameProbe>> probe = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Point>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty crosshairVisible = new SimpleBooleanProperty(this, "crosshairVisible");
    private Optional<Point> pointer = Optional.empty();
    private Optional<BoardMap> map = Optional.empty();

    /**
     * @param electrodesShown
     *            only electrodes that are drawn are named beside the pointer
     * @param pixels
     *            of the frame that is shown
     */
    FramePointing(FrameSight sight, ElectrodeLayer layer, FrameLabels labels, FrameMarks marks,
            BooleanSupplier electrodesShown, Supplier<Optional<PixelSurface>> pixels) {
        this.sight = sight;
        this.layer = layer;
        this.labels = labels;
        this.marks = marks;
        this.electrodesShown = electrodesShown;
        this.pixels = pixels;
        pointed.subscribe(this::cross);
        crosshairVisible.subscribe(this::cross);
        sight.geometryProperty().subscribe(this::cross);
    }

    ReadOnlyObjectProperty<Optional<FrameProbe>> probeProperty() {
        return probe.getReadOnlyProperty();
    }

    /** Where the crosshair stands, parts of the frame's width and height, so that frames of two sizes can share it. */
    ObjectProperty<Optional<Point>> pointedProperty() {
        return pointed;
    }

    BooleanProperty crosshairVisibleProperty() {
        return crosshairVisible;
    }

    void setMap(Optional<BoardMap> next) {
        map = next;
    }

    /** The pointer moved, in pixels of the view. True when another electrode is under it. */
    boolean at(Optional<Point> view) {
        pointer = view;
        boolean other = refresh();
        FrameGeometry geometry = sight.geometry();
        pointed.set(probe.get().flatMap(_ -> pointer.map(geometry::toContent)
                .map(p -> new Point(p.x() / geometry.contentWidth(), p.y() / geometry.contentHeight()))));
        return other;
    }

    /** Something under the pointer changed; true when another electrode is. */
    boolean refresh() {
        FrameGeometry geometry = sight.geometry();
        boolean other = layer.hoverAt(pointer.filter(_ -> electrodesShown.getAsBoolean()));
        layer.hoverText().ifPresentOrElse(
                text -> pointer.ifPresent(
                        p -> labels.showHover(text, p.x(), p.y(), geometry.viewWidth(), geometry.viewHeight())),
                () -> labels.hover().setVisible(false));
        probe.set(pixels.get().flatMap(
                surface -> pointer.flatMap(p -> FrameProbe.at(p, geometry, surface, map, layer::electrodeOnBoard))));
        return other;
    }

    private void cross() {
        FrameGeometry geometry = sight.geometry();
        marks.showCrosshair(pointed.get().filter(_ -> crosshairVisible.get())
                .map(p -> new Point(p.x() * geometry.contentWidth(), p.y() * geometry.contentHeight())));
    }
}
