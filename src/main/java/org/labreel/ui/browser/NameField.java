package org.labreel.ui.browser;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where a name is written in its place in a list: Enter or a look elsewhere takes it, Esc leaves it as it was. */
final class NameField extends TextField {
    private final Consumer<String> taken;
    private final Runnable left;
    private boolean asking;

    NameField(Consumer<String> taken, Runnable left) {
        this.taken = taken;
        this.left = left;
        getStyleClass().add("name-field");
        setAccessibleText("Name");
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                answer(true);
            }
        });
    }

    /** Lets the operator write, with this name to begin with. */
    void ask(String name) {
        asking = true;
        setText(name);
        requestFocus();
        // What a file is called before its ending is what is changed.
        int end = name.endsWith(".bin") ? name.length() - ".bin".length() : name.length();
        selectRange(0, end);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            answer(event.getCode() == KeyCode.ENTER);
            event.consume();
        }
    }

    private void answer(boolean take) {
        if (!asking) {
            return;
        }
        asking = false;
        if (take) {
            taken.accept(getText());
        } else {
            left.run();
        }
    }
}
