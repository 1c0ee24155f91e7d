package org.labreel.ui.live;

import java.util.Optional;
import javafx.scene.layout.Pane;
import org.labreel.ui.kit.Fxml;

/** A card that few sources need. It is made when one does, so that no start has to wait for it. JavaFX thread. */
final class LateCard<P> {
    private final String fxml;
    private final P panel;
    private boolean made;

    /**
     * @param fxml
     *            the view
     * @param panel
     *            its controller
     */
    LateCard(String fxml, P panel) {
        this.fxml = fxml;
        this.panel = panel;
    }

    /** Puts it on top of the others, unless it is there already. */
    void makeIn(Pane cards) {
        if (!made) {
            made = true;
            cards.getChildren().addFirst(Fxml.load(fxml, panel));
        }
    }

    /** The panel, once it was needed. */
    Optional<P> made() {
        return made ? Optional.of(panel) : Optional.empty();
    }
}
