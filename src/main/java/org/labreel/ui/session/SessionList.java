package org.labreel.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;

/** The sessions of the desk, and what can be done with one as a whole. */
final class SessionList {
    private final SessionsModel model;
    private final PlanShelf plans;
    private final PlanFiles files;
    private boolean showing;

    @FXML
    private ListView<SessionView> list;
    @FXML
    private Label nothing;
    @FXML
    private Label missing;
    @FXML
    private Label damaged;
    @FXML
    private Button create;
    @FXML
    private Button duplicate;
    @FXML
    private Button importPlan;
    @FXML
    private Button exportPlan;
    @FXML
    private Button delete;
    @FXML
    private VBox question;
    @FXML
    private Label questionText;

    @SuppressWarnings("NullAway.Init")
    SessionList(SessionsModel model, PlanShelf plans, PlanFiles files) {
        this.model = model;
        this.plans = plans;
        this.files = files;
    }

    @FXML
    void initialize() {
        list.setCellFactory(_ -> new SessionCell(model));
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().subscribe(view -> {
            if (!showing && view != null) {
                model.select(Optional.of(view.session().id()));
            }
        });
    }

    void show() {
        showing = true;
        List<SessionView> all = model.desk().sessions();
        if (ids(list.getItems()).equals(ids(all))) {
            for (int i = 0; i < all.size(); i++) {
                list.getItems().set(i, all.get(i));
            }
        } else {
            list.getItems().setAll(all);
        }
        model.selected().map(view -> ids(all).indexOf(view.session().id())).filter(at -> at >= 0)
                .filter(at -> at != list.getSelectionModel().getSelectedIndex()).ifPresent(at -> {
                    list.getSelectionModel().clearAndSelect(at);
                    list.scrollTo(Math.max(0, at - 2));
                });
        boolean chosen = model.selected().isPresent();
        create.setDisable(!model.desk().can(Operation.CREATE));
        importPlan.setDisable(!model.desk().can(Operation.CREATE));
        duplicate.setDisable(!chosen || !model.desk().can(Operation.CREATE));
        exportPlan.setDisable(!chosen);
        delete.setDisable(!model.mayDelete());
        nothing.setText(model.desk().connection().up()
                ? "No session yet. Press New (N) to plan the first one."
                : "The sessions are not known yet.");
        DraftField.say(missing, Optional.empty(),
                Missing.words(model.desk().missing()).map(words -> model.desk().remark().map(more -> words + " " + more)
                        .orElse(words)));
        DraftField.say(damaged, Wording.damaged(model.desk().stock().damaged()), Optional.empty());
        question();
        showing = false;
    }

    private void question() {
        question.setVisible(model.deleteAsked());
        question.setManaged(model.deleteAsked());
        model.selected().ifPresent(view -> questionText.setText("Move \"" + view.session().name()
                + "\" to the trash? " + Wording.recorded(view.session())
                + (model.desk().can(Operation.RESTORE) ? "; Ctrl+Z brings it back." : ".")));
    }

    private static List<UUID> ids(List<SessionView> views) {
        return views.stream().map(view -> view.session().id()).toList();
    }

    Node focus() {
        return list;
    }

    @FXML
    void create() {
        plans.create();
    }

    @FXML
    void duplicate() {
        plans.duplicate();
    }

    @FXML
    void askDelete() {
        model.askDelete(true);
    }

    @FXML
    void delete() {
        model.delete();
    }

    @FXML
    void keep() {
        model.askDelete(false);
    }

    @FXML
    void importPlan() {
        files.toOpen(list.getScene().getWindow()).ifPresent(plans::importFrom);
    }

    @FXML
    void exportPlan() {
        model.selected().flatMap(view -> files.toSave(list.getScene().getWindow(), view.session().name() + ".json"))
                .ifPresent(plans::exportTo);
    }
}
