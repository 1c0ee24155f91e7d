package org.labreel.app;

import java.util.EnumSet;
import java.util.Set;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;

/** Decides whether a key belongs to the control that has the focus or to the page. */
final class KeyRoute {
    private static final Set<KeyCode> ACTING = EnumSet.of(KeyCode.SPACE, KeyCode.ENTER);
    private static final Set<KeyCode> MOVING = EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
            KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.ENTER);

    private KeyRoute() {
    }

    /** True when the page is asked first. */
    static boolean toPage(EventTarget target, KeyCode code) {
        if (code == KeyCode.TAB) {
            return false;
        }
        for (Node node = target instanceof Node at ? at : null; node != null; node = node.getParent()) {
            switch (node) {
                case TextInputControl field -> {
                    return field.getParent() instanceof Spinner<?> && code.isLetterKey();
                }
                case Spinner<?> _ -> {
                    // It holds a number, and no letter belongs into one.
                    return code.isLetterKey();
                }
                case ComboBoxBase<?> combo -> {
                    return !combo.isEditable() && !MOVING.contains(code);
                }
                case ButtonBase _,ToggleSwitch _ -> {
                    return !ACTING.contains(code);
                }
                case ListView<?> _,TableView<?> _,TreeView<?> _,Slider _ -> {
                    return !MOVING.contains(code);
                }
                default -> {
                    // Not decided here; whoever holds this node may be a control.
                }
            }
        }
        return true;
    }
}
