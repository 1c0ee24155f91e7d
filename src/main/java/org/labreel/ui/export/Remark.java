package org.labreel.ui.export;

import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.labreel.ui.kit.Icons;

/** Says under a field what is wrong with it; takes no room while nothing is. */
public final class Remark extends Label {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    public Remark() {
        getStyleClass().add("export-problem");
        setGraphic(Icons.of("mdi2a-alert-circle-outline"));
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows the problem of a field, if there is one, and marks the controls that it is about. */
    void show(Map<Field, String> problems, Field field, Node... about) {
        String text = problems.getOrDefault(field, "");
        setText(text);
        setVisible(!text.isEmpty());
        for (Node each : about) {
            each.pseudoClassStateChanged(DANGER, !text.isEmpty());
        }
    }
}
