package org.labreel.ui.browser;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.labreel.ui.browser.CatalogueRows.Heading;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;

/** A line of the list of recordings: title above, when and how large below. */
final class CatalogueCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox lines = new VBox(title, detail);

    CatalogueCell() {
        getStyleClass().add("catalogue-cell");
        title.getStyleClass().add("catalogue-title");
        detail.getStyleClass().add("catalogue-detail");
        // The end of a path tells more than its beginning.
        detail.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(HEADING, false);
            setDisable(false);
            return;
        }
        title.setText(row.title());
        detail.setText(row.detail());
        detail.setVisible(!row.detail().isEmpty());
        detail.setManaged(!row.detail().isEmpty());
        pseudoClassStateChanged(HEADING, row instanceof Heading);
        setMouseTransparent(row instanceof Heading);
        setTooltip(row instanceof LogRow log ? new Tooltip(log.log().toString()) : null);
        setAccessibleText(row.title() + ", " + row.detail());
        setGraphic(lines);
    }
}
