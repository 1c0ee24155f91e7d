package org.labreel.ui.session;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Session;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.Units;

/** A session in the list: state by colour and word, next start, size, whether the disk will hold it. */
final class SessionCell extends ListCell<SessionView> {
    private final SessionsModel model;
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final Label room = new Label();
    private final VBox box;

    SessionCell(SessionsModel model) {
        this.model = model;
        name.getStyleClass().add("session-name");
        name.setMinWidth(0);
        state.getStyleClass().add("state-pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        detail.getStyleClass().add("session-detail");
        room.getStyleClass().add("session-detail");
        box = new VBox(2, head, detail, room);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SessionView view, boolean empty) {
        super.updateItem(view, empty);
        if (empty || view == null) {
            setGraphic(null);
            return;
        }
        StateLook look = StateLook.of(view, model);
        name.setText(view.session().name());
        state.setText(look.word());
        RunPanel.style(state, "state-pill", look.kind());
        detail.setText(look.detail());
        Optional<String> second = second(view, look);
        room.setText(second.orElse(""));
        room.setManaged(second.isPresent());
        room.setVisible(second.isPresent());
        setGraphic(box);
        setAccessibleText(view.session().name() + ", " + look.word() + ", " + look.detail());
    }

    /** What it recorded so far, where the first line tells other things; and whether there is room for the plan. */
    private static Optional<String> second(SessionView view, StateLook look) {
        Session session = view.session();
        String recorded = look.kind() == StateLook.Kind.STOPPED
                || session.segments().stream().noneMatch(segment -> segment.end().isPresent())
                        ? ""
                        : Wording.recorded(session);
        String need = view.forecast().filter(each -> each.neededBytes() > 0)
                .map(each -> "needs " + Units.bytes(each.neededBytes()) + (each.fits() ? "" : ", will not fit"))
                .orElse("");
        String both = recorded.isEmpty() || need.isEmpty() ? recorded + need : recorded + " · " + need;
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }
}
