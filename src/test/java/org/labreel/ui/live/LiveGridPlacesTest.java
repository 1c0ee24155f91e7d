package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Loss;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The places of several sources on the live page: which is large, which is selected, and what has room. */
class LiveGridPlacesTest extends OnLiveGrid {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void doubleClickEnlargesAndAgainShowsAllAlike(FxRobot robot) throws Exception {
        LiveTile second = tiles(robot).get(1);
        double before = second.getWidth();
        robot.doubleClickOn(second.frame(), MouseButton.PRIMARY);
        until(() -> second.getWidth() > 1.2 * before);
        assertThat(view.model().address()).isEqualTo("pi://lid");
        assertThat(preferences.get().layout()).containsEntry("live.large", 1.0);
        press(robot, KeyCode.F);
        until(() -> second.getWidth() == before);
        press(robot, KeyCode.DIGIT1, KeyCode.F);
        until(() -> tiles(robot).getFirst().getWidth() > 1.2 * before);
        press(robot, KeyCode.ESCAPE);
        until(() -> tiles(robot).getFirst().getWidth() == before);
    }

    @Test
    void figuresThatHaveNoRoomAreLeftOutInsteadOfCutShort(FxRobot robot) throws Exception {
        fakes.getLast().sendFrame(jpeg(), System.nanoTime());
        fakes.getLast().listener().loss(new Loss(Loss.Cause.RECONNECT, "pi://lid", InstantSource.system().instant(),
                InstantSource.system().instant(), 0, "the connection was lost and came back"));
        LiveTile lid = tiles(robot).get(1);
        until(() -> words(lid).anyMatch("lost 1 gap"::equals)
                && words(lid).anyMatch(text -> text.matches("age \\d.*")));
        for (double widthPx : List.of(240.0, 325.0, 400.0, 440.0)) {
            robot.interact(() -> {
                lid.resize(widthPx, 300);
                lid.layout();
                assertThat(lid.lookupAll(".tile-figure")).as("in a tile of %.0f px", widthPx)
                        .filteredOn(Node::isManaged).isNotEmpty().allSatisfy(each -> assertThat(((Region) each)
                                .getWidth()).isGreaterThanOrEqualTo(Math.floor(((Region) each).prefWidth(-1))));
            });
        }
    }

    @Test
    void keysMoveAndRemoveTheSelectedSource(FxRobot robot) throws Exception {
        press(robot, KeyCode.DIGIT2);
        robot.interact(() -> view.frame().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> order.equals(List.of("pi://lid", "ws://board:7001")));
        press(robot, KeyCode.DELETE);
        until(() -> removed.equals(List.of("pi://lid")));
        robot.interact(() -> view.show(List.of(sources.getFirst()), control));
        until(() -> tiles(robot).size() == 1);
        assertThat(words(tiles(robot).getFirst())).noneMatch(text -> text.startsWith("lost"));
    }

    @Test
    void wordsOfAnAlarmLeaveRoomForTheLineOfTheFeed(FxRobot robot) throws Exception {
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        Labeled detail = robot.lookup("#detail").queryAs(Labeled.class);
        until(() -> detail.getText().contains("The connection is lost"));
        robot.interact(() -> {
            // The page alone: the window is the next test's too.
            view.root().resize(820, 700);
            view.root().layout();
            Node last = view.root().lookupAll(".change-source").stream().filter(Node::isManaged)
                    .max(Comparator.comparingDouble(each -> each.localToScene(0, 0).getX())).orElseThrow();
            Bounds add = last.localToScene(last.getBoundsInLocal());
            assertThat(detail.getParent().localToScene(detail.getParent().getBoundsInLocal()).getMinX())
                    .isGreaterThanOrEqualTo(Math.floor(add.getMaxX()));
        });
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);
    }

    @Test
    void whatTakesTheSelectedPlaceIsSelectedAndAsLarge(FxRobot robot) throws Exception {
        press(robot, KeyCode.DIGIT2, KeyCode.F);
        until(() -> view.model().address().equals("pi://lid"));
        FakeSource fake = new FakeSource("pi://lid?port=2");
        LiveSource other = source(fake);
        other.model().start();
        robot.interact(() -> view.show(List.of(sources.getFirst(), other), control));
        assertThat(view.model().address()).isEqualTo("pi://lid?port=2");
        LiveTile tile = tiles(robot).stream().filter(each -> each.source().equals(other)).findFirst().orElseThrow();
        until(() -> tile.getWidth() > tiles(robot).stream().filter(each -> !each.equals(tile)).findFirst()
                .orElseThrow().getWidth());
        robot.interact(() -> view.show(List.of(sources.getFirst()), control));
        assertThat(view.model().address()).isEqualTo("ws://board:7001");
        other.model().close();
        other.recorder().close();
    }
}
