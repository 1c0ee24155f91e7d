package org.labreel.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.labreel.feed.pi.Annotation;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiCamera;
import org.labreel.feed.pi.PiCommand;
import org.labreel.ui.kit.Icons;

/** What a remote Pi camera can be told to do. Not there for any other source. */
final class PiPanel {
    private static final List<Integer> ROTATIONS = List.of(0, 90, 180, 270);
    private static final String NO_GROUND = "as it is";
    private static final List<String> GROUNDS = List.of(NO_GROUND, "black", "white", "red", "green", "blue",
            "yellow");

    private final LongSupplier nanos;
    private Optional<PiCamera> shown = Optional.empty();
    private Optional<PiControl> control = Optional.empty();
    private boolean showing;
    private ListedChoice<Capture> captures;
    private ListedChoice<Integer> rotations;

    @FXML
    private VBox card;
    @FXML
    private Region piDot;
    @FXML
    private Label piStatus;
    @FXML
    private Button film;
    @FXML
    private Button save;
    @FXML
    private ProgressIndicator savingRuns;
    @FXML
    private Label saving;
    @FXML
    private Label piError;
    @FXML
    private GridPane piSettings;
    @FXML
    private Slider brightness;
    @FXML
    private Label brightnessValue;
    @FXML
    private Slider contrast;
    @FXML
    private Label contrastValue;
    @FXML
    private ComboBox<Capture> capture;
    @FXML
    private ComboBox<Integer> rotation;
    @FXML
    private VBox annotation;
    @FXML
    private TextField annotationText;
    @FXML
    private ComboBox<String> ground;
    @FXML
    private Spinner<Integer> letters;
    @FXML
    private ToggleSwitch frameNumbers;

    @SuppressWarnings("NullAway.Init")
    PiPanel(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @FXML
    void initialize() {
        capture.getItems().setAll(Capture.PRESETS);
        capture.setConverter(new Shown<>(Capture::words));
        rotation.getItems().setAll(ROTATIONS);
        rotation.setConverter(new Shown<>(degrees -> degrees + "°"));
        ground.getItems().setAll(GROUNDS);
        ground.setValue(NO_GROUND);
        letters.setValueFactory(new IntegerSpinnerValueFactory(Annotation.LEAST_SIZE, Annotation.MOST_SIZE,
                Annotation.USUAL_SIZE));
        follow(brightness, PiCommand.SetBrightness.USUAL,
                value -> control.ifPresent(camera -> camera.wishBrightness(value)));
        follow(contrast, PiCommand.SetContrast.USUAL,
                value -> control.ifPresent(camera -> camera.wishContrast(value)));
        captures = new ListedChoice<>(capture, wanted -> control.ifPresent(camera -> camera.capture(wanted)));
        rotations = new ListedChoice<>(rotation, wanted -> control.ifPresent(camera -> camera.rotate(wanted)));
        attach(Optional.empty());
    }

    private void follow(Slider slider, int usual, IntConsumer wish) {
        slider.valueProperty().subscribe(value -> {
            if (!showing) {
                wish.accept((int) Math.round(value.doubleValue()));
                refresh();
            }
        });
        slider.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
                slider.setValue(usual);
            }
        });
    }

    /** Only shows, never reads back what was typed. */
    private static final class Shown<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Shown(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public @Nullable T fromString(String typed) {
            return null;
        }
    }

    /** Shows another camera, or none. */
    void attach(Optional<PiCamera> camera) {
        card.setVisible(camera.isPresent());
        card.setManaged(camera.isPresent());
        if (!camera.equals(shown)) {
            shown = camera;
            control = camera.map(each -> new PiControl(each, nanos));
            show(camera.flatMap(each -> each.state().annotation()).orElse(Annotation.NONE));
        }
        refresh();
    }

    /** What was asked of this camera, and not what was typed for the one before. */
    private void show(Annotation annotation) {
        annotationText.setText(annotation.text().orElse(""));
        ground.setValue(annotation.colour().orElse(NO_GROUND));
        letters.getValueFactory().setValue(annotation.size().orElse(Annotation.USUAL_SIZE));
        frameNumbers.setSelected(annotation.frameNumbers().orElse(false));
    }

    /** To be called a few times a second. */
    void refresh() {
        control.ifPresent(camera -> {
            camera.beat();
            showing = true;
            show(camera);
            showing = false;
        });
    }

    private void show(PiControl camera) {
        Dots.set(piDot, camera.colour());
        piStatus.setText(camera.status());
        film.setText(camera.recording() ? "Stop filming" : "Film on the camera");
        film.setGraphic(Icons.of(camera.recording() ? "mdi2s-stop" : "mdi2f-filmstrip"));
        film.setDisable(!camera.reached());
        save.setDisable(!camera.reached() || camera.recording() || camera.savingRuns());
        say(saving, camera.saving());
        savingRuns.setVisible(camera.savingRuns());
        savingRuns.setManaged(camera.savingRuns());
        say(piError, camera.state().error());
        piSettings.setDisable(!camera.reached());
        annotation.setDisable(!camera.reached());
        show(brightness, brightnessValue, camera.brightness());
        show(contrast, contrastValue, camera.contrast());
        capture.setDisable(camera.recording());
        captures.show(camera.state().capture().orElse(null));
        rotations.show(camera.state().rotation().orElse(null));
    }

    private static void show(Slider slider, Label label, Optional<Integer> value) {
        value.ifPresent(each -> {
            if (!slider.isValueChanging() && (int) Math.round(slider.getValue()) != each) {
                slider.setValue(each);
            }
        });
        label.setText(value.map(String::valueOf).orElse("–"));
    }

    private static void say(Label label, Optional<String> words) {
        label.setText(words.orElse(""));
        label.setVisible(words.isPresent());
        label.setManaged(words.isPresent());
    }

    @FXML
    void toggleFilm() {
        control.ifPresent(PiControl::toggleRecording);
        refresh();
    }

    @FXML
    void saveFilm() {
        control.ifPresent(PiControl::save);
        refresh();
    }

    @FXML
    void annotate() {
        tell(annotationText.getText());
    }

    @FXML
    void clearAnnotation() {
        annotationText.clear();
        frameNumbers.setSelected(false);
        tell("");
    }

    private void tell(String words) {
        letters.commitValue();
        Optional<String> colour = Optional.of(ground.getValue()).filter(name -> !name.equals(NO_GROUND));
        control.ifPresent(camera -> camera.annotate(new Annotation(Optional.of(words.strip()), colour,
                Optional.of(letters.getValue()), Optional.of(frameNumbers.isSelected()))));
        refresh();
    }
}
