package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.ui.kit.Notice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** How several sources are recorded and tell of themselves on the live page. */
class LiveGridTest extends OnLiveGrid {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void bothAreRecordedIntoOneFolderALogEach(FxRobot robot) throws Exception {
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        press(robot, KeyCode.M, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);

        Session session = SessionFolder.open(control.folder().orElseThrow()).session();
        assertThat(session.segments()).extracting(Segment::source).containsExactlyInAnyOrder("ws://board:7001",
                "pi://lid");
        assertThat(session.segments()).allSatisfy(each -> {
            assertThat(each.frames()).isEqualTo(1);
            assertThat(each.received()).isEqualTo(each.written());
            assertThat(control.folder().orElseThrow().resolve(each.file())).isNotEmptyFile();
        });
        assertThat(session.cameras()).extracting(Session.Camera::address).containsExactly("ws://board:7001",
                "pi://lid");
        assertThat(session.markers()).hasSize(1);
        assertThat(session.state()).isEqualTo(Session.State.STOPPED);
        assertThat(told).extracting(Notice::title).contains("2 segments saved");
    }

    @Test
    void sourceThatIsNotThereAtThePressIsNamedAndRecordedWhenItComes(FxRobot robot) throws Exception {
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.RECORDING);
        assertThat(told).anySatisfy(notice -> {
            assertThat(notice.title()).isEqualTo("Recording 1 of 2 sources");
            assertThat(notice.text()).contains("lid: Connection refused");
        });
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        fakes.getLast().sendFrame(jpeg(), System.nanoTime());
        press(robot, KeyCode.R);
        until(() -> control.phase() == RecordControl.Phase.IDLE);
        Session session = SessionFolder.open(control.folder().orElseThrow()).session();
        assertThat(session.segments()).filteredOn(each -> each.source().equals("pi://lid")).singleElement()
                .satisfies(each -> assertThat(each.frames()).isEqualTo(1));
    }

    @Test
    void tileTellsItsOwnStateAndItsLossesStandInItsLane(FxRobot robot) throws Exception {
        LiveTile lid = tiles(robot).get(1);
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.WAITING, "Connection refused", 2));
        until(() -> words(lid).anyMatch(text -> text.startsWith("not reachable")));
        assertThat(words(tiles(robot).getFirst())).noneMatch(text -> text.startsWith("not reachable"));
        fakes.getLast().listener().status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected", 0));
        fakes.getLast().listener().loss(new Loss(Loss.Cause.RECONNECT, "pi://lid", InstantSource.system().instant(),
                InstantSource.system().instant(), 0, "the connection was lost and came back"));
        until(() -> words(lid).anyMatch("lost 1 gap"::equals));
        assertThat(words(tiles(robot).getFirst())).anyMatch("lost 0"::equals);
        LiveLane lane = LiveLane.of(lid.model(), control, ZoneId.of("UTC"), System.nanoTime(), 1);
        assertThat(lane.holes()).anySatisfy(hole -> assertThat(hole.source()).isEqualTo(1));
    }

    @Test
    void whatNobodySeesIsNotDecoded(FxRobot robot) throws Exception {
        robot.interact(view::deactivate);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        assertThat(sources).allSatisfy(each -> assertThat(each.model().takeFrame()).isEqualTo(Optional.empty()));
        robot.interact(view::activate);
        for (FakeSource fake : fakes) {
            fake.sendFrame(jpeg(), System.nanoTime());
        }
        until(() -> tiles(robot).stream().allMatch(tile -> tile.frame().hasFrame()));
    }
}
