package org.labreel.ui.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.labreel.export.Preset;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.FxThread;

/** The part of the sheet that says what is made and where it goes. */
final class ClipForm {
    private final OutputChoices choices;
    private final Parent root;
    private Optional<StringProperty> bound = Optional.empty();

    @FXML
    private ComboBox<Preset> preset;
    @FXML
    private Label presetText;
    @FXML
    private HBox bounded;
    @FXML
    private Label boundedName;
    @FXML
    private TextField megabytes;
    @FXML
    private Label boundedText;
    @FXML
    private Remark boundedRemark;
    @FXML
    private TextField target;
    @FXML
    private Button chooseButton;
    @FXML
    private Label targetText;
    @FXML
    private Remark targetRemark;

    @SuppressWarnings("NullAway.Init")
    ClipForm(OutputChoices choices) {
        this.choices = choices;
        this.root = Fxml.load("clip.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        preset.getItems().setAll(Preset.values());
        preset.setConverter(new Words<>(ExportWords::preset));
        preset.valueProperty().bindBidirectional(choices.preset);
        target.textProperty().bindBidirectional(choices.target);
        choices.preset.subscribe(this::presetChanged);
    }

    private void presetChanged(Preset now) {
        presetText.setText(ExportWords.explain(now));
        bound.ifPresent(before -> megabytes.textProperty().unbindBidirectional(before));
        bound = choices.megabytes(now);
        bound.ifPresent(megabytes.textProperty()::bindBidirectional);
        boolean any = bound.isPresent();
        bounded.setVisible(any);
        boundedName.setVisible(any);
        boundedText.setText(now == Preset.FULL ? "MB; empty = not bounded" : "MB");
    }

    /** The end of the name is what tells names apart. */
    void showEndOfName() {
        // After the layout: before it, the field would show the beginning all the same.
        FxThread.later(target::end);
    }

    /**
     * @param other
     *            the name that the clip gets because the one filled in is taken
     */
    void show(Map<Field, String> problems, Optional<Path> other) {
        boundedRemark.show(problems, Field.MAX_SIZE, megabytes);
        targetRemark.show(problems, Field.TARGET, target);
        targetText.setText(other.map(path -> "That name is taken: it becomes " + path.getFileName() + ".").orElse(""));
        targetText.setVisible(other.isPresent());
    }

    @FXML
    void chooseTarget() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Where the clip goes");
        Path now = Path.of(target.getText());
        chooser.setInitialFileName(String.valueOf(now.getFileName()));
        Optional.ofNullable(now.getParent()).filter(Files::isDirectory).map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showSaveDialog(chooseButton.getScene().getWindow())).map(File::toString)
                .ifPresent(target::setText);
    }
}
