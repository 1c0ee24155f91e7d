package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.ui.kit.Notice.Choice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowNoticesTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    /** Of a sheet, and higher than the figures of the live page. */
    private static final int BUTTONS = 56;

    private final List<String> heard = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private WindowNotices notices;
    @SuppressWarnings("NullAway.Init")
    private StackPane page;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        notices = new WindowNotices();
        page = new StackPane();
        page.setOnMouseClicked(_ -> heard.add("page"));
        scene = new Scene(new StackPane(page, notices.layer()), WIDTH, HEIGHT);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        page.requestFocus();
    }

    @Test
    void noticeLiesInsideTheWindowAndAboveTheFiguresAndButtonsAtItsBottom(FxRobot robot) {
        robot.interact(() -> notices.info("Segment saved",
                "2026-11-21_15-18-11_a_session_with_a_long_name/segment-001.bin \u00b7 76.9 MB \u00b7 597 frames",
                new Choice("Review", () -> heard.add("review")), new Choice("Show in folder", () -> {
                }), new Choice("Copy path", () -> {
                })));
        robot.interact(() -> scene.getRoot().layout());
        for (Node each : scene.getRoot().lookupAll(".notice, .notice .button, .notice-text")) {
            Bounds at = each.localToScene(each.getBoundsInLocal());
            assertThat(at.getMinX()).isPositive();
            assertThat(at.getMaxX()).isLessThan(WIDTH);
        }
        Node card = scene.getRoot().lookup(".notice");
        assertThat(card.localToScene(card.getLayoutBounds()).getMaxY()).isLessThan(HEIGHT - BUTTONS);
        robot.clickOn("Review");
        assertThat(heard).containsExactly("review");
        assertThat(titles()).isEmpty();
        assertThat(scene.getFocusOwner()).isEqualTo(scene.getRoot());
    }

    @Test
    void keyboardAndTheRestOfTheWindowAreLeftAlone(FxRobot robot) {
        Node before = scene.getFocusOwner();
        robot.interact(() -> notices.warning("Disk", "12 minutes left."));
        assertThat(scene.getFocusOwner()).isEqualTo(before);
        robot.clickOn(page, MouseButton.PRIMARY);
        assertThat(heard).containsExactly("page");
    }

    @Test
    void whatIsSaidAgainStandsThereOnceAndWhatHasPassedIsTakenBack(FxRobot robot) {
        robot.interact(() -> {
            notices.warning("No frames arrive", "since 5 s");
            notices.warning("No frames arrive", "since 5 s");
            notices.info("Saved", "");
        });
        assertThat(titles()).containsExactly("No frames arrive", "Saved");
        robot.interact(() -> notices.withdraw("No frames arrive"));
        assertThat(titles()).containsExactly("Saved");
    }

    @Test
    void errorsThatFindNoRoomComeBackAsOthersAreClosed(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 1; i <= 6; i++) {
                notices.error("Error " + i, "What was kept.", new IOException("full"));
            }
        });
        assertThat(titles()).containsExactly("Error 3", "Error 4", "Error 5", "Error 6");
        assertThat(((Label) scene.getRoot().lookup(".notices-earlier")).getText()).isEqualTo("2 earlier notices");
        robot.interact(() -> notices.withdraw("Error 5"));
        assertThat(titles()).containsExactly("Error 2", "Error 3", "Error 4", "Error 6");
    }

    private List<String> titles() {
        return ((StackPane) scene.getRoot()).getChildren().get(1).lookupAll(".notice-title").stream()
                .map(title -> ((Label) title).getText()).toList();
    }
}
