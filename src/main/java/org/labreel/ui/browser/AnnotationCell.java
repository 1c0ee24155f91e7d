package org.labreel.ui.browser;

import java.time.Duration;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import org.labreel.log.LogIndex;
import org.labreel.ui.kit.CssColour;
import org.labreel.ui.kit.MarkerColour;

/** A line of the list of marks: colour, text, place. The text is written right there. */
final class AnnotationCell extends ListCell<Annotation> {
    private final Actions actions;
    private final StackPane swatch = new StackPane();
    private final Label text = new Label();
    private final Label time = new Label();
    private final TextField field = new TextField();
    private final HBox line = new HBox(8, swatch, text, time);

    /** What a line can have done. */
    interface Actions {
        LogIndex index();

        void goTo(int frame);

        void rename(Annotation what, String text);

        void recolour(Annotation what, String css);

        void delete(Annotation what);

        /** Makes it the marked range. */
        void select(LogRange range);

        void export(LogRange range);
    }

    AnnotationCell(Actions actions) {
        this.actions = actions;
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setHgrow(field, Priority.ALWAYS);
        time.getStyleClass().add("range-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        swatch.setMinWidth(14);
        line.getStyleClass().add("marker-line");
        field.getStyleClass().add("marker-field");
        field.setPromptText("Text");
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && isEditing()) {
                done();
            }
        });
        getStyleClass().add("marker-entry");
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    @Override
    protected void updateItem(@Nullable Annotation item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setContextMenu(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        swatch.getChildren().setAll(shape(item));
        text.setText(item.words());
        time.setText(words(item));
        setTooltip(new Tooltip(tip(item)));
        setAccessibleText(item.words() + ", " + time.getText());
        setContextMenu(menu(item));
        setGraphic(line);
        if (!isEditing()) {
            line.getChildren().set(1, text);
        }
    }

    private static Shape shape(Annotation item) {
        Color colour = CssColour.of(item.colour());
        return switch (item) {
            case LogMarker _ -> new Circle(5, colour);
            case LogRange _ -> {
                Rectangle bar = new Rectangle(14, 8, colour);
                bar.setArcWidth(4);
                bar.setArcHeight(4);
                yield bar;
            }
        };
    }

    private String words(Annotation item) {
        LogIndex index = actions.index();
        if (item.frame() >= index.frames()) {
            return "";
        }
        String start = TimeText.elapsed(Duration.between(index.timeZero(), index.frameTime(item.frame())));
        return item instanceof LogRange range && range.frames() > 1
                ? start + " · " + TimeText.span(range.duration())
                : start;
    }

    private static String tip(Annotation item) {
        return item.words() + "\n" + switch (item) {
            case LogMarker marker -> "Frame " + marker.frame();
            case LogRange range -> "Frames " + range.first() + " to " + range.last() + ", both included";
        } + "\nDouble click or F2 to write its text, Delete to take it away";
    }

    private ContextMenu menu(Annotation item) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(entry("Go to", () -> actions.goTo(item.frame())));
        if (item instanceof LogRange range) {
            menu.getItems().addAll(entry("Go to its end", () -> actions.goTo(range.last())),
                    entry("Set In and Out to it", () -> actions.select(range)),
                    entry("Export…", () -> actions.export(range)));
        }
        Menu colours = new Menu("Colour");
        for (MarkerColour colour : MarkerColour.values()) {
            MenuItem choice = entry(colour.title(), () -> actions.recolour(item, colour.css()));
            choice.setGraphic(new Circle(5, Color.web(colour.css())));
            colours.getItems().add(choice);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), entry("Write text", this::startEdit), colours,
                entry("Delete", () -> actions.delete(item)));
        return menu;
    }

    private static MenuItem entry(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void clicked(MouseEvent event) {
        Annotation item = getItem();
        if (item != null && !isEditing() && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1
                && !event.isShiftDown() && !event.isShortcutDown()) {
            actions.goTo(item.frame());
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        Annotation item = getItem();
        if (isEditing() && item != null) {
            field.setText(item.text());
            line.getChildren().set(1, field);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        line.getChildren().set(1, text);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            done();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            getListView().requestFocus();
            event.consume();
        }
    }

    private void done() {
        Annotation item = getItem();
        String written = field.getText();
        boolean focused = field.isFocused();
        cancelEdit();
        if (focused) {
            getListView().requestFocus();
        }
        if (item != null) {
            actions.rename(item, written);
        }
    }
}
