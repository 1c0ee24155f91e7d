package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands above one side of a comparison: which log, which frame, when. */
final class SideHead extends HBox {
    private final ZoneId zone;
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label wall = new Label();
    private String camera = "";

    /**
     * @param letter
     *            of the side
     * @param buttons
     *            at its right end
     */
    SideHead(String letter, ZoneId zone, Node... buttons) {
        this.zone = zone;
        Label badge = new Label(letter);
        badge.getStyleClass().add("side-letter");
        badge.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("side-log");
        name.setId("sideLog" + letter);
        place.getStyleClass().add("side-place");
        place.setId("sidePlace" + letter);
        wall.getStyleClass().add("side-place");
        wall.setId("sideWall" + letter);
        VBox texts = new VBox(name, place, wall);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getStyleClass().add("side-head");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(badge, texts);
        for (Node button : buttons) {
            ((Region) button).setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
        managedProperty().bind(visibleProperty());
    }

    /**
     * @param remark
     *            more to say of the place; may be empty
     */
    void show(Optional<OpenLog> log, int frame, String remark) {
        if (log.isEmpty() || frame < 0 || frame >= log.get().frames()) {
            name.setText("");
            place.setText("");
            wall.setText("");
            return;
        }
        OpenLog open = log.get();
        String file = String.valueOf(open.reader().file().getFileName());
        name.setText(camera.isEmpty() ? file : camera + " · " + file);
        Instant time = open.timeOf(frame);
        String elapsed = TimeText.elapsed(Duration.between(open.index().timeZero(), time));
        place.setText("Frame " + frame + " / " + (open.frames() - 1) + "  ·  " + elapsed);
        wall.setText(remark.isEmpty() ? TimeText.wall(time, zone) : remark);
        setTip(open, time);
    }

    /** What the camera is called, where there are several; may be empty. Shown from the next time on. */
    void setCamera(String next) {
        camera = next;
    }

    private void setTip(OpenLog open, Instant time) {
        Tooltip tip = place.getTooltip();
        if (tip == null) {
            tip = new Tooltip();
            place.setTooltip(tip);
            name.setTooltip(tip);
        }
        tip.setText(open.reader().file().toAbsolutePath() + "\n" + TimeText.wall(time, zone));
    }
}
