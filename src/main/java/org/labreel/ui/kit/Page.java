package org.labreel.ui.kit;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/** A view that the window shows as a whole, one at a time, with an entry in the rail. JavaFX thread. */
public interface Page {
    /** Stable and short, "live"; also the CSS id of its rail button, "rail-live". */
    String name();

    /** In the rail. */
    String title();

    /** An Ikonli literal, "mdi2v-video". */
    String icon();

    Parent root();

    /** It is seen from now on: subscribe, start decoding. */
    void activate();

    /** It is not seen any more: whatever it subscribed to is released. */
    void deactivate();

    /**
     * A key pressed while this page is shown, wherever the focus is, unless a control needs the key itself (text fields
     * need all, buttons Space, lists their arrows). Consume the event to claim it.
     */
    default void keyPressed(KeyEvent event) {
    }

    /** For the shortcut sheet. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }
}
