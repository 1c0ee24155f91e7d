package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.export.Exporter;
import org.labreel.export.JobState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the sheet shows of the exports that were asked for: running, waiting, ended, cancelled, failed. */
class ExportListTest extends OnExportSheet {
    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void whatGoesOnStandsOnTopOfTheListAndWhatEndedLastBelowIt(FxRobot robot) throws Exception {
        maker.set((request, _, _) -> report(request));
        robot.clickOn("merge").clickOn("split").clickOn("#apart");
        press(robot, "#exportButton");
        until(() -> titles(robot).equals(List.of("run-3-ranges-3-split.mp4", "run-3-ranges-2-merge.mp4",
                "run-3-ranges-1.mp4")));
    }

    private static List<String> titles(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".export-entry #name").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    @Test
    void threeRangesBecomeThreeClips(FxRobot robot) throws Exception {
        maker.set((request, _, _) -> report(request));
        robot.clickOn("merge").clickOn("split").clickOn("#apart");
        until(() -> text(robot, "#exportButton").equals("Export 3 clips"));
        press(robot, "#exportButton");
        until(() -> asked.size() == 3 && exports.unfinished() == 0);
        assertThat(asked).extracting(request -> request.target().getFileName().toString())
                .containsExactly("run-3-ranges-1.mp4", "run-3-ranges-2-merge.mp4", "run-3-ranges-3-split.mp4");
    }

    @Test
    void cancelledHalfWayLeavesNothingAndCanBeTriedAgain(FxRobot robot) throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        maker.set((request, progress, cancelled) -> Exporter.run(request, (done, of) -> {
            progress.done(done, of);
            half.countDown();
        }, () -> half.getCount() == 0 && waitsFor(cancelled::getAsBoolean)));
        press(robot, "#exportButton");
        assertThat(half.await(10, TimeUnit.SECONDS)).isTrue();
        press(robot, "#cancelButton");
        until(() -> exports.all().getFirst().state() instanceof JobState.Cancelled);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("mp4"));
        }
        maker.set(Exporter::run);
        press(robot, "#againButton");
        until(() -> exports.all().getFirst().state() instanceof JobState.Done);
        assertThat(folder.resolve("run-frames-2-11.mp4")).isNotEmptyFile();
    }

    /** Holds the export where it is until it is cancelled. */
    private static boolean waitsFor(Callable<Boolean> cancelled) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, cancelled);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    @Test
    void fullDiskIsSaidInTheQueueAndByANoticeOnceTheSheetIsClosed(FxRobot robot) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        maker.set((_, _, _) -> {
            if (asked.size() > 1) {
                waitsFor(() -> closed.getCount() == 0);
            }
            throw new IOException("The disk is full.");
        });
        press(robot, "#exportButton");
        until(() -> text(robot, ".export-entry #text").equals("The disk is full."));
        assertThat(notices).isEmpty();
        press(robot, "#backButton");
        press(robot, "#exportButton");
        robot.interact(() -> ((StackPane) view.root().getParent()).getChildren().clear());
        closed.countDown();
        until(() -> !notices.isEmpty());
        assertThat(notices.getFirst().text()).contains("The disk is full.");
    }

    @Test
    void waitingClipsAreTakenEarlierAndOffTheList(FxRobot robot) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        maker.set((request, _, _) -> {
            waitsFor(() -> go.getCount() == 0);
            return report(request);
        });
        robot.clickOn("merge").clickOn("split").clickOn("#apart");
        press(robot, "#exportButton");
        until(() -> exports.running().isPresent() && exports.all().size() == 3);
        robot.interact(() -> exports.move(exports.all().get(2), -1));
        robot.interact(() -> exports.cancel(exports.all().get(2)));
        go.countDown();
        until(() -> exports.unfinished() == 0);
        assertThat(asked).extracting(request -> request.target().getFileName().toString())
                .containsExactly("run-3-ranges-1.mp4", "run-3-ranges-3-split.mp4");
        press(robot, "#clearButton");
        until(() -> exports.all().isEmpty());
    }
}
