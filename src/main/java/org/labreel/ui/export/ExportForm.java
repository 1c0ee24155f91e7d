package org.labreel.ui.export;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import org.labreel.export.Preset;
import org.labreel.ui.kit.Fxml;

/** The groups of choices, one under the other; those that few need are folded. */
final class ExportForm {
    private final ExportModel model;
    private final RangesForm ranges;
    private final ClipForm clip;
    private final TimingForm timing;
    private final FramingForm framing;
    private final OverlayForm overlays;
    private final MoreForm more;
    private final Parent root;

    @FXML
    private TitledPane rangesGroup;
    @FXML
    private TitledPane clipGroup;
    @FXML
    private TitledPane timingGroup;
    @FXML
    private TitledPane overlayGroup;
    @FXML
    private TitledPane framingGroup;
    @FXML
    private TitledPane moreGroup;

    /**
     * @param dragCrop
     *            shows the crop's handles
     * @param worker
     *            reads what fonts there are
     */
    @SuppressWarnings("NullAway.Init")
    ExportForm(ExportModel model, Runnable dragCrop, Executor worker, Executor ui) {
        this.model = model;
        this.ranges = new RangesForm(model);
        this.clip = new ClipForm(model.output);
        this.timing = new TimingForm(model.timing, model.overlays);
        this.framing = new FramingForm(model.framing, dragCrop);
        this.overlays = new OverlayForm(model.overlays, worker, ui);
        this.more = new MoreForm(model.output);
        this.root = Fxml.load("form.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        // A StackPane around each: a titled pane lets the width of its content grow beyond its own.
        rangesGroup.setContent(new StackPane(ranges.root()));
        clipGroup.setContent(new StackPane(clip.root()));
        timingGroup.setContent(new StackPane(timing.root()));
        overlayGroup.setContent(new StackPane(overlays.root()));
        framingGroup.setContent(new StackPane(framing.root()));
        moreGroup.setContent(new StackPane(more.root()));
        model.subjectProperty().subscribe(subject -> subject.ifPresent(this::offered));
        model.output.preset.subscribe(this::presetChanged);
        model.framing.crop.subscribe(_ -> headFraming());
    }

    private void offered(ExportSubject subject) {
        boolean several = subject.pieces().size() > 1 || subject.others().isPresent()
                || !subject.cameras().isEmpty();
        rangesGroup.setVisible(several);
        rangesGroup.setManaged(several);
    }

    private void presetChanged(Preset preset) {
        timingGroup.setDisable(!TimingChoices.applies(preset));
        overlayGroup.setDisable(!OverlayChoices.applies(preset));
        framingGroup.setDisable(!FramingChoices.applies(preset));
        headFraming();
    }

    /** What is chosen must be seen although it is folded. */
    private void headFraming() {
        framingGroup.setText(model.framing.crop.get().map(part -> "Picture: crop of " + part.width() + " × "
                + part.height()).orElse("Picture: crop, size, turn"));
    }

    /** The list of ranges is new. */
    void begin() {
        ranges.list();
        clip.showEndOfName();
    }

    void show(Map<Field, String> problems, ExportSubject subject, Optional<Path> otherName) {
        ranges.show(problems);
        clip.show(problems, otherName);
        timing.show(problems);
        framing.show(problems);
        overlays.show(problems, subject);
        more.show(problems);
        // A problem that cannot be seen cannot be mended.
        if (problems.containsKey(Field.CROP) || problems.containsKey(Field.SIZE)) {
            framingGroup.setExpanded(true);
        }
        if (problems.containsKey(Field.ENCODER)) {
            moreGroup.setExpanded(true);
        }
    }
}
