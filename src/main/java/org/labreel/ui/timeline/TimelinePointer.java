package org.labreel.ui.timeline;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Hands the events of mouse, wheel and keyboard over to gestures and keys; shows cursor, menu and words. */
final class TimelinePointer {
    private final Control control;
    private final LanesView lanes;
    private final TimelineModel model;
    private final TimelineGestures gestures;
    private final TimelineKeys keys;
    private final Words words;
    private ContextMenu menu = new ContextMenu();
    private final EventHandler<KeyEvent> pressed = this::key;
    private final EventHandler<ContextMenuEvent> asked = this::menu;

    /** Says something at a place of the lanes. */
    interface Words {
        void say(Optional<String> text, double x, double y);
    }

    TimelinePointer(Control control, LanesView lanes, TimelineModel model, TimelineGestures gestures, Words words) {
        this.control = control;
        this.lanes = lanes;
        this.model = model;
        this.gestures = gestures;
        this.keys = new TimelineKeys(model, gestures);
        this.words = words;
        on(MouseEvent.MOUSE_PRESSED, this::press);
        on(MouseEvent.MOUSE_DRAGGED, this::drag);
        on(MouseEvent.MOUSE_RELEASED, this::release);
        on(MouseEvent.MOUSE_MOVED, this::move);
        on(MouseEvent.MOUSE_EXITED, _ -> leave());
        on(ScrollEvent.SCROLL, this::scroll);
        control.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked);
        control.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
    }

    private <T extends Event> void on(EventType<T> type, EventHandler<T> handler) {
        lanes.addEventHandler(type, handler);
    }

    void dispose() {
        control.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked);
        control.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
        menu.hide();
    }

    private void press(MouseEvent event) {
        control.requestFocus();
        menu.hide();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (gestures.hit(event.getX(), event.getY()) instanceof Hit.Head(Lane lane)) {
                head(lane, event);
            } else {
                gestures.press(event.getX(), event.getY(), new TimelineGestures.Keys(event.isShiftDown(),
                        event.isShortcutDown(), event.isAltDown()));
            }
        } else {
            gestures.grasp(event.getX());
        }
        event.consume();
    }

    private void head(Lane lane, MouseEvent event) {
        switch (lane.kind()) {
            case RULER -> model.wallTimeProperty().set(!model.wallTimeProperty().get());
            case SIGNAL -> open(new Hit.Head(lane), 0, event.getScreenX(), event.getScreenY());
            case SEGMENTS, MARKS, RANGES, CHANGES -> {
                // Names only.
            }
        }
    }

    private void drag(MouseEvent event) {
        gestures.drag(event.getX(), event.isAltDown());
        tell(event);
        event.consume();
    }

    private void release(MouseEvent event) {
        boolean still = gestures.release();
        tell(event);
        if (still && event.getButton() == MouseButton.SECONDARY) {
            open(gestures.hit(event.getX(), event.getY()), model.scale().nanos(event.getX()), event.getScreenX(),
                    event.getScreenY());
        }
        event.consume();
    }

    private void move(MouseEvent event) {
        tell(event);
    }

    private void leave() {
        lanes.point(OptionalLong.empty());
        words.say(Optional.empty(), 0, 0);
    }

    private void tell(MouseEvent event) {
        Hit hit = gestures.hit(event.getX(), event.getY());
        if (hit instanceof Hit.Head(Lane lane)) {
            lanes.point(OptionalLong.empty());
            lanes.setCursor(lane.kind() == Lane.Kind.SIGNAL || lane.kind() == Lane.Kind.RULER
                    ? Cursor.HAND
                    : Cursor.DEFAULT);
            words.say(Optional.of(headWords(lane)).filter(text -> !text.isEmpty()), event.getX(), event.getY());
            return;
        }
        long nanos = model.scale().nanos(event.getX());
        lanes.point(OptionalLong.of(nanos));
        lanes.setCursor(cursor(hit));
        words.say(Optional.of(model.text().hover(hit, nanos, model.seen(), model.scale())), event.getX(),
                event.getY());
    }

    private static String headWords(Lane lane) {
        return switch (lane.kind()) {
            case RULER -> "Click: time since the start or time of day";
            case SIGNAL -> "Click to choose the signals that are shown";
            case SEGMENTS, MARKS, RANGES, CHANGES -> "";
        };
    }

    private Cursor cursor(Hit hit) {
        return switch (hit) {
            case Hit.SelectionEdge _ -> Cursor.H_RESIZE;
            case Hit.RangeEdge _ -> model.actions().editable() ? Cursor.H_RESIZE : Cursor.DEFAULT;
            case Hit.Marker _,Hit.Change _ -> Cursor.HAND;
            case Hit.Segment(var segment) -> segment.shown() ? Cursor.DEFAULT : Cursor.HAND;
            case Hit.Ruler _ -> Cursor.OPEN_HAND;
            case Hit.Head _,Hit.Range _,Hit.Hole _,Hit.Signal _,Hit.Nothing _ -> Cursor.DEFAULT;
        };
    }

    private void scroll(ScrollEvent event) {
        // Inertia would go on zooming after the hand has stopped.
        if (!event.isInertia()) {
            gestures.wheel(event.getX(), -event.getDeltaX(), -event.getDeltaY(), event.isShiftDown());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (!event.isAltDown() && keys.press(event.getCode(), event.isShiftDown(), event.isShortcutDown())) {
            event.consume();
        }
    }

    /** By its key only: some systems ask at the press of the button, which may yet become a drag. */
    private void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            long head = model.playheadProperty().get().orElse(model.scale().startNanos());
            Point2D at = lanes.localToScreen(lanes.place(head).getMinX(), lanes.getHeight() / 2);
            open(new Hit.Nothing(), head, at.getX(), at.getY());
        }
        event.consume();
    }

    private void open(Hit hit, long nanos, double screenX, double screenY) {
        menu.hide();
        menu = new TimelineMenu(model).at(hit, nanos);
        menu.show(lanes, screenX, screenY);
    }
}
