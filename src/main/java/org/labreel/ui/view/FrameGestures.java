package org.labreel.ui.view;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.labreel.model.Point;

/** The mouse over a frame: pointing, zooming about the pointer, panning. */
final class FrameGestures {
    private static final double STEP = 1.2;

    private final Supplier<FrameGeometry> now;
    private final Consumer<FrameGeometry> place;
    private final Consumer<Optional<Point>> pointer;
    private double lastX;
    private double lastY;

    /**
     * @param now
     *            where the content lies
     * @param place
     *            moves it
     * @param pointer
     *            told where the pointer is, in view pixels
     */
    FrameGestures(Supplier<FrameGeometry> now, Consumer<FrameGeometry> place, Consumer<Optional<Point>> pointer) {
        this.now = now;
        this.place = place;
        this.pointer = pointer;
    }

    void install(Node view) {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointer.accept(Optional.of(point(event))));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointer.accept(Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private static Point point(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }

    private void pressed(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        place.accept(now.get().panned(event.getX() - lastX, event.getY() - lastY));
        pressed(event);
        pointer.accept(Optional.of(point(event)));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            FrameGeometry here = now.get();
            place.accept(here.fitted());
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() && event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
            place.accept(now.get().zoomedAbout(new Point(event.getX(), event.getY()), factor));
            event.consume();
        }
    }
}
