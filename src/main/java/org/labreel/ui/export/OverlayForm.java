package org.labreel.ui.export;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.labreel.export.ClipFonts;
import org.labreel.export.Overlays.Clock;
import org.labreel.ui.kit.Fxml;

/** The part of the sheet on which is chosen what is burnt in. */
final class OverlayForm {
    private final OverlayChoices choices;
    private final Executor worker;
    private final Executor ui;
    private final Parent root;

    @FXML
    private CheckBox outline;
    @FXML
    private CheckBox fill;
    @FXML
    private CheckBox pins;
    @FXML
    private Label noBoard;
    @FXML
    private CheckBox time;
    @FXML
    private ComboBox<Clock> clock;
    @FXML
    private CheckBox scale;
    @FXML
    private TextField millimetres;
    @FXML
    private Remark scaleRemark;
    @FXML
    private CheckBox captioned;
    @FXML
    private TextField caption;
    @FXML
    private Remark captionRemark;
    @FXML
    private CheckBox markers;
    @FXML
    private TextField letters;
    @FXML
    private Remark lettersRemark;
    @FXML
    private ComboBox<String> font;
    @FXML
    private Remark fontRemark;

    /**
     * @param worker
     *            reads what fonts there are
     */
    @SuppressWarnings("NullAway.Init")
    OverlayForm(OverlayChoices choices, Executor worker, Executor ui) {
        this.choices = choices;
        this.worker = worker;
        this.ui = ui;
        this.root = Fxml.load("overlays.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        outline.selectedProperty().bindBidirectional(choices.outline);
        fill.selectedProperty().bindBidirectional(choices.fill);
        pins.selectedProperty().bindBidirectional(choices.pins);
        time.selectedProperty().bindBidirectional(choices.time);
        clock.getItems().setAll(Clock.values());
        clock.setConverter(new Words<>(ExportWords::clock));
        clock.valueProperty().bindBidirectional(choices.clock);
        scale.selectedProperty().bindBidirectional(choices.scale);
        millimetres.textProperty().bindBidirectional(choices.millimetres);
        captioned.selectedProperty().bindBidirectional(choices.captioned);
        caption.textProperty().bindBidirectional(choices.caption);
        markers.selectedProperty().bindBidirectional(choices.markers);
        letters.textProperty().bindBidirectional(choices.letters);
        font.valueProperty().bindBidirectional(choices.font);
        font.setOnShowing(_ -> offerFonts());
        clock.disableProperty().bind(choices.time.not());
        millimetres.disableProperty().bind(choices.scale.not());
        caption.disableProperty().bind(choices.captioned.not());
        // Ticking a box is the wish to fill in what stands beside it.
        scale.setOnAction(_ -> goOn(scale, millimetres));
        captioned.setOnAction(_ -> goOn(captioned, caption));
    }

    /** Reading the fonts of a computer takes a while; they are asked for when the list is first opened. */
    private void offerFonts() {
        if (font.getItems().isEmpty()) {
            font.getItems().setAll(ClipFonts.SHIPPED);
            var _ = CompletableFuture.supplyAsync(ClipFonts::families, worker).thenAcceptAsync(this::offer, ui);
        }
    }

    private void offer(List<String> families) {
        families.stream().filter(family -> !family.equals(ClipFonts.SHIPPED)).forEach(font.getItems()::add);
        if (font.isShowing()) {
            // The list that is open has the height of what it was opened with.
            font.hide();
            font.show();
        }
    }

    private static void goOn(CheckBox box, TextField field) {
        if (box.isSelected() && field.getText().isBlank()) {
            field.requestFocus();
        }
    }

    void show(Map<Field, String> problems, ExportSubject subject) {
        boolean board = subject.board().isPresent();
        outline.setDisable(!board);
        fill.setDisable(!board);
        pins.setDisable(!board);
        noBoard.setVisible(!board);
        markers.setDisable(subject.markers().isEmpty());
        markers.setText(subject.markers().isEmpty() ? "Marker texts (this log has none)" : "Marker texts");
        scaleRemark.show(problems, Field.SCALE, millimetres);
        captionRemark.show(problems, Field.CAPTION, caption);
        lettersRemark.show(problems, Field.LETTERS, letters);
        fontRemark.show(problems, Field.FONT, font);
    }
}
