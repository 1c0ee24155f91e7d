package org.labreel.ui.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.model.Board;
import org.labreel.ui.export.ExportModel.Done;
import org.labreel.ui.export.ExportModel.Editing;
import org.labreel.ui.export.ExportModel.Failed;
import org.labreel.ui.export.ExportModel.Phase;
import org.labreel.ui.export.ExportModel.Running;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.Notice.Choice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;

/**
 * The sheet that makes a clip of a range: choices, then progress, then what came of it. It may be closed while a clip
 * is being made; the end is then told by a notice.
 */
public final class ExportView {
    private final ExportModel model;
    private final Notices notices;
    private final Opener opener;
    private final Runnable dismiss;
    private final ExportForm form;
    private final Parent root;
    private Optional<ExportSubject> subject = Optional.empty();

    @FXML
    private Label title;
    @FXML
    private Label what;
    @FXML
    private Label warning;
    @FXML
    private StackPane formPlace;
    @FXML
    private VBox running;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label runningNote;
    @FXML
    private Label runningLeft;
    @FXML
    private VBox done;
    @FXML
    private Label doneFile;
    @FXML
    private Label doneText;
    @FXML
    private Label doneNotes;
    @FXML
    private VBox failed;
    @FXML
    private Label failedText;
    @FXML
    private Button exportButton;
    @FXML
    private Button closeButton;

    /**
     * @param dismiss
     *            takes the sheet away
     */
    public ExportView(Background background, Notices notices, Opener opener, Runnable dismiss) {
        this(new ExportModel(background, Exporter::run), notices, opener, dismiss);
    }

    @SuppressWarnings("NullAway.Init")
    ExportView(ExportModel model, Notices notices, Opener opener, Runnable dismiss) {
        this.model = model;
        this.notices = notices;
        this.opener = opener;
        this.dismiss = dismiss;
        this.form = new ExportForm();
        this.root = Fxml.load("export.fxml", this);
        model.phaseProperty().subscribe(this::show);
    }

    @FXML
    void initialize() {
        formPlace.getChildren().add(form.root());
        exportButton.disableProperty().bind(form.readyProperty().not());
    }

    public Parent root() {
        return root;
    }

    /** Offers a range; while another clip is being made, that one goes on and stays in view. */
    public void offer(ExportRequest.Range range, Optional<Board> board, Duration duration) {
        if (model.running()) {
            return;
        }
        ExportSubject next = new ExportSubject(range, board, duration);
        subject = Optional.of(next);
        model.edit();
        title.setText("Export from " + next.title());
        what.setText(next.summary());
        warning.setText(next.warning().orElse(""));
        warning.setVisible(next.warning().isPresent());
        form.show(next);
    }

    private void show(Phase phase) {
        formPlace.setVisible(phase instanceof Editing);
        running.setVisible(phase instanceof Running);
        done.setVisible(phase instanceof Done);
        failed.setVisible(phase instanceof Failed);
        exportButton.setVisible(phase instanceof Editing);
        closeButton.setText(phase instanceof Editing ? "Cancel" : "Close");
        warning.setVisible(phase instanceof Editing && !warning.getText().isEmpty());
        bar.progressProperty().unbind();
        switch (phase) {
            case Editing _ -> {
            }
            case Running(Job job) -> running(job);
            case Done(ExportReport report) -> done(report);
            case Failed(String text, Exception cause) -> failed(text, cause);
        }
    }

    private void running(Job job) {
        bar.progressProperty().bind(job.progressProperty());
        job.noteProperty().subscribe(runningNote::setText);
        job.progressProperty().subscribe(
                _ -> runningLeft.setText(job.remaining().map(ExportWords::remaining).orElse("")));
    }

    private void done(ExportReport report) {
        doneFile.setText(String.valueOf(report.file().getFileName()));
        doneText.setText(ExportWords.report(report));
        doneNotes.setText(String.join("\n", report.notes()));
        doneNotes.setVisible(!report.notes().isEmpty());
        if (!seen()) {
            Path file = report.file();
            notices.info("Export finished", file.getFileName() + " · " + ExportWords.report(report),
                    new Choice("Open", () -> opener.open(file)),
                    new Choice("Show in folder", () -> opener.showInFolder(file)));
        }
    }

    private void failed(String text, Exception cause) {
        failedText.setText(text);
        if (!seen()) {
            notices.error("Export failed", text, cause);
        }
    }

    private boolean seen() {
        return root.getScene() != null && root.getParent() != null && root.getParent().isVisible();
    }

    @FXML
    void export() {
        subject.map(found -> form.choices().request(found)).ifPresent(model::start);
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void back() {
        model.edit();
    }

    @FXML
    void close() {
        dismiss.run();
    }

    @FXML
    void open() {
        file().ifPresent(opener::open);
    }

    @FXML
    void showInFolder() {
        file().ifPresent(opener::showInFolder);
    }

    @FXML
    void copyPath() {
        file().ifPresent(file -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, file.toAbsolutePath().toString())));
    }

    private Optional<Path> file() {
        return model.phaseProperty().get() instanceof Done(ExportReport report)
                ? Optional.of(report.file())
                : Optional.empty();
    }
}
