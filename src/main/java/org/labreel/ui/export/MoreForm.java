package org.labreel.ui.export;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.labreel.export.DamagedFrames;
import org.labreel.export.EncoderKind;
import org.labreel.export.Preset;
import org.labreel.ui.kit.Fxml;

/** The part of the sheet that few need to open. */
final class MoreForm {
    private final OutputChoices choices;
    private final Parent root;

    @FXML
    private ComboBox<EncoderKind> encoder;
    @FXML
    private TextField threads;
    @FXML
    private Remark encoderRemark;
    @FXML
    private ComboBox<DamagedFrames> damaged;
    @FXML
    private CheckBox chapters;
    @FXML
    private CheckBox csv;
    @FXML
    private CheckBox sidecar;

    @SuppressWarnings("NullAway.Init")
    MoreForm(OutputChoices choices) {
        this.choices = choices;
        this.root = Fxml.load("more.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        encoder.getItems().setAll(EncoderKind.values());
        encoder.setConverter(new Words<>(ExportWords::encoder));
        encoder.valueProperty().bindBidirectional(choices.encoder);
        threads.textProperty().bindBidirectional(choices.threads);
        damaged.getItems().setAll(DamagedFrames.values());
        damaged.setConverter(new Words<>(ExportWords::damaged));
        damaged.valueProperty().bindBidirectional(choices.damaged);
        chapters.selectedProperty().bindBidirectional(choices.chapters);
        csv.selectedProperty().bindBidirectional(choices.csv);
        sidecar.selectedProperty().bindBidirectional(choices.sidecar);
        choices.preset.subscribe(preset -> {
            encoder.setDisable(preset == Preset.STILLS);
            threads.setDisable(preset == Preset.STILLS || preset == Preset.LOSSLESS);
            chapterable();
        });
        choices.encoder.subscribe(_ -> chapterable());
    }

    private void chapterable() {
        boolean humble = choices.encoder.get() == EncoderKind.HUMBLE;
        chapters.setDisable(humble || choices.preset.get() == Preset.STILLS);
        chapters.setText(humble ? "Markers become chapters (not with Humble Video)" : "Markers become chapters");
    }

    void show(Map<Field, String> problems) {
        encoderRemark.show(problems, Field.ENCODER, encoder, threads);
    }
}
