package org.labreel.ui.live;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.labreel.model.Loss;
import org.labreel.ui.kit.Themes;

/** The loss ledger of this run, opened from the figure in the health line. */
final class LossPanel {
    private static final double WIDTH = 460;

    private final ListView<Loss> list = new ListView<>();
    private final PopOver popOver = new PopOver(new StackPane(list));

    LossPanel() {
        list.setId("losses");
        list.setAccessibleText("Losses since the source was opened, newest first");
        list.setPrefSize(WIDTH, 220);
        list.setPlaceholder(new Label("Nothing was lost since the source was opened."));
        list.setCellFactory(_ -> new LossCell());
        popOver.setTitle("Losses since the source was opened");
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.getStyleClass().add("loss-popover");
        Themes.dress(popOver.getRoot());
    }

    void toggle(Node owner) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(owner);
        }
    }

    void refresh(LossLedger ledger) {
        List<Loss> next = ledger.newestFirst();
        if (!next.equals(list.getItems())) {
            list.getItems().setAll(next);
        }
    }

    private static final class LossCell extends ListCell<Loss> {
        private final Label head = new Label();
        private final Label detail = new Label();
        private final VBox box = new VBox(2, head, detail);

        LossCell() {
            head.getStyleClass().add("loss-head");
            detail.getStyleClass().addAll("muted", "small", "loss-detail");
            detail.setWrapText(true);
            box.setMaxWidth(WIDTH - 40);
            box.setPrefWidth(WIDTH - 40);
        }

        @Override
        protected void updateItem(Loss loss, boolean empty) {
            super.updateItem(loss, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                LossText words = LossText.of(loss, ZoneId.systemDefault());
                head.setText(words.head());
                detail.setText(words.detail());
            }
        }
    }
}
