package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.ExportQueue;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
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
import org.testfx.util.WaitForAsyncUtils;

/** The export sheet of a small log of three ranges, its exports, and the hands that use it. */
@ExtendWith(ApplicationExtension.class)
abstract class OnExportSheet {
    private final ExecutorService previewing = Executors.newSingleThreadExecutor();
    final List<ExportRequest> asked = new CopyOnWriteArrayList<>();
    final List<Notice> notices = new CopyOnWriteArrayList<>();
    final AtomicReference<ExportQueue.Maker> maker = new AtomicReference<>(Exporter::run);
    final AtomicInteger dismissed = new AtomicInteger();
    final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));
    @TempDir
    Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    Exports exports;
    @SuppressWarnings("NullAway.Init")
    ExportView view;

    void show(Stage stage) {
        Path log = SmallLog.ofFrames(30).write(folder.resolve("run.bin"));
        exports = new Exports((request, progress, cancelled) -> {
            asked.add(request);
            return maker.get().run(request, progress, cancelled);
        }, () -> false, FxThread.executor());
        view = new ExportView(new ExportServices(exports, new BriefMemory(), new BoardScales(preferences), notices::add,
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

    static Board board() {
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

    static ExportReport report(ExportRequest request) {
        return new ExportReport(request.target(), 1000, 10, 0, 0, 0, Duration.ofSeconds(1), "FFmpeg", List.of());
    }

    static void press(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }
}
