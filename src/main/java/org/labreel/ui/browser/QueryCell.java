package org.labreel.ui.browser;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of the list of hits. */
final class QueryCell extends ListCell<QueryRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox lines = new VBox(title, detail);

    QueryCell() {
        getStyleClass().add("catalogue-cell");
        title.getStyleClass().add("catalogue-title");
        detail.getStyleClass().add("catalogue-detail");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable QueryRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(HEADING, item instanceof QueryRow.Heading);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        title.setText(item.title());
        detail.setText(item.detail());
        setTooltip(item instanceof QueryRow.Heading ? new Tooltip(item.detail() + "\n" + item.log()) : null);
        setAccessibleText(item.title() + ", " + item.detail());
        setGraphic(lines);
    }
}
