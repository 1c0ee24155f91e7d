package org.labreel.ui.timeline;

import javafx.scene.input.KeyCode;

/** The keys that choose the window of a timeline: a page may offer them whatever has the focus. */
public record WindowKeys(TimelineModel model) {
    private static final double STEP_FACTOR = 1.6;

    /** True when the key meant something. */
    public boolean press(KeyCode key) {
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
}
