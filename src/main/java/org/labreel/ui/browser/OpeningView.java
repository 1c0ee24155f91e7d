package org.labreel.ui.browser;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.Job;

/** Says while a log is being opened how far it is, and lets it be given up. */
final class OpeningView {
    private final BrowserModel model;
    private final Parent root;

    @FXML
    private VBox opening;
    @FXML
    private Label openingText;
    @FXML
    private ProgressBar openingBar;

    @SuppressWarnings("NullAway.Init")
    OpeningView(BrowserModel model) {
        this.model = model;
        this.root = Fxml.load("opening.fxml", this);
        model.openingProperty().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show(Optional<Job> job) {
        opening.setVisible(job.isPresent());
        openingBar.progressProperty().unbind();
        job.ifPresent(found -> {
            openingText.setText(found.title() + "…");
            openingBar.progressProperty().bind(found.progressProperty());
        });
    }

    @FXML
    void cancelOpening() {
        model.cancelOpening();
    }
}
