package org.labreel.app;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.Themes;

/** The running work in the status bar: a button that opens the list, and the progress of the oldest. */
final class RunningJobs {
    private final Background background;
    private final StatusBar bar;
    private final Button button = new Button("", Icons.of("mdi2p-progress-clock"));
    private final TaskProgressView<JobMirror> list = new TaskProgressView<>();
    private final PopOver popOver = new PopOver(new StackPane(list));

    RunningJobs(Background background, StatusBar bar) {
        this.background = background;
        this.bar = bar;
        button.getStyleClass().addAll("flat", "small", "jobs-button");
        button.setOnAction(_ -> popOver.show(button));
        button.visibleProperty().bind(Bindings.isNotEmpty(background.running()));
        button.managedProperty().bind(button.visibleProperty());
        list.setPrefSize(380, 150);
        popOver.setTitle("Running work");
        Themes.dress(popOver.getRoot());
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        bar.getRightItems().add(button);
        background.running().addListener((ListChangeListener<Job>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> list.getTasks().add(new JobMirror(job)));
            }
            refresh();
        });
        refresh();
    }

    private void refresh() {
        bar.progressProperty().unbind();
        int count = background.running().size();
        button.setText(count == 1 ? "1 job" : count + " jobs");
        if (count == 0) {
            bar.setProgress(0);
            popOver.hide();
        } else {
            bar.progressProperty().bind(background.running().getFirst().progressProperty());
        }
    }
}
