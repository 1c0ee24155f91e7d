package org.labreel.ui.browser;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.labreel.ui.browser.CatalogueRows.Broken;
import org.labreel.ui.browser.CatalogueRows.Heading;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;

/** A line of the list of recordings: first frame, title, when and how large, what is marked and what is missing. */
final class CatalogueCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final double WIDTH = 60;
    private static final double HEIGHT = 45;

    private final ThumbnailLoader thumbnails;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label remark = new Label();
    private final Label marks = new Label();
    private final Label losses = new Label();
    private final HBox remarks = new HBox(marks, losses);
    private final VBox lines = new VBox(title, detail, remark, remarks);
    private final HBox line = new HBox(frame, lines);
    private final Actions actions;
    private final NameField field = new NameField(this::named, this::cancelEdit);

    /** What a line can have done. */
    interface Actions {
        /** What is offered where the pointer is. */
        ContextMenu menu(Row row);

        void rename(Row row, String name);
    }

    CatalogueCell(ThumbnailLoader thumbnails, Actions actions) {
        this.thumbnails = thumbnails;
        this.actions = actions;
        getStyleClass().add("catalogue-cell");
        title.getStyleClass().add("catalogue-title");
        detail.getStyleClass().add("catalogue-detail");
        remark.getStyleClass().add("catalogue-detail");
        marks.getStyleClass().add("catalogue-detail");
        losses.getStyleClass().addAll("catalogue-detail", "catalogue-losses");
        remarks.getStyleClass().add("catalogue-remarks");
        frame.getStyleClass().add("catalogue-frame");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        picture.setPreserveRatio(true);
        line.getStyleClass().add("catalogue-line");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        losses.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, !empty && (row instanceof Heading || row instanceof Broken));
        pseudoClassStateChanged(BROKEN, !empty && row instanceof Broken);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setContextMenu(null);
            return;
        }
        title.setText(row.title());
        if (!isEditing()) {
            lines.getChildren().set(0, title);
        }
        setContextMenu(actions.menu(row));
        show(detail, row instanceof Broken ? "Its session cannot be read; its logs can" : row.detail());
        // The end of a path tells more than its beginning.
        detail.setTextOverrun(row instanceof LogRow found && found.remark().isEmpty()
                ? OverrunStyle.LEADING_ELLIPSIS
                : OverrunStyle.ELLIPSIS);
        Optional<LogRow> log = row instanceof LogRow found ? Optional.of(found) : Optional.empty();
        show(remark, log.map(LogRow::remark).orElse(""));
        show(marks, log.map(LogRow::marks).orElse(""));
        show(losses, log.map(LogRow::losses).orElse(""));
        remarks.setManaged(marks.isManaged() || losses.isManaged());
        frame.setVisible(log.isPresent());
        frame.setManaged(log.isPresent());
        Optional<Image> image = log.flatMap(each -> thumbnails.of(each.log(), each.bytes()));
        picture.setImage(image.orElse(null));
        setTooltip(switch (row) {
            case LogRow each ->
                new Tooltip(Stream.of(each.log().toString(), each.detail(), each.remark(), each.marks(), each.losses())
                        .filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")));
            case Broken each -> wrapped(each.detail());
            case Heading _ -> null;
        });
        setAccessibleText(Stream.of(row.title(), row.detail(), remark.getText(), marks.getText(), losses.getText())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
        setGraphic(line);
    }

    @Override
    public void startEdit() {
        Row row = getItem();
        if (row == null || !CatalogueDesk.canRename(row)) {
            return;
        }
        super.startEdit();
        if (isEditing()) {
            lines.getChildren().set(0, field);
            field.ask(row.title());
        }
    }

    @Override
    public void cancelEdit() {
        boolean focused = field.isFocused();
        super.cancelEdit();
        lines.getChildren().set(0, title);
        if (focused) {
            getListView().requestFocus();
        }
    }

    private void named(String name) {
        Row row = getItem();
        cancelEdit();
        if (row != null && !name.isBlank()) {
            actions.rename(row, name);
        }
    }

    private static Tooltip wrapped(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
