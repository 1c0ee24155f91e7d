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
    private final BrowserModel model;
    private final CompareModel compare;
    private final Parent root;

    @FXML
    private VBox facts;
    @FXML
    private Label nothing;
    @FXML
    private Label changes;

    @SuppressWarnings("NullAway.Init")
    StateView(BrowserModel model, CompareModel compare) {
        this.model = model;
        this.compare = compare;
        this.root = Fxml.load("state.fxml", this);
        model.shownProperty().subscribe(this::show);
        compare.shownProperty().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show() {
        Optional<FrameLoader.Loaded> shown = model.shownProperty().get();
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
        List<StateFacts.Fact> second = second();
        while (facts.getChildren().size() < list.size()) {
            facts.getChildren().add(new FactBox());
        }
        for (int i = 0; i < list.size(); i++) {
            StateFacts.Fact fact = list.get(i);
            ((FactBox) facts.getChildren().get(i)).show(fact,
                    second.stream().filter(other -> other.name().equals(fact.name())).findFirst());
        }
    }

    /** What is known at the frame that is compared with this one; empty while none is. */
    private List<StateFacts.Fact> second() {
        return compare.logProperty().get().flatMap(log -> compare.shownProperty().get().map(loaded -> {
            // What is new there since the frame before is not what is compared here.
            StateAtFrame known = new StateAtFrame(loaded.known().now(), Optional.empty(), loaded.known().clocks());
            return StateFacts.of(known, log.timeOf(loaded.frame()));
        })).orElse(List.of());
    }
}
