package org.labreel.app;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.labreel.ui.kit.Page;

/** The keys of the window: its own first, then those of the page, before the control that has the focus gets them. */
final class ShellKeys {
    private final Window window;
    private boolean letterTaken;

    /** What keys do on every page. */
    interface Window {
        Optional<Page> current();

        /** Shows the page at this place of the rail; false when there is none. */
        boolean showPage(int place);

        void toggleTheme();

        void toggleSheet();

        boolean sheetShown();
    }

    ShellKeys(Window window) {
        this.window = window;
    }

    void hear(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /** The letter of a key that was a command is not written into a field. */
    private void typed(KeyEvent event) {
        if (letterTaken) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        route(event);
        letterTaken = event.isConsumed();
    }

    private void route(KeyEvent event) {
        if (window.sheetShown()) {
            if (event.getCode() == KeyCode.ESCAPE || event.getText().equals("?")) {
                window.toggleSheet();
            }
            event.consume();
            return;
        }
        if (event.isShortcutDown() && ownShortcut(event.getCode())) {
            event.consume();
            return;
        }
        if (KeyRoute.toPage(event.getTarget(), event.getCode())) {
            if (event.getText().equals("?")) {
                window.toggleSheet();
                event.consume();
            } else {
                window.current().ifPresent(page -> page.keyPressed(event));
            }
        }
    }

    private boolean ownShortcut(KeyCode code) {
        if (code == KeyCode.T) {
            window.toggleTheme();
            return true;
        }
        return code.isDigitKey() && window.showPage(code.getCode() - KeyCode.DIGIT1.getCode());
    }
}
