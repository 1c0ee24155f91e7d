package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Fxml;

/** The panel that tells the state of the device at the frame that is shown. */
final class StateView {
    private final Parent root;

    @FXML
    private VBox facts;
    @FXML
    private Label nothing;
    @FXML
    private Label changes;

    @SuppressWarnings("NullAway.Init")
    StateView(BrowserModel model) {
        this.root = Fxml.load("state.fxml", this);
        model.shownProperty().subscribe(shown -> show(model, shown));
    }

    Parent root() {
        return root;
    }

    private void show(BrowserModel model, Optional<FrameLoader.Loaded> shown) {
        Optional<OpenLog> log = model.openProperty().get();
        nothing.setVisible(shown.isEmpty() || log.isEmpty());
        if (shown.isEmpty() || log.isEmpty()) {
            changes.setText("");
            facts.getChildren().clear();
            return;
        }
        OpenLog open = log.get();
        FrameLoader.Loaded loaded = shown.get();
        List<StateFacts.Fact> list = StateFacts.of(loaded.known(), open.timeOf(loaded.frame()));
        changes.setText(StateFacts.changes(loaded.known(), list, loaded.frame()));
        while (facts.getChildren().size() < list.size()) {
            facts.getChildren().add(new FactBox());
        }
        for (int i = 0; i < list.size(); i++) {
            ((FactBox) facts.getChildren().get(i)).show(list.get(i));
        }
    }
}
