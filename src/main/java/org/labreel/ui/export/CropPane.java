package org.labreel.ui.export;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.labreel.export.Crop;
import org.labreel.picture.PictureSize;
import org.labreel.ui.export.CropDrag.Handle;

/** The crop over a frame: what falls away is darkened, handles move the sides. Arrow keys move it by a pixel. */
final class CropPane extends Pane {
    private static final double HANDLE = 12;
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final FramingChoices choices;
    private final Region frame = new Region();
    private final Map<Handle, Region> handles = new EnumMap<>(Handle.class);
    private Optional<PictureSize> size = Optional.empty();
    private double scale = 1;
    private Optional<CropDrag> drag = Optional.empty();
    private double grabbedX;
    private double grabbedY;

    CropPane(FramingChoices choices) {
        this.choices = choices;
        getStyleClass().add("crop");
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Crop; arrow keys move it");
        setFocusTraversable(true);
        frame.getStyleClass().add("crop-frame");
        grasp(frame, Handle.INSIDE, Cursor.MOVE);
        getChildren().addAll(new Rectangle(), frame);
        for (Handle each : Handle.values()) {
            if (each != Handle.INSIDE) {
                Region dot = new Region();
                dot.setId("crop-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                dot.getStyleClass().add("crop-handle");
                dot.resize(HANDLE, HANDLE);
                grasp(dot, each, cursor(each));
                handles.put(each, dot);
                getChildren().add(dot);
            }
        }
        Tooltip.install(frame, new Tooltip("Drag to move the crop, the handles to change it"));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        choices.crop.subscribe(_ -> draw());
    }

    private static Cursor cursor(Handle handle) {
        return switch (handle) {
            case TOP_LEFT -> Cursor.NW_RESIZE;
            case TOP -> Cursor.N_RESIZE;
            case TOP_RIGHT -> Cursor.NE_RESIZE;
            case RIGHT -> Cursor.E_RESIZE;
            case BOTTOM_RIGHT -> Cursor.SE_RESIZE;
            case BOTTOM -> Cursor.S_RESIZE;
            case BOTTOM_LEFT -> Cursor.SW_RESIZE;
            case LEFT -> Cursor.W_RESIZE;
            case INSIDE -> Cursor.MOVE;
        };
    }

    private void grasp(Region what, Handle handle, Cursor cursor) {
        what.setCursor(cursor);
        what.setOnMousePressed(event -> {
            requestFocus();
            grabbedX = event.getSceneX();
            grabbedY = event.getSceneY();
            drag = size.map(frameSize -> new CropDrag(frameSize, crop(frameSize), handle,
                    choices.aspect.get().ratio()));
            event.consume();
        });
        what.setOnMouseDragged(this::dragged);
        what.setOnMouseReleased(_ -> drag = Optional.empty());
    }

    private void dragged(MouseEvent event) {
        drag.ifPresent(begun -> set(begun.by((event.getSceneX() - grabbedX) / scale,
                (event.getSceneY() - grabbedY) / scale)));
        event.consume();
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? 10 : 1;
        double dx = switch (event.getCode()) {
            case LEFT -> -step;
            case RIGHT -> step;
            default -> 0;
        };
        double dy = switch (event.getCode()) {
            case UP -> -step;
            case DOWN -> step;
            default -> 0;
        };
        if (dx != 0 || dy != 0) {
            size.ifPresent(frameSize -> set(
                    new CropDrag(frameSize, crop(frameSize), Handle.INSIDE, choices.aspect.get().ratio()).by(dx, dy)));
            event.consume();
        }
    }

    private void set(Crop next) {
        choices.crop.set(size.filter(all -> CropDrag.whole(all).equals(next)).isPresent()
                ? Optional.empty()
                : Optional.of(next));
    }

    private Crop crop(PictureSize frameSize) {
        return choices.crop.get().filter(part -> CropDrag.inside(part, frameSize))
                .orElseGet(() -> CropDrag.whole(frameSize));
    }

    /** Size of the frames, pixels. */
    void setFrameSize(PictureSize next) {
        size = Optional.of(next);
        draw();
    }

    /**
     * @param shown
     *            pixels of the view that a pixel of the frame takes
     */
    void place(double x, double y, double shown, double width, double height) {
        scale = shown;
        resizeRelocate(x, y, width, height);
        draw();
    }

    private void draw() {
        if (size.isEmpty()) {
            return;
        }
        Crop part = crop(size.get());
        double x = part.x() * scale;
        double y = part.y() * scale;
        double width = part.width() * scale;
        double height = part.height() * scale;
        Shape outside = Shape.subtract(new Rectangle(getWidth(), getHeight()), new Rectangle(x, y, width, height));
        outside.getStyleClass().add("crop-shade");
        outside.setMouseTransparent(true);
        getChildren().set(0, outside);
        frame.resizeRelocate(x, y, width, height);
        handles.forEach((handle, dot) -> dot.relocate(x + (handle.x() + 1) * width / 2 - HANDLE / 2,
                y + (handle.y() + 1) * height / 2 - HANDLE / 2));
        pseudoClassStateChanged(WHOLE, choices.crop.get().isEmpty());
    }

    @Override
    protected void layoutChildren() {
        // They are placed when the crop or the picture changes.
    }
}
