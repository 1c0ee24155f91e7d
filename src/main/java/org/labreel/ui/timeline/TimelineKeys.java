package org.labreel.ui.timeline;

import javafx.scene.input.KeyCode;

/** What keys mean while the timeline has the focus. None of them reaches the device. */
public final class TimelineKeys {
    private static final double STEP_FACTOR = 1.6;

    private final TimelineModel model;
    private final TimelineGestures gestures;

    public TimelineKeys(TimelineModel model, TimelineGestures gestures) {
        this.model = model;
        this.gestures = gestures;
    }

    /** True when the key meant something. */
    public boolean press(KeyCode key, boolean shift, boolean shortcut) {
        return switch (key) {
            case LEFT -> move(-1, shift, shortcut);
            case RIGHT -> move(1, shift, shortcut);
            case PAGE_UP -> pan(-0.9);
            case PAGE_DOWN -> pan(0.9);
            case HOME -> seek(model.content().focus().startNanos());
            case END -> seek(model.content().focus().endNanos());
            case ESCAPE -> escape();
            default -> !shortcut && window(key);
        };
    }

    /** The keys that choose the window: a page may offer them whatever has the focus. */
    public boolean window(KeyCode key) {
        switch (key) {
            case DIGIT0, NUMPAD0 -> model.fit();
            case PLUS, EQUALS, ADD -> model.zoom(1 / STEP_FACTOR);
            case MINUS, SUBTRACT -> model.zoom(STEP_FACTOR);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean move(int direction, boolean large, boolean pans) {
        if (pans) {
            return pan(0.25 * direction);
        }
        model.followingProperty().set(false);
        if (large) {
            model.actions().largeStep(direction);
        } else {
            model.actions().step(direction);
        }
        return true;
    }

    private boolean pan(double windows) {
        model.look(model.scale().panned(windows * model.scale().widthPx(), 0, model.content().whole()));
        return true;
    }

    private boolean seek(long nanos) {
        model.followingProperty().set(false);
        model.actions().seek(nanos);
        return true;
    }

    private boolean escape() {
        if (gestures.busy()) {
            gestures.cancel();
            return true;
        }
        if (model.content().liveEdge().isPresent() && !model.isLive()) {
            model.backToLive();
            return true;
        }
        return false;
    }
}
