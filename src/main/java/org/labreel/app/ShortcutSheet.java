package org.labreel.app;

import java.util.List;
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

    private final Label title = new Label();
    private final GridPane lines = new GridPane();

    ShortcutSheet(Runnable close) {
        title.getStyleClass().add("page-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button shut = new Button("Close", Icons.of("mdi2c-close"));
        shut.setOnAction(_ -> close.run());
        lines.setHgap(18);
        lines.setVgap(7);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        HBox head = new HBox(12, title, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox sheet = new VBox(head, scroll);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(560, Region.USE_PREF_SIZE);
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

    void show(String page, List<Shortcut> shortcuts) {
        title.setText("Keys: " + page);
        lines.getChildren().clear();
        int row = 0;
        for (Shortcut each : shortcuts) {
            row = add(each, row);
        }
        Label everywhere = new Label("Everywhere");
        everywhere.getStyleClass().add("card-title");
        lines.add(everywhere, 0, row++, 2, 1);
        for (Shortcut each : EVERYWHERE) {
            row = add(each, row);
        }
        setVisible(true);
    }

    private int add(Shortcut shortcut, int row) {
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
