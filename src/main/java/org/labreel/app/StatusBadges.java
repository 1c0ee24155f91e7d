package org.labreel.app;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.labreel.ui.kit.Icons;
import org.labreel.ui.session.SessionBadge;

/** Says at the bottom of every page what is being recorded. */
final class StatusBadges {
    private final Label recording = new Label();
    private final Label session = new Label();

    StatusBadges() {
        recording.setGraphic(Icons.of("mdi2r-record"));
        recording.getStyleClass().add("status-recording");
        session.setGraphic(Icons.of("mdi2c-calendar-clock"));
        show(recording, false);
        show(session, false);
    }

    List<Node> nodes() {
        return List.of(recording, session);
    }

    /** A recording that runs; empty when none does. */
    void setRecording(Optional<String> text) {
        text.ifPresent(recording::setText);
        show(recording, text.isPresent());
    }

    /** The session that is armed or being recorded; empty when none is. */
    void setSession(Optional<SessionBadge> badge) {
        badge.ifPresent(now -> {
            session.setText(now.text());
            session.getStyleClass().setAll("label", "status-session", now.style());
        });
        show(session, badge.isPresent());
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
