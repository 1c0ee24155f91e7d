package org.labreel.ui.browser;

import java.util.List;
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

    private final Label name = new Label();
    private final Label age = new Label();
    private final FlowPane values = new FlowPane();
    private final Label unit = new Label();
    private final Tooltip untimed = new Tooltip(
            "These messages carry no time of their own. Their place in the log says that they came before this frame.");

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
        age.setTooltip("untimed".equals(fact.age()) ? untimed : null);
        List<String> texts = fact.values().isEmpty() ? List.of("not known yet") : fact.values();
        values.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("unknown"), fact.values().isEmpty());
        labels(texts.size(), !fact.unit().isEmpty());
        for (int i = 0; i < texts.size(); i++) {
            Label value = (Label) values.getChildren().get(i);
            value.setText(texts.get(i));
            value.setTooltip(texts.get(i).length() > LONG ? new Tooltip(texts.get(i)) : null);
        }
        unit.setText(fact.unit());
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
