package org.labreel.ui.export;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.labreel.export.Crop;
import org.labreel.export.Rotation;
import org.labreel.ui.kit.Fxml;

/** The part of the sheet on which crop, size and rotation are chosen. */
final class FramingForm {
    private final FramingChoices choices;
    private final Runnable dragCrop;
    private final Parent root;

    @FXML
    private TextField crop;
    @FXML
    private Button wholeButton;
    @FXML
    private Remark cropRemark;
    @FXML
    private ComboBox<SizeLimit> size;
    @FXML
    private HBox percentage;
    @FXML
    private TextField percent;
    @FXML
    private HBox box;
    @FXML
    private TextField width;
    @FXML
    private TextField height;
    @FXML
    private Remark sizeRemark;
    @FXML
    private ComboBox<Rotation> rotation;

    /**
     * @param dragCrop
     *            shows the handles
     */
    @SuppressWarnings("NullAway.Init")
    FramingForm(FramingChoices choices, Runnable dragCrop) {
        this.choices = choices;
        this.dragCrop = dragCrop;
        this.root = Fxml.load("framing.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        choices.crop.subscribe(this::cropChanged);
        crop.setOnAction(_ -> typed());
        crop.focusedProperty().subscribe(focused -> {
            if (!focused) {
                typed();
            }
        });
        size.getItems().setAll(SizeLimit.values());
        size.setConverter(new Words<>(ExportWords::size));
        size.valueProperty().bindBidirectional(choices.limit);
        percent.textProperty().bindBidirectional(choices.percent);
        width.textProperty().bindBidirectional(choices.width);
        height.textProperty().bindBidirectional(choices.height);
        rotation.getItems().setAll(Rotation.values());
        rotation.setConverter(new Words<>(ExportWords::rotation));
        rotation.valueProperty().bindBidirectional(choices.rotation);
        choices.limit.subscribe(limit -> {
            percentage.setVisible(limit == SizeLimit.PERCENT);
            box.setVisible(limit == SizeLimit.BOX);
        });
    }

    private void cropChanged(Optional<Crop> now) {
        crop.setText(now.map(part -> part.x() + ", " + part.y() + ", " + part.width() + ", " + part.height())
                .orElse(""));
        wholeButton.setDisable(now.isEmpty());
    }

    /** What is no crop gives way to the one that holds. */
    private void typed() {
        String text = crop.getText().strip();
        Optional<Crop> typed = parse(text);
        if (text.isEmpty() || typed.isPresent()) {
            choices.crop.set(typed);
        }
        cropChanged(choices.crop.get());
    }

    /** "x, y, width, height", also with other things between the numbers. */
    static Optional<Crop> parse(String text) {
        String[] parts = text.split("[^0-9]+", -1);
        if (parts.length != 4 || text.length() > 40) {
            return Optional.empty();
        }
        int[] numbers = new int[4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = parts[i].isEmpty() ? -1 : Numbers.whole(parts[i]);
        }
        return numbers[0] < 0 || numbers[1] < 0 || numbers[2] < 2 || numbers[3] < 2
                ? Optional.empty()
                : Optional.of(new Crop(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    void show(Map<Field, String> problems) {
        cropRemark.show(problems, Field.CROP, crop);
        sizeRemark.show(problems, Field.SIZE, percent, width, height);
    }

    @FXML
    void drag() {
        dragCrop.run();
    }

    @FXML
    void whole() {
        choices.crop.set(Optional.empty());
    }
}
