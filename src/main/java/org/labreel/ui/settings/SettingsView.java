package org.labreel.ui.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
import org.controlsfx.control.ToggleSwitch;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Recording;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.ServingState;

/** The page of the settings. Every change holds at once. */
public final class SettingsView implements Page {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final SettingsModel model;
    private final PreferencesHolder preferences;
    private final Path file;
    private final Opener opener;
    private final ServingPanel serving;
    private final SchedulePanel schedule;
    private final Parent root;
    private Optional<PreferencesHolder.Subscription> listening = Optional.empty();
    private boolean showing;

    @FXML
    private TextField recordings;
    @FXML
    private Label recordingsProblem;
    @FXML
    private TextField source;
    @FXML
    private Label sourceProblem;
    @FXML
    private ToggleSwitch dark;
    @FXML
    private Spinner<Integer> preRoll;
    @FXML
    private Spinner<Integer> preRollMemory;
    @FXML
    private ToggleSwitch repeatsOnce;
    @FXML
    private Spinner<Integer> split;
    @FXML
    private Spinner<Integer> splitMinutes;
    @FXML
    private Spinner<Integer> reserve;
    @FXML
    private Spinner<Integer> largeStep;
    @FXML
    private Spinner<Double> heat;
    @FXML
    private Label fileLabel;

    /**
     * @param defaults
     *            what "reset" goes back to
     * @param file
     *            where the preferences lie
     * @param serving
     *            how it goes with what is served
     */
    @SuppressWarnings("NullAway.Init")
    public SettingsView(PreferencesHolder preferences, Preferences defaults, Path file, Opener opener,
            ServingState serving) {
        this.model = new SettingsModel(preferences, defaults);
        this.preferences = preferences;
        this.file = file;
        this.opener = opener;
        this.schedule = new SchedulePanel(model);
        this.serving = new ServingPanel(preferences, serving);
        this.root = Fxml.load("settings.fxml", this, this.serving, this.schedule);
    }

    @FXML
    void initialize() {
        preRoll.setValueFactory(new IntegerSpinnerValueFactory(0, 300));
        preRollMemory.setValueFactory(new IntegerSpinnerValueFactory(1, 4096, 256, 64));
        split.setValueFactory(new IntegerSpinnerValueFactory(1, 1000));
        splitMinutes.setValueFactory(new IntegerSpinnerValueFactory(0, 1440, 0, 5));
        reserve.setValueFactory(new IntegerSpinnerValueFactory(100, 100_000, 512, 100));
        largeStep.setValueFactory(
                new IntegerSpinnerValueFactory(SettingsModel.LEAST_STEP, SettingsModel.MOST_STEP));
        heat.setValueFactory(
                new DoubleSpinnerValueFactory(SettingsModel.LEAST_HEAT, SettingsModel.MOST_HEAT, 2, 0.1));
        fileLabel.setText(file.toString());
        show(model.now());
        onLeave(recordings, recordingsProblem, model::setRecordings);
        onLeave(source, sourceProblem, model::setSource);
        dark.selectedProperty().subscribe(on -> change(() -> model.setTheme(on ? Theme.DARK : Theme.LIGHT)));
        for (Spinner<Integer> each : List.of(preRoll, preRollMemory, split, splitMinutes, reserve)) {
            each.valueProperty().subscribe(_ -> change(this::takeRecording));
        }
        repeatsOnce.selectedProperty().subscribe(_ -> change(this::takeRecording));
        largeStep.valueProperty().subscribe(value -> change(() -> model.setLargeStep(value)));
        heat.valueProperty().subscribe(value -> change(() -> model.setHeatMaximum(value)));
        for (Spinner<?> each : List.of(preRoll, preRollMemory, split, splitMinutes, reserve, largeStep, heat)) {
            SpinnerEntry.takeWhenLeft(each);
        }
    }

    private void takeRecording() {
        model.setRecording(new Recording(preRoll.getValue(), preRollMemory.getValue(), repeatsOnce.isSelected(),
                split.getValue(), splitMinutes.getValue(), reserve.getValue()));
    }

    private void onLeave(TextField field, Label problem, Function<String, Optional<String>> take) {
        problem.setVisible(false);
        Runnable judge = () -> {
            Optional<String> wrong = take.apply(field.getText());
            problem.setText(wrong.orElse(""));
            problem.setVisible(wrong.isPresent());
            field.pseudoClassStateChanged(DANGER, wrong.isPresent());
        };
        field.setOnAction(_ -> judge.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                change(judge);
            }
        });
    }

    /** Values that were only put on show are no choices of the operator. */
    private void change(Runnable change) {
        if (!showing && listening.isPresent()) {
            change.run();
        }
    }

    private void show(Preferences p) {
        showing = true;
        recordings.setText(p.recordings().toString());
        source.setText(p.lastSource());
        dark.setSelected(p.theme() == Theme.DARK);
        Recording recording = p.recording();
        preRoll.getValueFactory().setValue(recording.preRollSeconds());
        preRollMemory.getValueFactory().setValue(recording.preRollMegabytes());
        repeatsOnce.setSelected(recording.repeatsOnce());
        split.getValueFactory().setValue(recording.splitGigabytes());
        splitMinutes.getValueFactory().setValue(recording.splitMinutes());
        reserve.getValueFactory().setValue(recording.reserveMegabytes());
        largeStep.getValueFactory().setValue(p.largeStep());
        heat.getValueFactory().setValue(p.heatMaximumPicofarads());
        serving.show(p.serving());
        schedule.show(p.sessions());
        showing = false;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public String icon() {
        return "mdi2c-cog-outline";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        show(model.now());
        listening = Optional.of(preferences.onChange(p -> FxThread.run(() -> show(p))));
        serving.activate();
    }

    @Override
    public void deactivate() {
        serving.deactivate();
        listening.ifPresent(PreferencesHolder.Subscription::close);
        listening = Optional.empty();
    }

    @FXML
    void chooseRecordings() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for recordings");
        Optional.of(model.now().recordings()).filter(Files::isDirectory).map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showDialog(root.getScene().getWindow())).map(File::toString)
                .ifPresent(folder -> {
                    recordings.setText(folder);
                    recordings.fireEvent(new ActionEvent());
                });
    }

    @FXML
    void reset() {
        model.reset();
        recordings.pseudoClassStateChanged(DANGER, false);
        source.pseudoClassStateChanged(DANGER, false);
        recordingsProblem.setVisible(false);
        sourceProblem.setVisible(false);
        show(model.now());
    }

    @FXML
    void showFile() {
        opener.showInFolder(file);
    }

    @FXML
    void copyFile() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()));
    }
}
