package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.ExportQueue;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.export.JobState;
import org.labreel.export.Overlay;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.ui.browser.SmallLog;
import org.labreel.ui.export.ExportSubject.Piece;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks through the export sheet as a scientist would. */
@ExtendWith(ApplicationExtension.class)
class ExportSheetTest {
    private final ExecutorService previewing = Executors.newSingleThreadExecutor();
    private final List<ExportRequest> asked = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final AtomicReference<ExportQueue.Maker> maker = new AtomicReference<>(Exporter::run);
    private final AtomicInteger dismissed = new AtomicInteger();
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));
    @TempDir
    private Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    private Exports exports;
    @SuppressWarnings("NullAway.Init")
    private ExportView view;

    @Start
    void start(Stage stage) {
        Path log = SmallLog.ofFrames(30).write(folder.resolve("run.bin"));
        exports = new Exports((request, progress, cancelled) -> {
            asked.add(request);
            return maker.get().run(request, progress, cancelled);
        }, () -> false, FxThread.executor());
        view = new ExportView(new ExportServices(exports, new Kept(), new BoardScales(preferences), notices::add,
                new NoOpener(), previewing, FxThread.executor(), ZoneId.of("UTC")), dismissed::incrementAndGet);
        Scene scene = new Scene(new StackPane(view.root()), 990, 990);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.offer(new ExportSubject(log,
                List.of(piece(log, "In to Out", 2, 11, true), piece(log, "merge", 14, 17, false),
                        piece(log, "split", 20, 24, false)),
                Optional.of(board()), List.of()));
    }

    private static Piece piece(Path log, String name, int first, int last, boolean chosen) {
        return new Piece(name, !chosen, new ExportRequest.Range(log, first, last),
                Duration.ofMillis(100L * (last - first)), chosen);
    }

    private static Board board() {
        return new Board(List.of(new Electrode(1,
                List.of(new Point(40, 30), new Point(80, 30), new Point(80, 60), new Point(40, 60)), "A1")), "{}");
    }

    @AfterEach
    void stop(FxRobot robot) throws InterruptedException {
        exports.close();
        robot.interact(view::close);
        previewing.shutdown();
        assertThat(previewing.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneRangeIsPreviewedAndMade(FxRobot robot) throws Exception {
        until(() -> text(robot, "#estimate").startsWith("10 frames · 1.00 s · 160 × 120 pixels · 10.0 frames/s"));
        assertThat(text(robot, "#warning")).contains("jerky");
        assertThat(text(robot, "#where")).startsWith("Frame 2 · 0:00.200");
        press(robot, "#exportButton");
        until(() -> robot.lookup("#done").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(folder.resolve("run-frames-2-11.mp4")).isNotEmptyFile();
        robot.type(KeyCode.ENTER);
        assertThat(dismissed).as("Enter closes what has ended").hasValue(1);
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
    void cropIsDraggedByItsHandlesAndKeepsTheShapeChosen(FxRobot robot) throws Exception {
        until(() -> !text(robot, "#estimate").isEmpty());
        robot.clickOn("#frameSight");
        until(() -> robot.lookup(".crop").query().isVisible() && robot.lookup(".crop").query().prefWidth(-1) >= 0
                && robot.lookup(".crop-frame").query().getLayoutBounds().getWidth() > 100);
        robot.drag("#crop-bottom-right").dropBy(-60, -20);
        until(() -> text(robot, "#estimate").contains("100 × 100 pixels"));
        robot.interact(() -> aspect(robot).setValue(Aspect.FOUR_TO_THREE));
        until(() -> text(robot, "#estimate").contains("100 × 76 pixels")
                || text(robot, "#estimate").contains("100 × 74 pixels"));
        robot.interact(() -> aspect(robot).setValue(Aspect.BOARD));
        until(() -> text(robot, "#estimate").contains("42 × 32 pixels")
                || text(robot, "#estimate").contains("44 × 34 pixels"));
        maker.set((request, _, _) -> report(request));
        press(robot, "#exportButton");
        until(() -> !asked.isEmpty());
        assertThat(asked.getFirst().settings().framing().crop()).isPresent();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Aspect> aspect(FxRobot robot) {
        return robot.lookup("#aspect").queryAs(ComboBox.class);
    }

    @Test
    void tenTimesWithTimeAndScaleBarAsksForTheUnitOnceAndKeepsIt(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#speed").queryAs(ComboBox.class).getEditor().setText("10"));
        until(() -> text(robot, "#speedText").contains("10×"));
        robot.interact(() -> {
            robot.lookup("#time").queryAs(CheckBox.class).fire();
            robot.lookup("#scale").queryAs(CheckBox.class).fire();
        });
        until(() -> text(robot, "#scaleRemark").contains("millimetres"));
        assertThat(robot.lookup("#exportButton").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#millimetres").queryAs(TextField.class).setText("2.5"));
        maker.set((request, _, _) -> report(request));
        press(robot, "#exportButton");
        until(() -> !asked.isEmpty());
        assertThat(asked.getFirst().settings().timing().speed()).isEqualTo(10);
        assertThat(asked.getFirst().settings().overlays().shown()).containsExactlyInAnyOrder(Overlay.TIME,
                Overlay.SCALE);
        assertThat(new BoardScales(preferences).millimetresPerUnit(Optional.of(board()))).hasValue(2.5);
    }

    @Test
    void targetSizeOfFiveMegabytesIsPromised(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#megabytes").queryAs(TextField.class).setText("5"));
        until(() -> text(robot, "#estimate").endsWith("at most 5.0 MB"));
        maker.set((request, _, _) -> report(request));
        press(robot, "#exportButton");
        until(() -> !asked.isEmpty());
        assertThat(asked.getFirst().settings().boundBytes()).isEqualTo(5_000_000);
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

    @Test
    void escapeClosesAndEnterExportsAlsoTheSecondTime(FxRobot robot) throws Exception {
        maker.set((request, _, _) -> report(request));
        until(() -> robot.lookup("#exportButton").query().isFocused());
        robot.type(KeyCode.ENTER);
        until(() -> asked.size() == 1 && robot.lookup("#closeButton").query().isFocused());
        press(robot, "#backButton");
        until(() -> robot.lookup("#exportButton").query().isFocused());
        robot.type(KeyCode.ENTER);
        until(() -> asked.size() == 2);
        assertThat(dismissed).hasValue(0);
        until(() -> robot.lookup("#closeButton").query().isFocused());
        robot.type(KeyCode.ESCAPE);
        assertThat(dismissed).hasValue(1);
    }

    private static ExportReport report(ExportRequest request) {
        return new ExportReport(request.target(), 1000, 10, 0, 0, 0, Duration.ofSeconds(1), "FFmpeg", List.of());
    }

    private static void press(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (ConcurrentModificationException _) {
                // The scene changed while it was looked through; it is looked through again.
                return false;
            }
        });
    }

    private static final class Kept implements ExportMemory {
        private Map<String, String> all = new HashMap<>();

        @Override
        public Map<String, String> read() {
            return all;
        }

        @Override
        public void write(Map<String, String> choices) {
            all = new HashMap<>(choices);
        }
    }
}
