package org.labreel.ui.browser;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing known of the device: name and age above, values below; those of a second frame that is compared too. */
final class FactBox extends VBox {
    private static final PseudoClass GUESS = PseudoClass.getPseudoClass("guess");

    private final Label name = new Label();
    /** Of all its values: behind the last of them it would stand on a line by itself where they fill theirs. */
    private final Label unit = new Label();
    private final Label age = new Label();
    private final FactRow values = new FactRow("");
    private final FactRow second = new FactRow("B");
    private final Tooltip clock = new Tooltip();

    FactBox() {
        getStyleClass().add("fact");
        name.getStyleClass().add("fact-name");
        unit.getStyleClass().add("fact-unit");
        age.getStyleClass().add("fact-age");
        setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        age.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, unit, space, age);
        head.getStyleClass().add("fact-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        second.managedProperty().bind(second.visibleProperty());
        getChildren().addAll(head, values, second);
    }

    /**
     * @param other
     *            the same of a second frame, when two are compared
     */
    void show(StateFacts.Fact fact, Optional<StateFacts.Fact> other) {
        name.setText(fact.name());
        unit.setText(fact.unit());
        age.setText(fact.age());
        clock.setText(words(fact.clock()));
        age.setTooltip(fact.age().isEmpty() || clock.getText().isEmpty() ? null : clock);
        age.pseudoClassStateChanged(GUESS, fact.clock() == StateAtFrame.Clock.GUESS);
        values.show(fact, Optional.empty());
        second.setVisible(other.isPresent());
        other.ifPresent(found -> second.show(found, Optional.of(fact)));
    }

    private static String words(StateAtFrame.Clock clock) {
        return switch (clock) {
            case STAMP -> "";
            case ARRIVAL -> "This message carries no time of its own. It is reckoned from when it arrived here.";
            case GUESS -> "This message carries no time of its own, so its age is a guess: its place in the log tells "
                    + "only between which others it came.";
        };
    }
}
