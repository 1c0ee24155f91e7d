package org.labreel.ui.browser;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Job;

/**
 * Says that there is, or will be, more of the log than is shown: while a large one is indexed, after that was stopped,
 * and while one is still being written. It also is what looks for new frames, every second while the page is shown.
 */
final class ReachStrip {
    private static final Duration LOOK = Duration.seconds(1);

    private final BrowserModel model;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button button = new Button();
    private final Region space = new Region();
    private final HBox root = new HBox(text, bar, space, button);
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> beat()));

    ReachStrip(BrowserModel model) {
        this.model = model;
        root.setId("reach");
        root.getStyleClass().add("reach");
        root.setAlignment(Pos.CENTER_LEFT);
        root.managedProperty().bind(root.visibleProperty());
        HBox.setHgrow(space, Priority.ALWAYS);
        text.getStyleClass().add("reach-text");
        bar.setPrefWidth(120);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setAccessibleText("Part of the log indexed");
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        looking.setCycleCount(Animation.INDEFINITE);
        model.openProperty().subscribe(_ -> show());
        model.indexingProperty().subscribe((Optional<Job> job) -> bind(job));
    }

    Parent root() {
        return root;
    }

    /** Looks for new frames from here on. */
    void begin() {
        looking.play();
    }

    /** Looks no more. */
    void end() {
        looking.stop();
    }

    private void beat() {
        model.readOn();
        show();
    }

    private void bind(Optional<Job> job) {
        bar.progressProperty().unbind();
        job.ifPresent(found -> bar.progressProperty().bind(found.progressProperty()));
        show();
    }

    private void show() {
        Optional<OpenLog> log = model.openProperty().get();
        Optional<Job> job = model.indexingProperty().get();
        Reach reach = log.map(OpenLog::reach).orElse(Reach.WHOLE);
        root.setVisible(log.isPresent() && (job.isPresent() || reach != Reach.WHOLE));
        bar.setVisible(job.isPresent());
        button.setVisible(reach == Reach.PART || job.isPresent());
        if (job.isPresent()) {
            indexing(log, job.get());
        } else if (reach == Reach.PART) {
            stopped(log);
        } else {
            text.setGraphic(Icons.of("mdi2r-record-circle-outline", "reach-growing"));
            text.setText("Still being written: new frames appear at the end by themselves.");
        }
    }

    private void indexing(Optional<OpenLog> log, Job job) {
        text.setGraphic(null);
        text.setText("Reading on" + frames(log)
                + job.remaining().map(left -> ", " + TimeText.span(left) + " left").orElse(""));
        button.setText("Stop");
        button.setTooltip(new Tooltip("What is read so far stays"));
        button.setOnAction(_ -> model.stopIndexing());
    }

    private void stopped(Optional<OpenLog> log) {
        text.setGraphic(Icons.of("mdi2i-information-outline", "note-icon"));
        text.setText("Reading was stopped" + frames(log));
        button.setText("Read the rest");
        button.setTooltip(null);
        button.setOnAction(_ -> model.indexOn());
    }

    private static String frames(Optional<OpenLog> log) {
        return log.map(found -> String.format(": %,d frames so far", found.frames())).orElse("");
    }
}
