package org.labreel.ui.view;

import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.labreel.model.Point;

/** The mouse over a frame: pointing, zooming about the pointer, panning. */
final class FrameGestures {
    private static final double STEP = 1.2;

    private final FrameView view;
    private double lastX;
    private double lastY;

    FrameGestures(FrameView view) {
        this.view = view;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> view.pointerAt(Optional.of(point(event))));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.pointerAt(Optional.empty()));
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
        view.setGeometry(view.geometry().panned(event.getX() - lastX, event.getY() - lastY));
        pressed(event);
        view.pointerAt(Optional.of(point(event)));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            FrameGeometry now = view.geometry();
            view.setGeometry(FrameGeometry.fit(now.contentWidth(), now.contentHeight(), now.viewWidth(),
                    now.viewHeight()));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() && event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
            view.setGeometry(view.geometry().zoomedAbout(new Point(event.getX(), event.getY()), factor));
            event.consume();
        }
    }
}
