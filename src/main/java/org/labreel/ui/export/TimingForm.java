package org.labreel.ui.export;

import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.labreel.export.Gaps;
import org.labreel.ui.kit.Fxml;

/** The part of the sheet on which speed, rate and gaps are chosen. */
final class TimingForm {
    private final TimingChoices choices;
    private final OverlayChoices overlays;
    private final Parent root;

    @FXML
    private ComboBox<String> speed;
    @FXML
    private Label speedText;
    @FXML
    private Remark speedRemark;
    @FXML
    private RadioButton trueTimes;
    @FXML
    private RadioButton constantRate;
    @FXML
    private TextField fps;
    @FXML
    private Remark rateRemark;
    @FXML
    private ComboBox<Gaps.Policy> gaps;
    @FXML
    private HBox gapSizes;
    @FXML
    private TextField gapFrom;
    @FXML
    private HBox shortened;
    @FXML
    private TextField gapTo;
    @FXML
    private Remark gapRemark;

    @SuppressWarnings("NullAway.Init")
    TimingForm(TimingChoices choices, OverlayChoices overlays) {
        this.choices = choices;
        this.overlays = overlays;
        this.root = Fxml.load("timing.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        speed.getItems().setAll("0.1", "0.25", "0.5", "1", "2", "5", "10", "30", "60");
        speed.setValue(choices.speed.get());
        speed.getEditor().textProperty().bindBidirectional(choices.speed);
        trueTimes.setSelected(!choices.constant.get());
        constantRate.setSelected(choices.constant.get());
        constantRate.selectedProperty().subscribe(choices.constant::set);
        choices.constant.subscribe(constant -> (constant ? constantRate : trueTimes).setSelected(true));
        fps.textProperty().bindBidirectional(choices.fps);
        fps.disableProperty().bind(constantRate.selectedProperty().not());
        gaps.getItems().setAll(Gaps.Policy.values());
        gaps.setConverter(new Words<>(ExportWords::gaps));
        gaps.valueProperty().bindBidirectional(choices.gaps);
        gapFrom.textProperty().bindBidirectional(choices.gapFrom);
        gapTo.textProperty().bindBidirectional(choices.gapTo);
        choices.gaps.subscribe(policy -> {
            gapSizes.setVisible(policy != Gaps.Policy.KEEP);
            shortened.setVisible(policy == Gaps.Policy.SHORTEN);
        });
    }

    void show(Map<Field, String> problems) {
        speedRemark.show(problems, Field.SPEED, speed);
        rateRemark.show(problems, Field.RATE, fps);
        gapRemark.show(problems, Field.GAPS, gaps, gapFrom, gapTo);
        double factor = Numbers.of(choices.speed.get());
        boolean told = problems.containsKey(Field.SPEED) || factor == 1 || overlays.time.get();
        String hint = "× as recorded";
        if (!told) {
            hint = String.format(Locale.ROOT, "%s. Tick Time below to burn “%s×” in.", hint, Numbers.text(factor));
        }
        speedText.setText(hint);
    }
}
