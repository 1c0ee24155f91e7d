package org.labreel.ui.browser;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.labreel.ui.kit.Fxml;

/** The panel that tells the state of the device at the frame that is shown. */
final class StateView {
    private final BrowserModel model;
    private final FrameStage stage;
    private final Parent root;

    @FXML
    private VBox facts;
    @FXML
    private Label nothing;
    @FXML
    private Label changes;
    @FXML
    private Tooltip changesTip;

    @SuppressWarnings("NullAway.Init")
    StateView(BrowserModel model, FrameStage stage) {
        this.model = model;
        this.stage = stage;
        this.root = Fxml.load("state.fxml", this);
        model.shownProperty().subscribe(this::show);
        stage.compare().shownProperty().subscribe(this::show);
        stage.focusProperty().subscribe(_ -> show());
    }

    Parent root() {
        return root;
    }

    private void show() {
        // While cameras go in step, the one that the operator turned to; while two frames are compared, A with B.
        Optional<CompareModel> focused = stage.focused().filter(_ -> stage.step().activeProperty().get());
        Optional<FrameLoader.Loaded> shown = focused.map(side -> side.shownProperty().get())
                .orElseGet(() -> model.shownProperty().get());
        Optional<OpenLog> log = focused.map(side -> side.logProperty().get())
                .orElseGet(() -> model.openProperty().get());
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
        // One line, so that the facts have the room and never move; all of it in the tip.
        changesTip.setText(changes.getText());
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
        CompareModel compare = stage.compare();
        if (stage.step().activeProperty().get()) {
            return List.of();
        }
        return compare.logProperty().get().flatMap(log -> compare.shownProperty().get().map(loaded -> {
            // What is new there since the frame before is not what is compared here.
            StateAtFrame known = new StateAtFrame(loaded.known().now(), Optional.empty(), loaded.known().clocks());
            return StateFacts.of(known, log.timeOf(loaded.frame()));
        })).orElse(List.of());
    }
}
