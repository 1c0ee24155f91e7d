package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.timeline.Timeline;
import org.labreel.ui.timeline.TimelineModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Recording from the live page. */
class LiveViewTest extends LiveBench {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void recordButtonBeginsAndEndsASegment(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(text(robot, "#state")).startsWith("Recording 0:");
        robot.clickOn("#marker");
        assertThat(robot.lookup("#markerText").query().isFocused()).isFalse();
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Record"));
        assertThat(text(robot, "#state")).isEqualTo("Not recording");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.toString().endsWith(".bin")).findFirst().orElseThrow())
                    .isNotEmptyFile();
        }
        assertThat(told).extracting(Notice::title).contains("Segment saved");
    }

    @Test
    void escapeLeavesAMarkerWithoutTextAndKeysAreCommandsAgain(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        robot.type(KeyCode.M).clickOn("#markerText").write("no").type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#strip").query().isVisible()).isFalse();
        robot.type(KeyCode.M).clickOn("#markerText").write("yes").type(KeyCode.ENTER);
        robot.type(KeyCode.M);
        robot.clickOn(robot.lookup(".marker-colour").nth(1).queryAs(ToggleButton.class));
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
        until(() -> markers().size() == 3 && markers().getLast().colour().equals(MarkerColour.RED.css()));
        assertThat(markers()).extracting(Marker::text).containsExactly("", "yes", "");
    }

    @Test
    void markerThatIsSetWhileRecordingStandsOnTheTimelineAtOnce(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        TimelineModel timeline = robot.lookup(".timeline").queryAs(Timeline.class).model();
        assertThat(timeline.contentProperty().get().markers()).isEmpty();
        robot.type(KeyCode.M);
        until(() -> timeline.contentProperty().get().markers().size() == 1);
        assertThat(text(robot, "#record")).as("the recording goes on").isEqualTo("Stop");
        robot.type(KeyCode.ESCAPE, KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
    }

    private List<Marker> markers() throws IOException {
        return SessionFolder.open(control.folder().orElseThrow()).session().markers();
    }

    @Test
    void recordingWithoutFramesWarnsAtOnce(FxRobot robot) throws Exception {
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(told).extracting(Notice::title).contains("Recording, but no frames arrive");
    }

    @Test
    void lossWhileRecordingIsToldMarkedAndListed(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime());
        assertThat(text(robot, "#health-lost")).isEqualTo("0");
        robot.clickOn("#record");
        until(() -> text(robot, "#record").equals("Stop"));
        Instant now = Instant.now();
        source.listener().loss(new Loss(Loss.Cause.RECONNECT, "ws://fake:7001", now, now.plusSeconds(2), 0,
                "the connection was lost and came back"));
        until(() -> text(robot, "#health-lost").equals("1 gap · 1 in this recording"));
        assertThat(robot.lookup("#health-lost").query().getPseudoClassStates())
                .extracting(PseudoClass::getPseudoClassName)
                .contains("fault", "warn");
        assertThat(told).extracting(Notice::title).contains("Loss while recording: source was away");
        robot.clickOn("#health-lost");
        until(() -> robot.lookup("#losses").tryQuery().isPresent());
        assertThat(robot.lookup(".loss-head").queryAs(Label.class).getText()).contains("Source was away, 2.0 s");
        robot.clickOn("#record");
        until(() -> text(robot, "#health-lost").equals("1 gap"));
    }

    @Test
    void alarmOfTheRecorderIsShownInWordsAndColour(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime() - 2_000_000_000L);
        robot.clickOn("#record");
        until(() -> text(robot, "#detail").contains("No frames are arriving"));
        assertThat(robot.lookup("#text").query().getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName)
                .contains("fault");
        assertThat(told).filteredOn(notice -> notice.level() == Notice.Level.WARNING).extracting(Notice::text)
                .anyMatch(words -> words.contains("No frames are arriving"));
        var button = robot.lookup("#record").query();
        assertThat(button.localToScene(button.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(980);
        source.sendFrame(jpeg(), System.nanoTime());
        until(() -> !text(robot, "#detail").contains("No frames"));
        assertThat(withdrawn).containsExactly("Recording, but no frames arrive");
    }

    @Test
    void enterAddsBesideAfterAddSourceAndConnectsAfterChange(FxRobot robot) {
        TextField address = robot.lookup("#address").queryAs(TextField.class);
        robot.type(KeyCode.A);
        assertThat(address.isFocused()).isTrue();
        robot.interact(() -> address.setText("pi://raspberry"));
        robot.type(KeyCode.ENTER);
        assertThat(connected.get()).isEqualTo("pi://raspberry beside");
        robot.interact(() -> robot.lookup("#change").queryButton().fire());
        robot.interact(() -> address.setText("ws://bench:7001"));
        robot.clickOn(address).type(KeyCode.ENTER);
        assertThat(connected.get()).isEqualTo("ws://bench:7001");
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords(FxRobot robot) {
        Button connect = robot.from(robot.lookup(".banner").queryAll()).lookup("Connect").queryButton();
        robot.clickOn(connect);
        assertThat(text(robot, "#error")).isEqualTo("Type an address first.");
        robot.clickOn(robot.lookup("#address").queryAs(TextField.class)).write("ws://bench:7001");
        robot.clickOn(connect);
        assertThat(connected.get()).isEqualTo("ws://bench:7001");
        assertThat(robot.lookup("#error").query().isVisible()).isFalse();
    }
}
