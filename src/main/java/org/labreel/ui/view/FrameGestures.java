package org.labreel.ui.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.labreel.model.Point;

/** The mouse over a frame: pointing, zooming about the pointer, panning, and the tool that may be in hand. */
final class FrameGestures {
    private static final double STEP = 1.2;

    private final FrameSight sight;
    private final Consumer<Optional<Point>> pointer;
    private final Tool tool;
    private boolean working;
    private double lastX;
    private double lastY;

    /** What the first button does in place of panning; all points are view pixels. */
    interface Tool {
        boolean inHand();

        void press(Point at);

        void drag(Point to);

        void release();
    }

    /**
     * @param pointer
     *            told where the pointer is, in view pixels
     */
    FrameGestures(FrameSight sight, Consumer<Optional<Point>> pointer, Tool tool) {
        this.sight = sight;
        this.pointer = pointer;
        this.tool = tool;
    }

    void install(Node view) {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointer.accept(Optional.of(point(event))));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointer.accept(Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private static Point point(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }

    private void pressed(MouseEvent event) {
        hold(event);
        working = tool.inHand() && event.getButton() == MouseButton.PRIMARY;
        if (working) {
            tool.press(point(event));
        }
    }

    private void hold(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (working) {
            tool.drag(point(event));
        } else {
            sight.place(sight.geometry().panned(event.getX() - lastX, event.getY() - lastY));
        }
        hold(event);
        pointer.accept(Optional.of(point(event)));
    }

    private void released() {
        if (working) {
            working = false;
            tool.release();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !tool.inHand()) {
            sight.fit();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() && event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
            sight.place(sight.geometry().zoomedAbout(new Point(event.getX(), event.getY()), factor));
            event.consume();
        }
    }
}
