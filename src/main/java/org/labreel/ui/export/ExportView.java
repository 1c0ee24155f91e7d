package org.labreel.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.export.ClipOutline;
import org.labreel.export.ExportQueue.Entry;
import org.labreel.export.ExportReport;
import org.labreel.export.Preset;
import org.labreel.export.Preview;
import org.labreel.ui.export.PreviewModel.Seen;
import org.labreel.export.JobState.Cancelled;
import org.labreel.export.JobState.Done;
import org.labreel.export.JobState.Failed;
import org.labreel.export.JobState.Running;
import org.labreel.export.JobState.Waiting;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notice.Choice;

/**
 * The sheet that makes clips: what is chosen beside what comes of it, then the queue. It may be closed while clips are
 * being made; their end is then told by a notice.
 */
public final class ExportView {
    private final ExportServices services;
    private final Runnable dismiss;
    private final ExportModel model;
    private final PreviewModel preview;
    private final PreviewView previewView;
    private final ExportForm form;
    private final Parent root;

    @FXML
    private Label title;
    @FXML
    private Label what;
    @FXML
    private Button queueButton;
    @FXML
    private HBox editor;
    @FXML
    private ScrollPane formPlace;
    @FXML
    private StackPane queuePage;
    @FXML
    private Label estimate;
    @FXML
    private Label warning;
    @FXML
    private Button resetButton;
    @FXML
    private Button backButton;
    @FXML
    private Button closeButton;
    @FXML
    private Button exportButton;

    /**
     * @param dismiss
     *            takes the sheet away
     */
    @SuppressWarnings("NullAway.Init")
    public ExportView(ExportServices services, Runnable dismiss) {
        this.services = services;
        this.dismiss = dismiss;
        this.model = new ExportModel(services.memory(), services.scales(), services.zone());
        this.preview = new PreviewModel(services.worker(), services.ui(), Preview::new);
        this.previewView = new PreviewView(preview, model.framing);
        this.form = new ExportForm(model, previewView::showFrame, services.worker(), services.ui());
        this.root = Fxml.load("export.fxml", this);
        services.queue().onEnded(this::ended);
    }

    @FXML
    void initialize() {
        VBox.setVgrow(previewView.root(), Priority.ALWAYS);
        HBox.setHgrow(previewView.root(), Priority.ALWAYS);
        editor.getChildren().addFirst(previewView.root());
        formPlace.setContent(form.root());
        queuePage.getChildren().add(new QueueView(services.queue(), services.opener()).root());
        model.lookProperty().subscribe(preview::show);
        model.changesProperty().subscribe(_ -> judged());
        model.output.preset.subscribe(preset -> previewView.setCroppable(FramingChoices.applies(preset)));
        preview.seenProperty().subscribe(seen -> seen.ifPresent(this::looked));
        services.queue().all().addListener((ListChangeListener<Entry>) _ -> nameQueue());
        nameQueue();
        // However the sheet was taken away.
        editor.sceneProperty().subscribe((_, scene) -> {
            if (scene == null) {
                preview.rest();
            }
        });
    }

    /** Fills the page that it lies over, within reason. */
    public Parent root() {
        return root;
    }

    /** Offers ranges; clips that are being made go on. */
    public void offer(ExportSubject next) {
        model.offer(next);
        title.setText("Export from " + next.title());
        form.begin();
        judged();
        showQueue(false);
        // The sheet must be in the window before anything on it can have the focus.
        FxThread.later(exportButton::requestFocus);
    }

    /** Shows the queue, whatever was chosen last. */
    public void showQueue() {
        showQueue(true);
        FxThread.later(closeButton::requestFocus);
    }

    private void showQueue(boolean shown) {
        editor.setVisible(!shown);
        queuePage.setVisible(shown);
        exportButton.setVisible(!shown);
        resetButton.setVisible(!shown);
        backButton.setVisible(shown && model.subjectProperty().get().isPresent());
        closeButton.setText(shown ? "Close" : "Cancel");
        closeButton.setDefaultButton(shown);
        exportButton.setDefaultButton(!shown);
        estimate.setVisible(!shown);
        judgeWarning();
        queueButton.setVisible(!shown);
        if (shown) {
            title.setText("Exports");
            what.setText("They go on when this is closed; the bar at the bottom of the window leads back here.");
            preview.rest();
        } else {
            model.subjectProperty().get().ifPresent(subject -> title.setText("Export from " + subject.title()));
            describe();
            preview.show(model.lookProperty().get());
        }
    }

    private void nameQueue() {
        long open = services.queue().unfinished();
        queueButton.setText(open == 0 ? "Exports" : "Exports (" + open + ")");
    }

    private void judged() {
        Map<Field, String> problems = model.problemsProperty().get();
        model.subjectProperty().get().ifPresent(subject -> {
            form.show(problems, subject, model.otherName(services.queue()::promises));
            exportButton.setDisable(!problems.isEmpty());
            describe();
        });
    }

    private void describe() {
        List<ExportSubject.Piece> chosen = model.ranges.chosen();
        what.setText(model.ranges.words());
        exportButton.setText(model.ranges.apart() ? "Export " + chosen.size() + " clips" : "Export");
    }

    private void looked(Seen seen) {
        seen.outline().ifPresent(outline -> model.setFrameSize(outline.frameSize()));
        Preset preset = model.output.preset.get();
        estimate.setText(seen.outline().map(outline -> ExportWords.outline(outline, preset == Preset.STILLS) + " · "
                + ExportWords.bound(preset, model.output.boundBytes())).orElse(""));
        judgeWarning();
    }

    private void judgeWarning() {
        Optional<ClipOutline> outline = preview.seenProperty().get().flatMap(Seen::outline);
        Optional<String> text = model.output.preset.get() == Preset.STILLS
                ? Optional.empty()
                : outline.flatMap(ExportWords::warning);
        warning.setText(text.orElse(""));
        warning.setVisible(editor.isVisible() && text.isPresent());
    }

    private void ended(Entry one) {
        if (root.getScene() != null && queuePage.isVisible()) {
            return;
        }
        switch (one.state()) {
            case Done(ExportReport report) -> {
                Path file = report.file();
                services.notices().info("Export finished", file.getFileName() + " · " + ExportWords.report(report),
                        new Choice("Open", () -> services.opener().open(file)),
                        new Choice("Show in folder", () -> services.opener().showInFolder(file)));
            }
            case Failed(String text) -> services.notices().show(new Notice(Notice.Level.ERROR, "Export failed",
                    one.request().target().getFileName() + ": " + text, Optional.empty(), List.of()));
            case Waiting _,Running _,Cancelled _ -> {
                // Nothing that the operator does not know.
            }
        }
    }

    /** Esc leaves a field first, then the sheet; that works wherever the focus is. */
    @FXML
    void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    @FXML
    void export() {
        model.remember();
        services.queue().add(model.requests(services.queue()::promises));
        showQueue();
    }

    @FXML
    void reset() {
        model.reset();
    }

    @FXML
    void toQueue() {
        showQueue();
    }

    @FXML
    void back() {
        model.subjectProperty().get().ifPresent(this::offer);
    }

    @FXML
    void close() {
        preview.rest();
        dismiss.run();
    }
}
