package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.browser.SmallLog;
import org.labreel.ui.kit.Background;
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

/** Renames, deletes and brings back recordings in the list, as the operator would. */
@ExtendWith(ApplicationExtension.class)
class CatalogueReviewTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ExecutorService decoding = Executors.newSingleThreadExecutor();
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    @TempDir
    private Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private BrowserView browser;
    @SuppressWarnings("NullAway.Init")
    private SessionFolder session;

    @Start
    void start(Stage stage) throws Exception {
        Path loose = SmallLog.ofFrames(10).write(root.resolve("mixing.bin"));
        Files.setLastModifiedTime(loose, FileTime.from(Instant.now().minusSeconds(60)));
        session = SessionFolder.create(root, Session.named("Run 3", Instant.parse("2026-11-20T09:30:00Z")));
        SmallLog.ofFrames(4).write(session.path().resolve("segment-001.bin"));
        BrowserServices services = new BrowserServices(new Background(workers),
                new MemoryPreferences(Preferences.first(root)), notices::add, new NoOpener(),
                new BoardChoice(root.resolve("board.json")),
                new AnnotationDesk(new AnnotationStore(root.resolve("notes")), writing, notices::add),
                Optional.empty(), _ -> Optional.empty(), writing, decoding, FxThread.executor(),
                PictureDecoder::best, System::nanoTime, ZoneId.of("UTC"));
        browser = new BrowserView(services, _ -> {
        });
        Scene scene = new Scene(new StackPane(browser.root()), 980, 860);
        // As in the window: the page is asked before the control that has the focus.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KeyRoute.toPage(event.getTarget(), event.getCode())) {
                browser.keyPressed(event);
            }
        });
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
        browser.activate();
    }

    @AfterEach
    void stop(FxRobot robot) throws InterruptedException {
        robot.interact(browser::close);
        for (ExecutorService each : List.of(workers, decoding, writing)) {
            each.shutdown();
            assertThat(each.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void openLogIsRenamedInPlaceAndShownOnAndTakenBack(FxRobot robot) throws Exception {
        until(() -> titles(robot).contains("mixing.bin"));
        robot.clickOn("mixing.bin");
        until(() -> browser.isShowing(root.resolve("mixing.bin")));
        robot.type(KeyCode.F2);
        robot.interact(() -> robot.lookup(".catalogue-list").query().requestFocus());
        robot.type(KeyCode.F2);
        until(() -> robot.lookup(".name-field").tryQuery().filter(field -> field.isFocused()).isPresent());
        robot.write("droplets merge").type(KeyCode.ENTER);
        until(() -> browser.isShowing(root.resolve("droplets merge.bin")));
        until(() -> titles(robot).contains("droplets merge.bin") && !titles(robot).contains("mixing.bin"));
        assertThat(notices).extracting(Notice::title)
                .containsExactly("“mixing.bin” is now called “droplets merge.bin”");
        robot.interact(notices.getFirst().choices().getFirst().action());
        until(() -> browser.isShowing(root.resolve("mixing.bin")));
        assertThat(root.resolve("droplets merge.bin")).doesNotExist();
    }

    @Test
    void sessionIsRenamedDeletedAndBroughtBackByKeys(FxRobot robot) throws Exception {
        until(() -> titles(robot).contains("Run 3"));
        robot.clickOn("Run 3").type(KeyCode.F2);
        until(() -> robot.lookup(".name-field").tryQuery().filter(field -> field.isFocused()).isPresent());
        robot.write("Run 4").type(KeyCode.ENTER);
        until(() -> titles(robot).contains("Run 4"));
        robot.clickOn("segment-001.bin");
        until(() -> browser.isShowing(session.path().resolve("segment-001.bin")));
        robot.clickOn("Run 4").type(KeyCode.DELETE);
        until(() -> !titles(robot).contains("Run 4"));
        assertThat(session.path()).doesNotExist();
        assertThat(browser.isShowing(session.path().resolve("segment-001.bin"))).isFalse();
        undo(robot);
        until(() -> titles(robot).contains("Run 4") && browser.isShowing(session.path().resolve("segment-001.bin")));
    }

    @Test
    void whatIsBeingRecordedStaysAndItIsSaid(FxRobot robot) throws Exception {
        session.claim();
        try {
            until(() -> titles(robot).contains("Run 3"));
            robot.clickOn("Run 3").type(KeyCode.DELETE);
            until(() -> !notices.isEmpty());
            assertThat(notices.getFirst().text())
                    .isEqualTo("“Run 3” is being recorded. Nothing was changed; stop it first.");
            assertThat(session.path().resolve("segment-001.bin")).exists();
        } finally {
            session.release();
        }
    }

    @Test
    void trashIsEmptiedOnlyAfterAQuestion(FxRobot robot) throws Exception {
        until(() -> titles(robot).contains("mixing.bin"));
        robot.rightClickOn("mixing.bin").clickOn("Delete");
        until(() -> !titles(robot).contains("mixing.bin"));
        robot.clickOn("#catalogueMore").clickOn("Empty the trash…");
        until(() -> notices.size() == 2);
        assertThat(notices.getLast().text()).contains("One recording was deleted", "cannot be undone");
        assertThat(root.resolve(".trash")).isNotEmptyDirectory();
        robot.interact(notices.getLast().choices().getFirst().action());
        until(() -> notices.size() == 3);
        assertThat(root.resolve(".trash")).doesNotExist();
    }

    private static void undo(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    private static List<String> titles(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".catalogue-title").queryAllAs(Label.class).stream()
                .filter(label -> label.getScene() != null)
                .map(Label::getText).toList();
    }
}
