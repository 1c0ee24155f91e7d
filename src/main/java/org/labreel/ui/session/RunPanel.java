package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.model.StreamWish;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;
import org.labreel.session.StreamCheck;

/** What the session does now, the large buttons that change it, and whether what it needs is there. */
final class RunPanel {
    private final SessionsModel model;
    private final List<CheckLine> lines = new ArrayList<>();

    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private Label state;
    @FXML
    private Label detail;
    @FXML
    private Label refusal;
    @FXML
    private Label saved;
    @FXML
    private Button undo;
    @FXML
    private Button redo;
    @FXML
    private Button schedule;
    @FXML
    private Button arm;
    @FXML
    private Button start;
    @FXML
    private Button standBy;
    @FXML
    private Button stop;
    @FXML
    private Label hint;
    @FXML
    private VBox checks;

    @SuppressWarnings("NullAway.Init")
    RunPanel(SessionsModel model) {
        this.model = model;
    }

    void show(SessionView view) {
        StateLook look = StateLook.of(view, model);
        title.setText(view.session().name());
        state.setText(look.word());
        style(state, "state-pill", look.kind());
        style(root, "run-panel", look.kind());
        detail.setText(look.detail());
        DraftField.say(refusal, model.refusal(), Optional.empty());
        saved.setText(savedWords());
        undo.setDisable(!model.canUndo());
        redo.setDisable(!model.editor().canRedo());
        buttons(view.session().state());
        DraftField.say(hint, Optional.empty(), hint(view));
        checks(view);
    }

    static void style(Node node, String own, StateLook.Kind kind) {
        List<String> wanted = List.of(own, kind.style());
        if (!node.getStyleClass().containsAll(wanted)) {
            for (StateLook.Kind each : StateLook.Kind.values()) {
                node.getStyleClass().remove(each.style());
            }
            node.getStyleClass().removeAll(wanted);
            node.getStyleClass().addAll(wanted);
        }
    }

    private String savedWords() {
        Editor editor = model.editor();
        if (editor.isSaving()) {
            return "Saving…";
        }
        boolean wrong = editor.draft().filter(draft -> !draft.problems().isEmpty()).isPresent();
        return wrong ? "Not saved: see the red fields" : editor.isSaved() ? "Saved" : "Being written";
    }

    private void buttons(State now) {
        boolean started = now == State.STARTED;
        arm.setVisible(!started);
        arm.setManaged(!started);
        standBy.setVisible(started);
        standBy.setManaged(started);
        schedule.setDisable(!model.may(State.SCHEDULED));
        arm.setDisable(!model.may(State.STANDBY));
        standBy.setDisable(!model.may(State.STANDBY));
        start.setDisable(!model.may(State.STARTED));
        stop.setDisable(!model.may(State.STOPPED));
        stop.setText(switch (now) {
            case SCHEDULED -> "Unschedule";
            case STANDBY -> "Disarm";
            case STOPPED, STARTED -> "Stop";
        });
    }

    private Optional<String> hint(SessionView view) {
        State now = view.session().state();
        boolean held = now == State.STANDBY || now == State.STARTED;
        if (!model.desk().connection().up()) {
            return Optional.of("This is what was last known. It goes on by itself when the other program is back.");
        }
        if (!model.desk().can(Operation.CHANGE_STATE)) {
            return Optional.of("This endpoint cannot change the state of sessions.");
        }
        if (held && !view.here()) {
            return Optional
                    .of("Another program, or the Live page, records this session. It can be changed only there.");
        }
        if (!model.desk().can(Operation.EDIT, view.session().id())) {
            return Optional.of("The endpoint has this plan, and cannot change it. Duplicate the session for another.");
        }
        if (held) {
            return Optional.of("Stop the session to change its plan.");
        }
        return now == State.STOPPED && view.session().plan().start().isEmpty()
                ? Optional.of("To schedule it, give it a start below.")
                : Optional.empty();
    }

    private record Wanted(Session.Camera camera, StreamWish wish) {
    }

    private void checks(SessionView view) {
        List<Wanted> all = view.session().cameras().stream().flatMap(camera -> camera.streams().stream()
                .map(wish -> new Wanted(camera, wish))).toList();
        while (lines.size() < all.size()) {
            lines.add(new CheckLine());
        }
        while (lines.size() > all.size()) {
            lines.removeLast();
        }
        if (!checks.getChildren().equals(lines)) {
            checks.getChildren().setAll(lines);
        }
        for (int i = 0; i < all.size(); i++) {
            Wanted each = all.get(i);
            Optional<StreamCheck> check = view.checks().stream()
                    .filter(one -> one.camera().equals(each.camera().id()) && one.wish().id().equals(each.wish().id()))
                    .findFirst();
            lines.get(i).show(Stream.of(each.wish().type().word(), "of", Wording.camera(each.camera()),
                    each.wish().required() ? "(required)" : "").filter(word -> !word.isEmpty())
                    .reduce((one, other) -> one + " " + other).orElse(""), check, each.wish().required());
        }
    }

    @FXML
    void schedule() {
        model.change(State.SCHEDULED);
    }

    @FXML
    void arm() {
        model.change(State.STANDBY);
    }

    @FXML
    void start() {
        model.change(State.STARTED);
    }

    @FXML
    void stop() {
        model.change(State.STOPPED);
    }

    @FXML
    void undo() {
        model.undo();
    }

    @FXML
    void redo() {
        model.editor().redo();
    }
}
