package org.labreel.ui.export;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.labreel.ui.export.ExportSubject.Piece;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Units;

/** The part of the sheet on which ranges are ticked. */
final class RangesForm {
    private final ExportModel model;
    private final RangeChoices choices;
    private final Parent root;

    @FXML
    private VBox list;
    @FXML
    private RadioButton joined;
    @FXML
    private RadioButton apart;
    @FXML
    private HBox how;
    @FXML
    private MenuButton more;
    @FXML
    private Remark remark;
    @FXML
    private VBox cameras;
    @FXML
    private CheckBox beside;
    @FXML
    private CheckBox named;

    @SuppressWarnings("NullAway.Init")
    RangesForm(ExportModel model) {
        this.model = model;
        this.choices = model.ranges;
        this.root = Fxml.load("ranges.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        joined.setSelected(choices.joined.get());
        apart.setSelected(!choices.joined.get());
        joined.selectedProperty().subscribe(choices.joined::set);
        beside.selectedProperty().bindBidirectional(model.beside.beside);
        named.selectedProperty().bindBidirectional(model.beside.named);
        named.disableProperty().bind(beside.selectedProperty().not());
        choices.joined.subscribe(together -> (together ? joined : apart).setSelected(true));
    }

    /** Lists the ranges that there are. */
    void list() {
        more.setVisible(others().isPresent());
        int others = model.subjectProperty().get().map(now -> now.cameras().cameras().size()).orElse(0);
        cameras.setVisible(others > 0);
        cameras.setManaged(others > 0);
        beside.setText(others == 1 ? "The other camera beside it" : "The " + others + " other cameras beside it");
        list.getChildren().setAll(choices.entries().stream().map(RangesForm::line).toList());
    }

    private static HBox line(RangeChoices.Entry entry) {
        Piece piece = entry.piece();
        CheckBox box = new CheckBox(piece.title());
        box.selectedProperty().bindBidirectional(entry.chosen());
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setTooltip(
                new Tooltip(piece.range().log() + "\nFrames " + piece.range().first() + " to " + piece.range().last()
                        + ", both included · " + ExportWords.seconds(piece.duration())));
        Label size = new Label(Units.count(piece.frames()) + (piece.frames() == 1 ? " frame" : " frames"));
        size.getStyleClass().add("export-hint");
        size.setMinWidth(HBox.USE_PREF_SIZE);
        HBox line = new HBox(8, box, size);
        line.getStyleClass().add("export-range");
        return line;
    }

    private Optional<ExportSubject.Others> others() {
        return model.subjectProperty().get().flatMap(ExportSubject::others);
    }

    @FXML
    void addSession() {
        others().ifPresent(each -> each.session(this::add));
    }

    @FXML
    void addLog() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Add a log to the clip");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("PurpleDrop logs", "*.bin", "*.log"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        model.subjectProperty().get().map(now -> now.log().toAbsolutePath().resolveSibling("").toFile())
                .filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow())).map(File::toPath)
                .ifPresent(log -> others().ifPresent(each -> each.log(log, this::add)));
    }

    private void add(ExportSubject.More found) {
        model.add(found);
        list();
    }

    void show(Map<Field, String> problems) {
        remark.show(problems, Field.RANGES);
        how.setDisable(choices.chosen().size() < 2);
    }
}
