package org.labreel.ui.session;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.session.StreamCheck;

/** How a stream stands, by sign, colour and word. */
final class CheckLine extends HBox {
    private static final PseudoClass MET = PseudoClass.getPseudoClass("met");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final FontIcon sign = new FontIcon();
    private final Label words = new Label();

    CheckLine() {
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("check-line");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
    }

    void show(String what, Optional<StreamCheck> check, boolean required) {
        boolean met = check.filter(each -> each.verdict() == StreamCheck.Verdict.MET).isPresent();
        boolean missing = check.filter(each -> each.verdict() == StreamCheck.Verdict.MISSING).isPresent();
        pseudoClassStateChanged(MET, met);
        pseudoClassStateChanged(MISSING, missing && required);
        pseudoClassStateChanged(WAITING, check.isPresent() && !met && (!missing || !required));
        sign.setIconLiteral(met
                ? "mdi2c-check-circle"
                : missing
                        ? required ? "mdi2a-alert-circle" : "mdi2m-minus-circle-outline"
                        : check.isPresent() ? "mdi2t-timer-sand" : "mdi2c-circle-outline");
        words.setText(what + ": " + check.map(each -> state(each, required) + each.words())
                .orElse("not known before the session is armed."));
    }

    private static String state(StreamCheck check, boolean required) {
        return switch (check.verdict()) {
            case MET -> "there. ";
            case WAITING -> "waited for. ";
            case MISSING -> required ? "MISSING. " : "not there. ";
        };
    }
}
