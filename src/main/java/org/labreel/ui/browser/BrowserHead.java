package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.labreel.ui.kit.Fxml;

/** What stands above the frame: which log it is, and the buttons for what can be done with the frame. */
final class BrowserHead {
    /** Below this the name of the log needs the room that words on buttons take. */
    private static final double NARROW = 640;

    private final Actions actions;
    private final StillJob job;
    private final StillChoices stills;
    private final Parent root;

    @FXML
    private HBox head;
    @FXML
    private Label title;
    @FXML
    private Label folder;
    @FXML
    private ToggleButton electrodes;
    @FXML
    private Button boardButton;
    @FXML
    private ToggleButton measure;
    @FXML
    private ToggleButton compare;
    @FXML
    private SplitMenuButton still;
    @FXML
    private CheckMenuItem withElectrodes;
    @FXML
    private CheckMenuItem withTime;
    @FXML
    private CheckMenuItem withScale;

    /** What its buttons do. */
    interface Actions {
        void chooseBoard();

        void toggleCompare();

        void find();
    }

    @SuppressWarnings("NullAway.Init")
    BrowserHead(StillJob job, Actions actions) {
        this.job = job;
        this.stills = job.choices();
        this.actions = actions;
        this.root = Fxml.load("browserhead.fxml", this);
    }

    @FXML
    void find() {
        actions.find();
    }

    @FXML
    void initialize() {
        head.widthProperty().subscribe(width -> electrodes.setContentDisplay(
                width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        compare.setOnAction(_ -> actions.toggleCompare());
        withElectrodes.selectedProperty().bindBidirectional(stills.electrodesProperty());
        withTime.selectedProperty().bindBidirectional(stills.timeProperty());
        withScale.selectedProperty().bindBidirectional(stills.scaleProperty());
        still.setOnShowing(_ -> nameScale());
        show(Optional.empty());
    }

    Parent root() {
        return root;
    }

    BooleanProperty electrodesShown() {
        return electrodes.selectedProperty();
    }

    BooleanProperty measuring() {
        return measure.selectedProperty();
    }

    void setComparing(boolean on) {
        compare.setSelected(on);
    }

    /** Names the log that is open. */
    void show(Optional<OpenLog> log) {
        boolean frames = log.filter(found -> found.frames() > 0).isPresent();
        still.setDisable(!frames);
        measure.setDisable(!frames);
        compare.setDisable(!frames);
        electrodes.setDisable(log.flatMap(OpenLog::board).isEmpty());
        boardButton.setDisable(log.isEmpty());
        Optional<Path> file = log.map(found -> found.reader().file().toAbsolutePath());
        title.setText(file.map(Path::getFileName).map(Path::toString).orElse("No log is open"));
        folder.setText(file.map(Path::getParent).map(Path::toString).orElse(""));
        folder.setTooltip(file.map(path -> new Tooltip(path.toString())).orElse(null));
        boardButton.setTooltip(new Tooltip(log.flatMap(OpenLog::board)
                .map(board -> "Electrodes from " + board.origin() + ". Click to choose a board file")
                .orElse("Choose a board file, to draw electrodes over the frames")));
        stills.setLog(log);
    }

    private void nameScale() {
        withElectrodes.setDisable(!stills.hasBoard());
        withScale.setDisable(!stills.hasScale());
        withScale.setText(stills.hasScale()
                ? "With scale bar"
                : "With scale bar (measure first: the scale of this board is not known)");
    }

    @FXML
    void chooseBoard() {
        actions.chooseBoard();
    }

    @FXML
    void saveStill() {
        job.save();
    }

    @FXML
    void copyStill() {
        job.copy();
    }
}
