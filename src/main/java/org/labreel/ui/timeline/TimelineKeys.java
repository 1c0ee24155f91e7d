package org.labreel.ui.timeline;

import javafx.scene.input.KeyCode;

/** What keys mean while the timeline has the focus. None of them reaches the device. */
public final class TimelineKeys {
    private final TimelineModel model;
    private final TimelineGestures gestures;
    private final WindowKeys windows;

    public TimelineKeys(TimelineModel model, TimelineGestures gestures) {
        this.model = model;
        this.gestures = gestures;
        this.windows = new WindowKeys(model);
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
            default -> !shortcut && windows.press(key);
        };
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
