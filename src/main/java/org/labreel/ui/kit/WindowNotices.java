package org.labreel.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Notices in the lower right corner of the window. They are part of it, above the line that tells how the feed does and
 * above the buttons of a sheet: a window of their own would be cut off at the screen's edge and has no theme. Errors
 * stay until they are closed.
 */
public final class WindowNotices implements Notices {
    private static final int SHOWN_MOST = 4;

    private final List<NoticeCard> cards = new ArrayList<>();
    private final VBox stack = new VBox();
    private final Label earlier = new Label();

    public WindowNotices() {
        stack.getStyleClass().add("notices");
        stack.setAlignment(Pos.BOTTOM_RIGHT);
        stack.setPickOnBounds(false);
        earlier.getStyleClass().add("notices-earlier");
    }

    /** Lies over the pages and lets through what is not meant for a notice. */
    public Node layer() {
        return stack;
    }

    @Override
    public void show(Notice notice) {
        FxThread.run(() -> {
            cards.stream().filter(card -> card.says(notice)).toList().forEach(this::remove);
            NoticeCard card = new NoticeCard(notice, this::remove);
            cards.add(card);
            arrange();
        });
    }

    @Override
    public void withdraw(String title) {
        FxThread.run(() -> cards.stream().filter(card -> card.isCalled(title)).toList().forEach(this::remove));
    }

    private void remove(NoticeCard card) {
        card.end();
        if (cards.remove(card)) {
            boolean hadFocus = card.holdsFocus();
            arrange();
            if (hadFocus && stack.getScene() != null) {
                stack.getScene().getRoot().requestFocus();
            }
        }
    }

    /** The newest are shown; the others come back as those are closed. */
    private void arrange() {
        int hidden = Math.max(0, cards.size() - SHOWN_MOST);
        List<Node> shown = new ArrayList<>(cards.subList(hidden, cards.size()));
        if (hidden > 0) {
            earlier.setText(hidden == 1 ? "1 earlier notice" : hidden + " earlier notices");
            shown.addFirst(earlier);
        }
        stack.getChildren().setAll(shown);
    }
}
