package org.labreel.ui.browser;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.labreel.ui.kit.Shortcut;

/** The keys of the browser, as players and cutting programs have them. None of them reaches the device. */
final class BrowserKeys {
    static final List<Shortcut> SHEET = List.of(new Shortcut("Space", "Play or pause"),
            new Shortcut("J K L", "Backward, stop, forward; again: faster"),
            new Shortcut(", . Left Right", "One frame back or forward"),
            new Shortcut("Shift+Left Shift+Right", "A larger step back or forward"),
            new Shortcut("N Shift+N", "Next or previous electrode change"),
            new Shortcut("Home End", "First or last frame"), new Shortcut("G", "Go to a frame or time"),
            new Shortcut("I O", "Range begins, range ends here"),
            new Shortcut("Shift+K", "Keep the range under a name"),
            new Shortcut("M Shift+M", "Mark this frame; write the text of its marker"),
            new Shortcut("Ctrl+Z Ctrl+Shift+Z", "Undo, redo changes of markers and ranges"),
            new Shortcut("F2 Delete Ctrl+Z", "In the list of recordings: rename, move to the trash, take back"),
            new Shortcut("E", "Export the range"),
            new Shortcut("Ctrl+F", "Find where something holds"),
            new Shortcut("F3 Shift+F3", "Next or previous hit"), new Shortcut("Ctrl+O", "Open a log file"));

    /** What keys do beyond moving in the log. */
    interface Actions {
        void largeStep(int direction);

        void askWhere();

        void export();

        void chooseFile();

        /** What keys do to markers and ranges. */
        MarkActions marks();

        /** What keys do to searches. */
        QueryActions queries();
    }

    /** Keys that search. */
    interface QueryActions {
        void find();

        /** To the next hit (1) or the one before (-1). */
        void nextHit(int towards);
    }

    /** Keys that make and change marks. */
    interface MarkActions {
        void mark();

        void write();

        void keepRange();

        void undo();

        void redo();
    }

    private final Transport transport;
    private final Actions actions;

    BrowserKeys(Transport transport, Actions actions) {
        this.transport = transport;
        this.actions = actions;
    }

    /** Consumes the event when the key means something here. */
    void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            if (command(event.getCode(), event.isShiftDown())) {
                event.consume();
            }
        } else if (!event.isAltDown() && act(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    private boolean command(KeyCode key, boolean shift) {
        switch (key) {
            case O -> actions.chooseFile();
            case Z -> {
                if (shift) {
                    actions.marks().redo();
                } else {
                    actions.marks().undo();
                }
            }
            case Y -> actions.marks().redo();
            case F -> actions.queries().find();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean act(KeyCode key, boolean shift) {
        int sign = key == KeyCode.LEFT || key == KeyCode.COMMA || key == KeyCode.J ? -1 : 1;
        switch (key) {
            case SPACE -> transport.toggle();
            case J, L -> transport.ramp(sign);
            case K -> {
                if (shift) {
                    actions.marks().keepRange();
                } else {
                    transport.stop();
                }
            }
            case M -> {
                if (shift) {
                    actions.marks().write();
                } else {
                    actions.marks().mark();
                }
            }
            case COMMA, PERIOD -> transport.step(sign);
            case LEFT, RIGHT -> arrow(sign, shift);
            case HOME -> transport.home();
            case END -> transport.end();
            case N -> transport.change(shift ? -1 : 1);
            case I -> transport.markIn();
            case O -> transport.markOut();
            case F3 -> actions.queries().nextHit(shift ? -1 : 1);
            case G -> actions.askWhere();
            case E -> actions.export();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrow(int sign, boolean large) {
        if (large) {
            actions.largeStep(sign);
        } else {
            transport.step(sign);
        }
    }
}
