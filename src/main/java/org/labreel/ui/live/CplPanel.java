package org.labreel.ui.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplFigures;
import org.labreel.feed.cpl.CplPlayer;
import org.labreel.ui.kit.Units;

/** What comes of a remote recorder's frames, and how it is played. Not there for any other source. */
final class CplPanel {
    private static final String JPEG = "JPEG";
    private static final String PNG = "PNG, lossless";
    private static final CplFigures NOTHING = new CplFigures(false, "", 0, 0, 0, 0, Duration.ZERO, 0);

    private final SourceDesk desk;
    private Optional<CplAddress> shown = Optional.empty();

    @FXML
    private VBox cplCard;
    @FXML
    private Region cplDot;
    @FXML
    private Label cplState;
    @FXML
    private Label cplFrames;
    @FXML
    private Label cplRecorded;
    @FXML
    private Label cplSkipped;
    @FXML
    private Label cplSize;
    @FXML
    private Label cplElapsed;
    @FXML
    private Label cplRate;
    @FXML
    private TextField cplServer;
    @FXML
    private Spinner<Integer> cplPort;
    @FXML
    private Spinner<Integer> cplTimeout;
    @FXML
    private Spinner<Integer> cplBuffered;
    @FXML
    private ComboBox<String> cplKept;
    @FXML
    private Spinner<Integer> cplQuality;
    @FXML
    private Button cplApply;
    @FXML
    private Label cplError;

    @SuppressWarnings("NullAway.Init")
    CplPanel(SourceDesk desk) {
        this.desk = desk;
    }

    @FXML
    void initialize() {
        cplPort.setValueFactory(new IntegerSpinnerValueFactory(1, 65_535, CplAddress.PORT));
        cplTimeout.setValueFactory(new IntegerSpinnerValueFactory(1, CplAddress.MOST_TIMEOUT_SECONDS));
        cplBuffered.setValueFactory(new IntegerSpinnerValueFactory(0, CplAddress.MOST_IMAGES_BUFFERED, 0, 10));
        cplQuality.setValueFactory(new IntegerSpinnerValueFactory(1, 100, CplAddress.QUALITY, 5));
        cplKept.getItems().setAll(JPEG, PNG);
        cplQuality.disableProperty().bind(cplKept.valueProperty().isEqualTo(PNG));
        cplServer.textProperty().subscribe(_ -> compare());
        cplKept.valueProperty().subscribe(_ -> compare());
        for (Spinner<Integer> each : numbers()) {
            each.valueProperty().subscribe(_ -> compare());
            each.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    commit(each);
                }
            });
        }
        setShown(false);
    }

    private List<Spinner<Integer>> numbers() {
        return List.of(cplPort, cplTimeout, cplBuffered, cplQuality);
    }

    /** What is no number goes back. */
    private static void commit(Spinner<Integer> spinner) {
        try {
            spinner.commitValue();
        } catch (RuntimeException _) {
            spinner.cancelEdit();
        }
    }

    private void setShown(boolean now) {
        cplCard.setVisible(now);
        cplCard.setManaged(now);
    }

    /** Follows the source that is selected. */
    void refresh(String address) {
        Optional<CplAddress> now = CplAddress.isOne(address)
                ? Optional.of(CplAddress.parse(address))
                : Optional.empty();
        setShown(now.isPresent());
        if (!now.equals(shown)) {
            shown = now;
            now.ifPresent(this::showSettings);
        }
        if (now.isPresent()) {
            show(desk.remoteRecorder(address).map(CplPlayer::figures).orElse(NOTHING));
        }
    }

    private void show(CplFigures figures) {
        cplState.setText(figures.recording() ? "Records" : "Does not record");
        Dots.set(cplDot, figures.recording() ? Dots.Colour.GOOD : Dots.Colour.NONE);
        cplFrames.setText(figures.frames().isEmpty() ? "not told yet" : figures.frames());
        cplRecorded.setText(Units.count(figures.recorded()) + " frames");
        cplSkipped.setText(Units.count(figures.skippedHere()) + " here, " + Units.count(figures.skippedThere())
                + " there");
        cplSize.setText(Units.bytes(figures.storedBytes()));
        cplElapsed.setText(Units.elapsed(figures.elapsed()));
        cplRate.setText(Units.bytes(Math.round(figures.bytesPerSecond())) + "/s");
    }

    private void showSettings(CplAddress address) {
        cplServer.setText(address.host());
        cplPort.getValueFactory().setValue(address.port());
        cplTimeout.getValueFactory().setValue(address.timeoutSeconds());
        cplBuffered.getValueFactory().setValue(address.imagesBuffered());
        cplKept.setValue(address.picture() == CplAddress.Picture.PNG ? PNG : JPEG);
        cplQuality.getValueFactory().setValue(address.quality());
        compare();
    }

    /** There is something to apply only when something differs. */
    private void compare() {
        Optional<CplAddress> chosen = chosen();
        cplError.setText(chosen.isPresent() ? "" : "Give the name or address of the recorder's computer.");
        showError();
        cplApply.setDisable(chosen.isEmpty() || chosen.equals(shown));
    }

    private Optional<CplAddress> chosen() {
        try {
            CplAddress made = new CplAddress(cplServer.getText().strip(), cplPort.getValue(),
                    PNG.equals(cplKept.getValue()) ? CplAddress.Picture.PNG : CplAddress.Picture.JPEG,
                    cplQuality.getValue(), cplTimeout.getValue(), cplBuffered.getValue());
            return Optional.of(CplAddress.parse(made.toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void showError() {
        cplError.setVisible(!cplError.getText().isEmpty());
        cplError.setManaged(cplError.isVisible());
    }

    @FXML
    void apply() {
        numbers().forEach(CplPanel::commit);
        Optional<CplAddress> from = shown;
        Optional<CplAddress> to = chosen();
        if (from.isEmpty() || to.isEmpty() || to.equals(from)) {
            return;
        }
        try {
            desk.replace(from.get().toString(), to.get().toString());
        } catch (IllegalArgumentException e) {
            cplError.setText(e.getMessage());
            showError();
        }
    }
}
