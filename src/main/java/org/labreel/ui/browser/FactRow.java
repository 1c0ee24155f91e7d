package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** The values of one fact in a row that breaks where it must. Its labels are kept from frame to frame. */
final class FactRow extends FlowPane {
    /** Letters that may not find room in a narrow panel. */
    private static final int LONG = 24;
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final Label lead = new Label();

    /**
     * @param letter
     *            of the side of a comparison that the values belong to; may be empty
     */
    FactRow(String letter) {
        lead.setText(letter);
        lead.getStyleClass().add("fact-side");
        getStyleClass().add("fact-values");
        setAlignment(Pos.BASELINE_LEFT);
        // By itself it would be as wide as its widest value, and push the ages out of sight.
        setMinWidth(0);
        setPrefWrapLength(0);
    }

    /**
     * @param against
     *            what the values are compared with, of which each that differs is marked; empty when they are not
     */
    void show(StateFacts.Fact fact, Optional<StateFacts.Fact> against) {
        List<FactValue> shown = fact.values().isEmpty()
                ? List.of(FactValue.UNKNOWN)
                : fact.values();
        pseudoClassStateChanged(UNKNOWN, fact.values().isEmpty());
        List<Node> nodes = getChildren();
        nodes.remove(lead);
        labels(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Label label = (Label) nodes.get(i);
            FactValue value = shown.get(i);
            int at = i;
            show(label, value);
            label.pseudoClassStateChanged(DIFFERS, against.filter(other -> !other.reads(value, at)).isPresent());
        }
        if (!lead.getText().isEmpty()) {
            nodes.addFirst(lead);
        }
    }

    private static void show(Label label, FactValue value) {
        label.setText(value.text());
        label.pseudoClassStateChanged(FRESH,
                value.mark() == FactValue.Mark.ON || value.mark() == FactValue.Mark.MOVED);
        label.pseudoClassStateChanged(GONE, value.mark() == FactValue.Mark.OFF);
        String tip = value.tip().isEmpty() && value.text().length() > LONG ? value.text() : value.tip();
        label.setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
    }

    private void labels(int count) {
        List<Node> nodes = getChildren();
        while (nodes.size() > count) {
            nodes.removeLast();
        }
        while (nodes.size() < count) {
            Label value = new Label();
            value.getStyleClass().add("fact-value");
            value.maxWidthProperty().bind(widthProperty());
            nodes.add(value);
        }
    }
}
