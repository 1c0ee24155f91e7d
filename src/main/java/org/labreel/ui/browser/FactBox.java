package org.labreel.ui.browser;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing known of the device: name and age above, values below. Its labels are kept from frame to frame. */
final class FactBox extends VBox {
    /** Letters that may not find room in a narrow panel. */
    private static final int LONG = 24;

    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass GUESS = PseudoClass.getPseudoClass("guess");

    private final Label name = new Label();
    private final Label age = new Label();
    private final FlowPane values = new FlowPane();
    private final Label unit = new Label();
    private final Tooltip clock = new Tooltip();

    FactBox() {
        getStyleClass().add("fact");
        name.getStyleClass().add("fact-name");
        age.getStyleClass().add("fact-age");
        unit.getStyleClass().add("fact-unit");
        values.getStyleClass().add("fact-values");
        values.setAlignment(Pos.BASELINE_LEFT);
        // By itself it would be as wide as its widest value, and push the ages out of sight.
        values.setMinWidth(0);
        values.setPrefWrapLength(0);
        setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        age.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, space, age);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, values);
    }

    void show(StateFacts.Fact fact) {
        name.setText(fact.name());
        age.setText(fact.age());
        clock.setText(words(fact.clock()));
        age.setTooltip(fact.age().isEmpty() || clock.getText().isEmpty() ? null : clock);
        age.pseudoClassStateChanged(GUESS, fact.clock() == StateAtFrame.Clock.GUESS);
        List<FactValue> shown = fact.values().isEmpty()
                ? List.of(FactValue.same("not known yet"))
                : fact.values();
        values.pseudoClassStateChanged(UNKNOWN, fact.values().isEmpty());
        labels(shown.size(), !fact.unit().isEmpty());
        for (int i = 0; i < shown.size(); i++) {
            show((Label) values.getChildren().get(i), shown.get(i));
        }
        unit.setText(fact.unit());
    }

    private static void show(Label label, FactValue value) {
        label.setText(value.text());
        label.pseudoClassStateChanged(FRESH,
                value.mark() == FactValue.Mark.ON || value.mark() == FactValue.Mark.MOVED);
        label.pseudoClassStateChanged(GONE, value.mark() == FactValue.Mark.OFF);
        String tip = value.tip().isEmpty() && value.text().length() > LONG ? value.text() : value.tip();
        label.setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
    }

    private static String words(StateAtFrame.Clock clock) {
        return switch (clock) {
            case STAMP -> "";
            case ARRIVAL -> "This message carries no time of its own. It is reckoned from when it arrived here.";
            case GUESS -> "This message carries no time of its own, so its age is a guess: its place in the log tells "
                    + "only between which others it came.";
        };
    }

    private void labels(int count, boolean withUnit) {
        List<Node> nodes = values.getChildren();
        nodes.remove(unit);
        while (nodes.size() > count) {
            nodes.removeLast();
        }
        while (nodes.size() < count) {
            Label value = new Label();
            value.getStyleClass().add("fact-value");
            value.maxWidthProperty().bind(values.widthProperty());
            nodes.add(value);
        }
        if (withUnit) {
            nodes.add(unit);
        }
    }
}
