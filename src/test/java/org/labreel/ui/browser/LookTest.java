package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.labreel.app.OnBrowser;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Point;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.ui.view.FrameGeometry;
import org.labreel.ui.view.FrameView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looks closely at frames, as the operator would: zoom, point, measure, compare, keep a still. */
class LookTest extends OnBrowser {
    /** Two electrodes of 40 x 40 pixels beside each other, the transform of the log being the identity. */
    private static final String BOARD = "{\"layout\":{\"grids\":[{\"origin\":[40,40],\"pitch\":40,\"pins\":[[0,1]]}]}}";

    @Start
    void start(Stage stage) throws IOException {
        Path log = SmallLog.ofFrames(10).write(folder.resolve("mixing.bin"));
        show(stage, Optional.empty(), () -> 0, _ -> {
        });
        browser.useBoard(Files.writeString(folder.resolve("board.json"), BOARD));
        browser.open(log);
    }

    @Test
    void zoomsToSquarePixelsAndKeepsItsPlaceWhileStepping(FxRobot robot) throws Exception {
        FrameView view = opened(robot);
        robot.clickOn("#zoomMost");
        assertThat(text(robot, "#zoomPercent")).isEqualTo("800 %");
        drag(robot, view, new Point(100, 60), new Point(90, 50), MouseButton.PRIMARY);
        FrameGeometry there = view.geometry();
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD);
        until(() -> text(robot, "#frameField").equals("2"));
        assertThat(view.geometry()).isEqualTo(there);
        robot.clickOn("#zoomOut");
        assertThat(text(robot, "#zoomPercent")).isEqualTo("600 %");
        robot.clickOn("#zoomActual");
        assertThat(view.geometry().scale()).isEqualTo(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(view.geometry().isZoomed()).isFalse();
        robot.type(KeyCode.Z);
        assertThat(text(robot, "#zoomPercent")).isEqualTo("100 %");
        robot.press(KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT);
        assertThat(text(robot, "#zoomPercent")).isEqualTo("800 %");
    }

    @Test
    void readoutTellsPixelColourBoardAndElectrode(FxRobot robot) throws Exception {
        FrameView view = opened(robot);
        robot.type(KeyCode.END);
        until(() -> text(robot, "#frameField").equals("9"));
        robot.moveTo(onScreen(view, new Point(60.5, 50.5)));
        until(() -> text(robot, "#readout").startsWith("x 60, y 50 · #5a5a5a · board 60.")
                && text(robot, "#readout").endsWith("pin 0 (row 1, column 1)"));
        robot.moveTo(onScreen(view, new Point(10.5, 100.5)));
        until(() -> text(robot, "#readout").startsWith("x 10, y 100 · "));
        assertThat(text(robot, "#readout")).doesNotContain("pin");
        robot.type(KeyCode.X);
        assertThat(view.crosshairVisibleProperty().get()).isTrue();
        assertThat(view.lookupAll(".crosshair")).hasSize(2).allMatch(line -> line.getParent().isVisible());
    }

    @Test
    void measuresInPixelsUnitsAndOnceToldMillimetresAndEscLeaves(FxRobot robot) throws Exception {
        FrameView view = opened(robot);
        robot.type(KeyCode.D);
        assertThat(robot.lookup("#measureBar").query().isVisible()).isTrue();
        FrameGeometry before = view.geometry();
        drag(robot, view, new Point(40, 50), new Point(80, 50), MouseButton.PRIMARY);
        assertThat(view.geometry()).as("measuring does not pan").isEqualTo(before);
        assertThat(text(robot, "#measureLength")).matches("(39\\.[5-9]|40\\.[0-5]) px · (39|40)\\.\\d{3} units");
        robot.doubleClickOn("#measureUnit").write("0.05").type(KeyCode.ENTER);
        until(() -> text(robot, "#measureLength").matches(".* · (1\\.9[789]|2\\.0[0123]) mm"));
        assertThat(preferences.get().layout()).containsValue(0.05);
        robot.type(KeyCode.PERIOD);
        until(() -> text(robot, "#frameField").equals("1"));
        assertThat(robot.lookup("#measureLength").query().isVisible()).as("it stays while stepping").isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#measureBar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#measureLength").query().isVisible()).isFalse();
        robot.type(KeyCode.D);
        assertThat(robot.lookup("#measureUnit").queryTextInputControl().getText()).as("asked once").isEqualTo("0.05");
    }

    @Test
    void comparesTwoInstantsInStep(FxRobot robot) throws Exception {
        FrameView view = opened(robot);
        robot.type(KeyCode.V);
        until(() -> text(robot, "#sidePlaceB").startsWith("Frame 0 / 9"));
        robot.type(KeyCode.N);
        until(() -> text(robot, "#sidePlaceA").startsWith("Frame 3 / 9"));
        until(() -> text(robot, "#compareDifferences").equals("On in A only: 1  ·  on in B only: 0"));
        robot.clickOn("#lockFrames");
        assertThat(text(robot, "#compareOffset")).isEqualTo("B -3 frames");
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD);
        until(() -> text(robot, "#sidePlaceA").startsWith("Frame 5 / 9")
                && text(robot, "#sidePlaceB").startsWith("Frame 2 / 9"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        until(() -> text(robot, "#sidePlaceB").startsWith("Frame 3 / 9"));
        assertThat(text(robot, "#compareOffset")).isEqualTo("B -2 frames");
        FrameView other = robot.lookup("#compareFrame").queryAs(FrameView.class);
        robot.clickOn("#zoomMost");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(other.geometry().scale()).isEqualTo(8);
        drag(robot, other, new Point(80, 60), new Point(70, 55), MouseButton.PRIMARY);
        assertThat(view.geometry().offsetX()).isCloseTo(other.geometry().offsetX(),
                org.assertj.core.api.Assertions.within(1.0));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#compareBar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#compare").queryAs(ToggleButton.class).isSelected()).isFalse();
    }

    @Test
    void comparesTwoLogsLockedByTimeAndReleases(FxRobot robot) throws Exception {
        opened(robot);
        Path second = SmallLog.ofFrames(7).write(folder.resolve("again.bin"));
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD);
        robot.interact(() -> browser.compareWith(second));
        until(() -> text(robot, "#sidePlaceB").startsWith("Frame 2 / 6"));
        assertThat(text(robot, "#sideLogA")).isEqualTo("mixing.bin");
        assertThat(text(robot, "#sideLogB")).isEqualTo("again.bin");
        assertThat(robot.lookup("#lockTime").queryAs(ToggleButton.class).isSelected()).isTrue();
        robot.type(KeyCode.END);
        until(() -> text(robot, "#sideWallB").equals("its log does not reach so far"));
        robot.press(KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT);
        robot.type(KeyCode.HOME);
        until(() -> text(robot, "#sidePlaceA").startsWith("Frame 0 / 9"));
        assertThat(text(robot, "#sidePlaceB")).startsWith("Frame 6 / 6");
        robot.clickOn("#compareLeave");
        assertThat(robot.lookup("#compareBar").query().isVisible()).isFalse();
    }

    @Test
    void stillGoesToAFileAndToTheClipboard(FxRobot robot) throws Exception {
        opened(robot);
        robot.type(KeyCode.PERIOD, KeyCode.C);
        Path still = folder.resolve("mixing-frame-000001.png");
        until(() -> Files.exists(still) && notices.stream().anyMatch(notice -> notice.title().equals("Frame saved")));
        int plain = ImageIO.read(still.toFile()).getRGB(41, 60);
        robot.interact(() -> preferences.update(p -> p.withLargeStep(5)));
        robot.clickOn("#still > .arrow-button").clickOn("With electrodes");
        robot.type(KeyCode.C);
        Path painted = folder.resolve("mixing-frame-000001-2.png");
        until(() -> Files.exists(painted) && Files.size(painted) > 0 && notices.size() == 2);
        assertThat(ImageIO.read(painted.toFile()).getRGB(60, 60)).as("pin 0 is on").isNotEqualTo(plain);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        until(() -> notices.stream().anyMatch(notice -> notice.title().equals("Frame 1 is on the clipboard")));
        Image copied = WaitForAsyncUtils
                .waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getImage());
        assertThat(copied.getWidth()).isEqualTo(SmallLog.WIDTH);
        assertThat(copied.getHeight()).isEqualTo(SmallLog.HEIGHT);
    }

    @Test
    void damagedFrameIsMarkedOnItselfAndWithoutATransformThereAreOnlyPixels(FxRobot robot) throws Exception {
        FrameView view = opened(robot);
        assertThat(view.lookup(".frame-damage-border").isVisible()).isFalse();
        Bytes jpeg;
        try (PictureEncoder encoder = PictureEncoder.best()) {
            jpeg = encoder.jpeg(new Picture(SmallLog.WIDTH, SmallLog.HEIGHT), 85);
        }
        Path torn = new SmallLog()
                .add(new DeviceEvent.Image(Optional.of(SmallLog.ZERO), jpeg.slice(0, jpeg.length() - 12)))
                .write(folder.resolve("torn.bin"));
        robot.interact(() -> browser.open(torn));
        until(() -> view.lookup(".frame-damage-border").isVisible());
        robot.type(KeyCode.D);
        until(() -> text(robot, "#measureWords").startsWith("Pixels only"));
        drag(robot, view, new Point(40, 50), new Point(80, 50), MouseButton.PRIMARY);
        assertThat(text(robot, "#measureLength")).matches("(39\\.[5-9]|40\\.[0-5]) px");
        assertThat(robot.lookup("#measureUnit").query().getParent().isVisible()).isFalse();
    }

    private static void drag(FxRobot robot, FrameView view, Point from, Point to, MouseButton button) {
        Point2D start = onScreen(view, from);
        Point2D end = onScreen(view, to);
        robot.moveTo(start).press(button).moveTo(start.midpoint(end)).moveTo(end).release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Point2D onScreen(FrameView view, Point pixel) {
        Point p = view.geometry().toView(pixel);
        return view.localToScreen(p.x(), p.y());
    }

    private static FrameView opened(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#frameField").queryTextInputControl().getText().equals("0")
                && robot.lookup(".fact").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        FrameView view = robot.lookup("#browserFrame").queryAs(FrameView.class);
        until(() -> view.geometry().scale() > 0);
        return view;
    }
}
