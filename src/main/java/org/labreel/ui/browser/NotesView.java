package org.labreel.ui.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Icons;

/** Remarks on the log between its name and its frames. Each can be closed; details open on demand. */
final class NotesView extends VBox {
    /** More would push the frame out of sight. */
    private static final int MOST = 3;
    private static final String REFUSAL = "note-refusal";

    NotesView() {
        getStyleClass().add("notes");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Something that can be done about a remark. */
    record Remedy(String text, Runnable action) {
    }

    /** Shows these remarks in place of the ones before. */
    void show(List<LogNotes.Note> notes) {
        getChildren().clear();
        notes.stream().limit(MOST).forEach(note -> add(note, Optional.empty()));
        setVisible(!getChildren().isEmpty());
    }

    /** Says why something did not work; the next such word takes its place. */
    void refuse(String why) {
        getChildren().removeIf(card -> card.getStyleClass().contains(REFUSAL));
        add(new LogNotes.Note(true, why, ""), Optional.empty());
        getChildren().getLast().getStyleClass().add(REFUSAL);
    }

    void add(LogNotes.Note note, Optional<Remedy> remedy) {
        Label text = new Label(note.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("note-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        VBox card = new VBox();
        HBox line = new HBox(
                Icons.of(note.warning() ? "mdi2a-alert-outline" : "mdi2i-information-outline", "note-icon"), text);
        line.getStyleClass().add("note-line");
        card.getStyleClass().addAll("note", note.warning() ? "note-warning" : "note-info");
        List<Node> buttons = new ArrayList<>();
        remedy.ifPresent(found -> buttons.add(button(found.text(), found.action())));
        if (!note.detail().isEmpty()) {
            buttons.add(details(card, note.detail()));
        }
        Button close = button("", () -> close(card));
        close.setGraphic(Icons.of("mdi2c-close"));
        close.getStyleClass().add("button-icon");
        close.setAccessibleText("Close this remark");
        buttons.add(close);
        line.getChildren().addAll(buttons);
        card.getChildren().add(line);
        getChildren().add(card);
        setVisible(true);
    }

    private void close(VBox card) {
        getChildren().remove(card);
        setVisible(!getChildren().isEmpty());
    }

    private static Button details(VBox card, String detail) {
        Label lines = new Label(detail);
        lines.setWrapText(true);
        lines.getStyleClass().add("note-detail");
        Button button = button("Details", () -> {
            if (!card.getChildren().remove(lines)) {
                card.getChildren().add(lines);
            }
        });
        return button;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
