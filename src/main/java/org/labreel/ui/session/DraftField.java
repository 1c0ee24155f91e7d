package org.labreel.ui.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** A field of the plan: every letter is checked, and what stands there counts when the operator leaves it. */
final class DraftField {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextInputControl field;
    /** Begins as true: the field tells its first text at once, and nobody wrote that. */
    private boolean showing = true;

    DraftField(TextInputControl field, Consumer<String> write, Runnable commit) {
        this.field = field;
        field.textProperty().subscribe(text -> {
            if (!showing && text != null) {
                write.accept(text);
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit.run();
            }
        });
        if (field instanceof TextField line) {
            line.setOnAction(_ -> commit.run());
        }
        showing = false;
    }

    /** The caret stays where it is when nothing changed. */
    void show(String text, boolean wrong) {
        showing = true;
        if (!text.equals(field.getText())) {
            field.setText(text);
        }
        field.pseudoClassStateChanged(DANGER, wrong);
        showing = false;
    }

    /** Says something beside a field: a mistake if there is one, else a remark, else nothing. */
    static void say(Label label, Optional<String> problem, Optional<String> remark) {
        Optional<String> words = problem.or(() -> remark);
        label.setText(words.orElse(""));
        label.setVisible(words.isPresent());
        label.setManaged(words.isPresent());
        label.pseudoClassStateChanged(DANGER, problem.isPresent());
    }
}
