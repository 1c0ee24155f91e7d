package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.labreel.model.Session;
import org.labreel.session.CameraHealth;
import org.labreel.session.CameraView;
import org.labreel.session.SessionView;

/** The cameras that a session may record, each with the streams asked of it. */
final class CamerasForm {
    private final SessionsModel model;
    private final List<CameraCard> cards = new ArrayList<>();

    @FXML
    private VBox cameras;
    @FXML
    private Label none;
    @FXML
    private Label words;

    @SuppressWarnings("NullAway.Init")
    CamerasForm(SessionsModel model) {
        this.model = model;
    }

    void show(SessionView view) {
        Optional<Draft> draft = model.editor().draft();
        if (draft.isEmpty()) {
            return;
        }
        List<Session.Camera> all = all(draft.get());
        if (!all.stream().map(Session.Camera::id).toList().equals(cards.stream().map(CameraCard::camera).toList())) {
            cards.clear();
            all.forEach(camera -> cards.add(new CameraCard(model.editor(), camera)));
            cameras.getChildren().setAll(cards);
        }
        for (CameraCard card : cards) {
            card.show(draft.get().cameras().stream().filter(each -> each.id().equals(card.camera())).findFirst(),
                    health(view, card.camera()), model.editor().editable());
        }
        none.setVisible(all.isEmpty());
        none.setManaged(all.isEmpty());
        DraftField.say(words, Optional.ofNullable(draft.get().problems().get(Draft.Field.CAMERAS)),
                draft.get().cameras().isEmpty()
                        ? Optional.of("Choose at least one camera; a session without one cannot be armed.")
                        : Optional.empty());
    }

    /** Those configured, then those that the plan names and nobody configured. */
    private List<Session.Camera> all(Draft draft) {
        List<Session.Camera> all = new ArrayList<>(
                model.desk().stock().cameras().stream().map(CameraView::camera).toList());
        draft.cameras().stream().map(CameraDraft::camera)
                .filter(camera -> all.stream().noneMatch(each -> each.id().equals(camera.id()))).forEach(all::add);
        return all;
    }

    private Optional<CameraHealth> health(SessionView view, UUID camera) {
        return view.cameras().stream().filter(each -> each.camera().id().equals(camera)).map(CameraView::health)
                .findFirst().or(() -> model.desk().stock().cameras().stream()
                        .filter(each -> each.camera().id().equals(camera)).map(CameraView::health).findFirst());
    }
}
