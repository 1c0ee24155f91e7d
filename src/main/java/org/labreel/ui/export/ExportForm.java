package org.labreel.ui.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.labreel.export.EncoderKind;
import org.labreel.export.Overlay;
import org.labreel.export.Preset;
import org.labreel.export.Exporter;
import org.labreel.ui.export.ExportChoices.Field;
import org.labreel.ui.kit.Fxml;

/** The part of the sheet on which an export is chosen. */
final class ExportForm {
    private final ValidationSupport validation = new ValidationSupport();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final Parent root;
    private Optional<ExportSubject> subject = Optional.empty();
    private String suggested = "";

    @FXML
    private TextField target;
    @FXML
    private ComboBox<Preset> preset;
    @FXML
    private Label presetText;
    @FXML
    private ComboBox<String> speed;
    @FXML
    private CheckBox electrodes;
    @FXML
    private CheckBox time;
    @FXML
    private CheckBox scale;
    @FXML
    private TextField millimetres;
    @FXML
    private CheckBox captioned;
    @FXML
    private TextField caption;
    @FXML
    private ComboBox<EncoderKind> encoder;
    @FXML
    private Label problem;

    @SuppressWarnings("NullAway.Init")
    ExportForm() {
        this.root = Fxml.load("exportform.fxml", this);
    }

    /** Whether the choices can be carried out. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        preset.getItems().setAll(Preset.values());
        preset.setConverter(new Words<>(ExportWords::preset));
        preset.setValue(Preset.PAPER);
        encoder.getItems().setAll(EncoderKind.values());
        encoder.setConverter(new Words<>(ExportWords::encoder));
        encoder.setValue(EncoderKind.FFMPEG);
        speed.getItems().setAll("0.1", "0.25", "0.5", "1", "2", "4", "8", "16");
        speed.setValue("1");
        // The words stand in the sheet itself; ControlsFX's own marks would put another root under the window.
        validation.setErrorDecorationEnabled(false);
        check(target, Field.TARGET);
        check(speed, Field.SPEED);
        check(electrodes, Field.OVERLAYS);
        check(caption, Field.CAPTION);
        check(millimetres, Field.SCALE);
        check(encoder, Field.ENCODER);
        validation.validationResultProperty().subscribe(this::judged);
        for (ObservableValue<?> each : List.of(preset.valueProperty(), captioned.selectedProperty(),
                scale.selectedProperty())) {
            each.subscribe(_ -> changed());
        }
    }

    private void check(Control control, Field field) {
        Validator<Object> validator = (c, _) -> {
            Optional<String> text = subject.map(found -> choices().problems(found)).map(all -> all.get(field));
            return ValidationResult.fromErrorIf(c, text.orElse(""), text.isPresent());
        };
        validation.registerValidator(control, false, validator);
    }

    private void judged(ValidationResult result) {
        Map<Field, String> problems = subject.map(found -> choices().problems(found)).orElse(Map.of());
        String text = problems.values().stream().findFirst().orElse("");
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        mark(target, problems.containsKey(Field.TARGET));
        mark(speed, problems.containsKey(Field.SPEED));
        mark(caption, problems.containsKey(Field.CAPTION));
        mark(millimetres, problems.containsKey(Field.SCALE));
        mark(encoder, problems.containsKey(Field.ENCODER));
        ready.set(subject.isPresent() && problems.isEmpty());
    }

    private static void mark(Control control, boolean wrong) {
        control.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), wrong);
    }

    private void changed() {
        Preset chosen = preset.getValue();
        boolean burning = ExportChoices.takesOverlays(chosen);
        presetText.setText(ExportWords.explain(chosen));
        speed.setDisable(chosen == Preset.STILLS);
        electrodes.setDisable(!burning || subject.flatMap(ExportSubject::board).isEmpty());
        time.setDisable(!burning);
        scale.setDisable(!burning);
        captioned.setDisable(!burning);
        millimetres.setDisable(!burning || !scale.isSelected());
        caption.setDisable(!burning || !captioned.isSelected());
        subject.ifPresent(found -> suggest(found, chosen));
        validation.revalidate();
        judged(validation.getValidationResult());
    }

    /** A name that the operator typed stays. */
    private void suggest(ExportSubject found, Preset chosen) {
        if (target.getText().isBlank() || target.getText().equals(suggested)) {
            suggested = Exporter.freeName(found.suggestion(chosen)).toString();
            target.setText(suggested);
            target.positionCaret(suggested.length());
        }
    }

    void show(ExportSubject next) {
        subject = Optional.of(next);
        target.setText("");
        electrodes.setSelected(electrodes.isSelected() && next.board().isPresent());
        changed();
    }

    ExportChoices choices() {
        Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
        add(overlays, electrodes, Overlay.ELECTRODES);
        add(overlays, time, Overlay.TIME);
        add(overlays, scale, Overlay.SCALE);
        add(overlays, captioned, Overlay.CAPTION);
        return new ExportChoices(target.getText(), preset.getValue(), encoder.getValue(), number(speed.getValue()),
                overlays, caption.getText(), number(millimetres.getText()));
    }

    private static void add(Set<Overlay> overlays, CheckBox box, Overlay overlay) {
        if (box.isSelected()) {
            overlays.add(overlay);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().toLowerCase(Locale.ROOT).replace("×", "").replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @FXML
    void chooseTarget() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Where the clip goes");
        Path now = Path.of(target.getText());
        chooser.setInitialFileName(String.valueOf(now.getFileName()));
        Optional.ofNullable(now.getParent()).filter(Files::isDirectory).map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(File::toString)
                .ifPresent(target::setText);
    }
}
