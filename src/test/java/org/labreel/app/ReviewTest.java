package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labreel.ui.browser.SmallLog;
import org.labreel.ui.export.Exports;
import org.labreel.ui.export.ExportServices;
import org.labreel.ui.export.ExportView;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.NotingOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks through a recording and makes a clip of it, as the operator would. */
class ReviewTest extends OnBrowser {
    private final ExecutorService previewing = Executors.newSingleThreadExecutor();
    private final AtomicLong nanos = new AtomicLong();
    @SuppressWarnings("NullAway.Init")
    private ExportView export;

    @Start
    void start(Stage stage) throws IOException {
        SmallLog.ofFrames(10).write(folder.resolve("mixing.bin"));
        Files.writeString(folder.resolve("notes.txt"), "Thursday: mixed A and B, it bubbled.\n");
        show(stage, Optional.of(folder.resolve("cache")), nanos::get, offer -> {
            export.offer(Review.subject(offer));
            browser.present(export.root());
        });
        export = new ExportView(new ExportServices(new Exports(() -> false, FxThread.executor()),
                new ExportMemoryFile(folder.resolve("exports.json")),
                new BoardScales(preferences), notices::add,
                new NotingOpener(shown), previewing,
                FxThread.executor(), ZoneId.of("UTC")), browser::dismiss);
    }

    @Override
    @AfterEach
    protected void stop(FxRobot robot) throws InterruptedException {
        super.stop(robot);
        previewing.shutdown();
        assertThat(previewing.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void fromTheListToAClip(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#forwardButton").clickOn("#forwardButton");
        assertThat(frame(robot)).isEqualTo("2");
        robot.clickOn("#inButton");
        robot.type(KeyCode.N);
        assertThat(frame(robot)).isEqualTo("3");
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD, KeyCode.O);
        assertThat(text(robot, "#summary")).isEqualTo("4 frames · 300 ms · Out included");
        robot.clickOn("#exportButton");
        until(() -> robot.lookup("#sheet").tryQuery().isPresent());
        assertThat(text(robot, "#what")).isEqualTo("Frames 2 to 5, both included");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#sheet #exportButton");
        until(() -> robot.lookup("#done").query().isVisible());
        Path clip = folder.resolve("mixing-frames-2-5.mp4");
        assertThat(clip).isNotEmptyFile();
        assertThat(text(robot, "#sheet #name")).isEqualTo("mixing-frames-2-5.mp4");
        robot.clickOn("#folderButton");
        assertThat(shown).containsExactly(clip.toAbsolutePath());
        robot.clickOn("#closeButton");
        until(() -> robot.lookup("#sheet").tryQuery().isEmpty());
    }

    @Test
    void playsAtTheSpeedChosenAndStopsAtTheEnd(FxRobot robot) throws Exception {
        open(robot);
        robot.type(KeyCode.L, KeyCode.L);
        nanos.addAndGet(200_000_000);
        until(() -> frame(robot).equals("4"));
        robot.type(KeyCode.K);
        nanos.addAndGet(200_000_000);
        robot.type(KeyCode.COMMA);
        assertThat(frame(robot)).isEqualTo("3");
        robot.type(KeyCode.END);
        assertThat(frame(robot)).isEqualTo("9");
        robot.type(KeyCode.HOME);
        robot.clickOn(".timeline-lanes");
        assertThat(frame(robot)).isEqualTo("3");
    }

    @Test
    void goesToATypedTimeAndTellsWhatIsNoPlace(FxRobot robot) throws Exception {
        open(robot);
        robot.type(KeyCode.G);
        robot.write("0.7 s").type(KeyCode.ENTER);
        assertThat(frame(robot)).isEqualTo("7");
        robot.type(KeyCode.G);
        robot.write("soon").type(KeyCode.ENTER);
        assertThat(robot.lookup("#frameField").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("error"));
        robot.type(KeyCode.ESCAPE);
        assertThat(frame(robot)).isEqualTo("7");
    }

    @Test
    void exportWithoutANameIsRefusedInWords(FxRobot robot) throws Exception {
        open(robot);
        robot.type(KeyCode.E);
        until(() -> robot.lookup("#sheet").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#target").queryAs(TextField.class).clear());
        until(() -> text(robot, "#targetRemark").equals("Say where the clip goes."));
        assertThat(robot.lookup("#sheet #exportButton").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void fileThatIsNoLogIsToldInWords(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> browser.open(folder.resolve("notes.txt")));
        until(() -> robot.lookup(".note-refusal").tryQuery().isPresent());
        assertThat(robot.lookup(".note-refusal .note-text").queryAs(Label.class).getText()).contains("notes.txt");
        assertThat(frame(robot)).isEqualTo("0");
    }

    private void open(FxRobot robot) throws Exception {
        until(() -> robot.lookup("mixing.bin").tryQuery().isPresent());
        robot.clickOn("mixing.bin");
        until(() -> frame(robot).equals("0") && robot.lookup(".fact").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
