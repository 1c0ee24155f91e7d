package org.labreel.ui.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.labreel.export.ExportQueue.Entry;
import org.labreel.export.ExportReport;
import org.labreel.export.JobState;
import org.labreel.export.JobState.Cancelled;
import org.labreel.export.JobState.Done;
import org.labreel.export.JobState.Failed;
import org.labreel.export.JobState.Running;
import org.labreel.export.JobState.Waiting;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Opener;

/** A clip in the list of the queue. */
final class QueueEntry {
    private Entry export;
    private final Exports queue;
    private final Opener opener;
    private final Parent root;

    @FXML
    private FontIcon icon;
    @FXML
    private Label name;
    @FXML
    private Label text;
    @FXML
    private Label notes;
    @FXML
    private VBox running;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label note;
    @FXML
    private Label left;
    @FXML
    private HBox done;
    @FXML
    private Button upButton;
    @FXML
    private Button downButton;
    @FXML
    private Button cancelButton;
    @FXML
    private Button againButton;
    @FXML
    private Button removeButton;

    @SuppressWarnings("NullAway.Init")
    QueueEntry(Entry export, Exports queue, Opener opener) {
        this.export = export;
        this.queue = queue;
        this.opener = opener;
        this.root = Fxml.load("entry.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        name.setText(String.valueOf(file().getFileName()));
        name.setTooltip(new Tooltip(export.request().target().toString()));
        refresh(export);
    }

    /** Its state, or its place among the others, may have changed. */
    void refresh(Entry now) {
        export = now;
        JobState state = now.state();
        running.setVisible(state instanceof Running);
        done.setVisible(state instanceof Done);
        cancelButton.setVisible(!state.ended());
        againButton.setVisible(state instanceof Failed || state instanceof Cancelled);
        removeButton.setVisible(state.ended());
        boolean waits = state instanceof Waiting;
        upButton.setVisible(waits);
        downButton.setVisible(waits);
        upButton.setDisable(!queue.canMove(export, -1));
        downButton.setDisable(!queue.canMove(export, 1));
        notes.setText("");
        switch (state) {
            case Waiting _ -> tell("mdi2t-timer-sand", "export-quiet", "Waits for those before it");
            case Running going -> follow(going);
            case Done(ExportReport report) -> {
                tell("mdi2c-check-circle-outline", "export-good", ExportWords.report(report));
                notes.setText(String.join("\n", report.notes()));
            }
            case Failed(String why) -> {
                tell("mdi2a-alert-circle-outline", "export-bad", why);
                notes.setText("Nothing was left behind, and the log is unchanged.");
            }
            case Cancelled _ -> tell("mdi2c-cancel", "export-quiet", "Cancelled; nothing of it was kept");
        }
        notes.setVisible(!notes.getText().isEmpty());
    }

    private void tell(String literal, String style, String words) {
        icon.setIconLiteral(literal);
        icon.getStyleClass().removeAll("export-good", "export-bad", "export-quiet", "export-busy");
        icon.getStyleClass().add(style);
        text.setText(words);
        text.setVisible(!words.isEmpty());
    }

    private void follow(Running now) {
        tell("mdi2m-movie-open-cog-outline", "export-busy", "");
        bar.setProgress(now.part());
        note.setText(now.paused()
                ? "Waits: the recording comes first"
                : String.format(Locale.ROOT, "%.0f %%", now.part() * 100));
        left.setText(now.left().map(ExportWords::remaining).orElse(""));
    }

    private Path file() {
        return export.request().target();
    }

    @FXML
    void open() {
        opener.open(file());
    }

    @FXML
    void showInFolder() {
        opener.showInFolder(file());
    }

    @FXML
    void copyPath() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, file().toAbsolutePath().toString()));
    }

    @FXML
    void up() {
        queue.move(export, -1);
    }

    @FXML
    void down() {
        queue.move(export, 1);
    }

    @FXML
    void cancel() {
        queue.cancel(export);
    }

    @FXML
    void again() {
        queue.again(export);
    }

    @FXML
    void remove() {
        queue.remove(export);
    }
}
