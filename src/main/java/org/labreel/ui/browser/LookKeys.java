package org.labreel.ui.browser;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.labreel.ui.kit.Shortcut;
import org.labreel.ui.view.FrameSight;
import org.labreel.ui.view.FrameView;

/** The keys for looking closely at a frame: zoom, crosshair, measuring, comparing, still images. */
final class LookKeys {
    static final List<Shortcut> SHEET = List.of(
            new Shortcut("Ctrl++ Ctrl+− Ctrl+0", "Frame larger, smaller, all of it"),
            new Shortcut("Z Shift+Z", "Frame at 100 %; at 800 %; again: all of it"),
            new Shortcut("X", "Crosshair through the pointer"), new Shortcut("D", "Measure a distance"),
            new Shortcut("V", "Compare two frames side by side"),
            new Shortcut("Shift+V", "While comparing: lock, or release the lock"),
            new Shortcut("Alt+Left Alt+Right", "While comparing: B alone back or forward"),
            new Shortcut("Page Up Page Down", "Previous or next segment of this camera"),
            new Shortcut("C Ctrl+C", "Save this frame as a still image; copy it"),
            new Shortcut("Esc", "Leave measuring, then comparing or the other cameras"));

    private static final double MOST = 8;
    private static final double SAME = 1e-3;

    private final FrameStage stage;
    private final StillJob stills;

    LookKeys(FrameStage stage, StillJob stills) {
        this.stage = stage;
        this.stills = stills;
    }

    /** Consumes the event when the key means something here. */
    void pressed(KeyEvent event) {
        boolean taken = event.isAltDown()
                ? !event.isShortcutDown() && alone(event.getCode())
                : event.isShortcutDown() ? command(event.getCode()) : act(event.getCode(), event.isShiftDown());
        if (taken) {
            event.consume();
        }
    }

    private boolean alone(KeyCode key) {
        boolean arrow = key == KeyCode.LEFT || key == KeyCode.RIGHT;
        if (arrow && stage.compare().isActive() && !stage.step().activeProperty().get()) {
            stage.compare().step(key == KeyCode.LEFT ? -1 : 1);
            return true;
        }
        return false;
    }

    private boolean command(KeyCode key) {
        FrameSight sight = stage.frame().sight();
        switch (key) {
            case PLUS, EQUALS, ADD -> sight.zoomIn();
            case MINUS, SUBTRACT -> sight.zoomOut();
            case DIGIT0, NUMPAD0 -> sight.fit();
            case C -> stills.copy();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean act(KeyCode key, boolean shift) {
        FrameView frame = stage.frame();
        switch (key) {
            case Z -> zoom(frame.sight(), shift ? MOST : 1);
            case X -> flip(frame.crosshairVisibleProperty());
            case D -> flip(frame.measure().inHandProperty());
            case V -> {
                if (shift && stage.compare().isActive() && !stage.step().activeProperty().get()) {
                    stage.toggleLock();
                } else {
                    stage.toggleCompare();
                }
            }
            case C -> stills.save();
            case PAGE_UP, PAGE_DOWN -> stage.step().segment(key == KeyCode.PAGE_UP ? -1 : 1);
            case ESCAPE -> {
                return stage.escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void zoom(FrameSight sight, double scale) {
        if (Math.abs(sight.geometry().scale() - scale) < SAME) {
            sight.fit();
        } else {
            sight.zoomTo(scale);
        }
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
