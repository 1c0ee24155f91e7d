package org.labreel.app;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Shortcut;

/** All keys of a page, laid over the window. */
final class ShortcutSheet extends StackPane {
    private static final List<Shortcut> EVERYWHERE = List.of(new Shortcut("Ctrl+1 … 9", "Go to a page"),
            new Shortcut("Ctrl+T", "Dark or light"), new Shortcut("?", "This sheet"));

    /** More lines stand in two columns: a sheet that has to be scrolled is not read. */
    private static final int COLUMN = 15;
    private static final double NARROW = 560;
    private static final double WIDE = 980;
    private static final double MARGIN = 24;
    private static final double BETWEEN = 36;
    private static final double SCROLL_BAR = 16;

    private final Label title = new Label();
    private final GridPane first = column();
    private final GridPane second = column();
    private final ScrollPane scroll = new ScrollPane(new HBox(BETWEEN, first, second));
    private final VBox sheet = new VBox();

    ShortcutSheet(Runnable close) {
        title.getStyleClass().add("page-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button shut = new Button("Close", Icons.of("mdi2c-close"));
        shut.setOnAction(_ -> close.run());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        HBox head = new HBox(12, title, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        sheet.getChildren().addAll(head, scroll);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMargin(sheet, new Insets(MARGIN));
        getChildren().add(sheet);
        getStyleClass().add("sheet-ground");
        setId("shortcut-sheet");
        setVisible(false);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
    }

    private static GridPane column() {
        GridPane lines = new GridPane();
        lines.setHgap(18);
        lines.setVgap(7);
        lines.setMinWidth(0);
        lines.managedProperty().bind(lines.visibleProperty());
        return lines;
    }

    void show(String page, List<Shortcut> shortcuts) {
        title.setText("Keys: " + page);
        first.getChildren().clear();
        second.getChildren().clear();
        boolean two = shortcuts.size() > COLUMN;
        int inFirst = two ? (shortcuts.size() + EVERYWHERE.size() + 2) / 2 : shortcuts.size();
        add(shortcuts.subList(0, inFirst), first, 0);
        GridPane last = two ? second : first;
        int row = two ? add(shortcuts.subList(inFirst, shortcuts.size()), second, 0) : inFirst;
        Label everywhere = new Label("Everywhere");
        everywhere.getStyleClass().add("card-title");
        last.add(everywhere, 0, row, 2, 1);
        add(EVERYWHERE, last, row + 1);
        second.setVisible(two);
        setVisible(true);
        fit(two ? WIDE : NARROW);
    }

    /** A scroll pane does not ask how high its lines are once they are broken. */
    private void fit(double width) {
        sheet.setPrefWidth(width);
        applyCss();
        double inside = width - sheet.snappedLeftInset() - sheet.snappedRightInset() - SCROLL_BAR;
        double column = second.isVisible() ? (inside - BETWEEN) / 2 : inside;
        first.setPrefWidth(column);
        second.setPrefWidth(column);
        scroll.setPrefViewportHeight(Math.ceil(((Region) scroll.getContent()).prefHeight(inside)));
    }

    /** @return the row behind them */
    private static int add(List<Shortcut> shortcuts, GridPane lines, int from) {
        int row = from;
        for (Shortcut each : shortcuts) {
            row = add(each, lines, row);
        }
        return row;
    }

    private static int add(Shortcut shortcut, GridPane lines, int row) {
        Label keys = new Label(shortcut.keys());
        keys.getStyleClass().add("key-hint");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(shortcut.text());
        text.setWrapText(true);
        lines.add(keys, 0, row);
        lines.add(text, 1, row);
        return row + 1;
    }
}
