package org.labreel.ui.export;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.labreel.export.ClipOutline;
import org.labreel.export.Crop;
import org.labreel.export.PreviewShot;
import org.labreel.picture.PictureSize;
import org.labreel.ui.export.PreviewModel.Seen;
import org.labreel.ui.export.PreviewModel.Sight;
import org.labreel.ui.kit.Fxml;

/** Shows a clip before it is made, frame by frame, and takes its crop. */
final class PreviewView {
    private final PreviewModel model;
    private final FramingChoices choices;
    private final CropPane crop;
    private final PictureStage stage;
    private final Parent root;

    @FXML
    private ToggleGroup sights;
    @FXML
    private ToggleButton frameSight;
    @FXML
    private ToggleButton clipSight;
    @FXML
    private ToggleButton halfSight;
    @FXML
    private HBox cropTools;
    @FXML
    private ComboBox<Aspect> aspect;
    @FXML
    private Label shownAt;
    @FXML
    private StackPane place;
    @FXML
    private Label trouble;
    @FXML
    private Slider slider;
    @FXML
    private Label where;

    @SuppressWarnings("NullAway.Init")
    PreviewView(PreviewModel model, FramingChoices choices) {
        this.model = model;
        this.choices = choices;
        this.crop = new CropPane(choices);
        this.stage = new PictureStage(crop);
        this.root = Fxml.load("preview.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        place.getChildren().addFirst(stage);
        sights.selectedToggleProperty().subscribe(this::toggled);
        model.sightProperty().subscribe(sight -> button(sight).setSelected(true));
        aspect.getItems().setAll(Aspect.values());
        aspect.setConverter(new Words<>(ExportWords::aspect));
        aspect.valueProperty().bindBidirectional(choices.aspect);
        choices.aspect.subscribe((_, next) -> shape(next));
        slider.valueProperty().subscribe(value -> model.frameProperty().set((int) Math.round(value.doubleValue())));
        stage.scaleProperty().subscribe(value -> shownAt.setText(words(value.doubleValue())));
        model.seenProperty().subscribe(seen -> seen.ifPresent(this::show));
    }

    private ToggleButton button(Sight sight) {
        return switch (sight) {
            case FRAME -> frameSight;
            case CLIP -> clipSight;
            case HALF -> halfSight;
        };
    }

    /** One of them always holds. */
    private void toggled(Toggle chosen) {
        for (Sight sight : Sight.values()) {
            if (button(sight).equals(chosen)) {
                model.sightProperty().set(sight);
                cropTools.setVisible(sight == Sight.FRAME);
                return;
            }
        }
        button(model.sightProperty().get()).setSelected(true);
    }

    private static String words(double scale) {
        return scale == 0 ? "" : String.format(Locale.ROOT, "shown at %.0f %%", scale * 100);
    }

    /** Whether a part of the frames can be chosen at all. */
    void setCroppable(boolean croppable) {
        frameSight.setDisable(!croppable);
        if (!croppable && model.sightProperty().get() == Sight.FRAME) {
            model.sightProperty().set(Sight.CLIP);
        }
    }

    void showFrame() {
        if (!frameSight.isDisabled()) {
            model.sightProperty().set(Sight.FRAME);
        }
    }

    private void show(Seen seen) {
        seen.outline().ifPresent(this::range);
        trouble.setText(seen.trouble().orElse(""));
        trouble.setVisible(seen.trouble().isPresent());
        if (seen.shot().isEmpty()) {
            stage.clear();
            where.setText("");
            return;
        }
        PreviewShot shot = seen.shot().get();
        boolean framing = seen.sight() == Sight.FRAME;
        if (framing) {
            crop.setFrameSize(new PictureSize(shot.picture().width(), shot.picture().height()));
        }
        stage.show(shot.picture(), seen.sight() == Sight.HALF ? 0.5 : 1, framing);
        long millis = shot.elapsed().toMillis();
        where.setText("Frame " + shot.frame() + String.format(Locale.ROOT, " · %d:%06.3f", millis / 60_000,
                millis % 60_000 / 1000.0) + shot.damage().map(_ -> " · damaged").orElse(""));
    }

    private void range(ClipOutline outline) {
        slider.setMax(Math.max(0, outline.shownFrames() - 1));
        slider.setDisable(outline.shownFrames() < 2);
    }

    private void shape(Aspect next) {
        Optional<PictureSize> frame = model.seenProperty().get().flatMap(Seen::outline).map(ClipOutline::frameSize);
        if (frame.isEmpty()) {
            return;
        }
        Crop now = choices.crop.get().orElseGet(() -> CropDrag.whole(frame.get()));
        if (next == Aspect.BOARD) {
            model.findBoard(found -> found.ifPresentOrElse(part -> choices.crop.set(Optional.of(part)), () -> {
                trouble.setText("The board was not found in this frame, so the crop stays as it is.");
                trouble.setVisible(true);
            }));
        } else if (next.ratio().isPresent()) {
            choices.crop.set(Optional.of(CropDrag.shaped(now, next.ratio())));
        }
    }
}
