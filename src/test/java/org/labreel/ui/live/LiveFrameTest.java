package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.archive.ChosenBoard;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Point;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.view.FrameView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the live page shows of a device. */
class LiveFrameTest extends LiveBench {
    private static final Board BOARD = new Board(List.of(square(3, 0), square(7, 1)), "{}");

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void hoverTellsPinAndPicofarads(FxRobot robot) throws Exception {
        source.listener().board(BOARD);
        float[] scan = new float[128];
        scan[7] = 1.25f;
        source.send(new DeviceEvent.ScanCapacitance(Optional.empty(), Floats.of(scan), Floats.of(scan)));
        source.send(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(7), 255)), List.of(), 128));
        until(() -> text(robot, "#pins").equals("1 of 2 on"));
        WaitForAsyncUtils.waitForFxEvents();
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        Point centre = frame.boardToView(new Point(1.5, 0.5));
        robot.moveTo(frame.localToScreen(centre.x(), centre.y()));
        until(() -> robot.lookup(".frame-hover").queryAs(Label.class).isVisible());
        assertThat(robot.lookup(".frame-hover").queryAs(Label.class).getText()).isEqualTo("Pin 7 · 1.25 pF · on");
    }

    @Test
    void framesAreShownAndTheirStopIsSaid(FxRobot robot) throws Exception {
        source.sendFrame(jpeg(), System.nanoTime() - 5_000_000_000L);
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        until(frame::hasFrame);
        until(() -> text(robot, ".frame-banner-text").matches("No frames for ([5-9]|\\d\\d).*"));
        source.sendFrame(jpeg(), System.nanoTime());
        until(() -> !robot.lookup(".frame-banner").query().isVisible());
    }

    @Test
    void keysLookBackAndEscapeReturnsToThePresent(FxRobot robot) throws Exception {
        for (int i = 0; i < 3; i++) {
            source.sendFrame(jpeg(), System.nanoTime());
        }
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        until(frame::hasFrame);
        assertThat(robot.lookup(".looking-back").query().isVisible()).isFalse();
        double height = frame.getHeight();
        robot.type(KeyCode.LEFT);
        until(() -> robot.lookup(".looking-back").query().isVisible());
        assertThat(frame.getHeight()).as("the frame does not jump").isEqualTo(height);
        assertThat(text(robot, "#lookingBack")).startsWith("Looking back: ").contains(" s ago");
        until(() -> text(robot, "#health-shown").equals("–"));
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Stop"));
        assertThat(robot.lookup(".looking-back").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup(".looking-back").query().isVisible());
        until(() -> text(robot, "#health-shown").endsWith(" fps"));
        robot.type(KeyCode.R);
        until(() -> text(robot, "#record").equals("Record"));
    }

    @Test
    void heatMapIsSwitchedByMouseAndKey(FxRobot robot) {
        var frame = robot.lookup(".frame-view").queryAs(FrameView.class);
        robot.clickOn("#heat .thumb-area");
        assertThat(frame.heatVisibleProperty().get()).isTrue();
        robot.press(KeyCode.H).release(KeyCode.H);
        assertThat(frame.heatVisibleProperty().get()).isFalse();
        assertThat(preferences.get().layout()).containsEntry("live.heat", 0.0);
    }

    @Test
    void readingsAreNumbersWithUnits(FxRobot robot) throws Exception {
        source.send(new DeviceEvent.HvRegulator(Optional.empty(), 149.96f, 150));
        source.send(new DeviceEvent.DeviceInfo(true, "PD-0042", "1.2.3"));
        // What was sent last: a beat may come between the two.
        until(() -> text(robot, "#serial").equals("PD-0042"));
        assertThat(text(robot, "#volts")).isEqualTo("150.0");
        assertThat(text(robot, "#target")).isEqualTo("target 150 V");
    }

    @Test
    void boardOfASourceThatTellsNoneIsAskedForAndKept(FxRobot robot) throws Exception {
        source.send(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(7), 255)), List.of(), 128));
        until(() -> robot.lookup("#boardRoot").query().isVisible());
        assertThat(text(robot, "#boardText")).contains("tells no board").contains("Choose its board file");
        Path torn = Files.writeString(root.resolve("torn.json"), "{");
        robot.interact(() -> view.useBoard(torn));
        assertThat(told).extracting(Notice::title).containsExactly("The board was not taken");
        Path file = root.resolve("v4.json");
        try (InputStream definition = BoardDefinition.class.getResourceAsStream("board-v4.1.json")) {
            Files.copy(Objects.requireNonNull(definition), file);
        }
        robot.interact(() -> view.useBoard(file));
        until(() -> text(robot, "#pins").matches("1 of [0-9]+ on"));
        assertThat(text(robot, "#boardText")).contains("board file chosen last");
        assertThat(model.ownBoard()).as("what a recording keeps").isEmpty();
        assertThat(new ChosenBoard(root.resolve("settings/board.json")).get()).isEqualTo(model.board());
        source.listener().board(BOARD);
        until(() -> !robot.lookup("#boardRoot").query().isVisible());
        assertThat(model.board()).contains(BOARD);
    }

    private static Electrode square(int pin, double x) {
        return new Electrode(pin, List.of(new Point(x, 0), new Point(x + 1, 0), new Point(x + 1, 1), new Point(x, 1)));
    }
}
