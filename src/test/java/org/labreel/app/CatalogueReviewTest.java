package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;
import org.labreel.ui.browser.SmallLog;
import org.labreel.ui.kit.Notice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renames, deletes and brings back recordings in the list, as the operator would. */
class CatalogueReviewTest extends OnBrowser {
    @SuppressWarnings("NullAway.Init")
    private SessionFolder session;

    @Start
    void start(Stage stage) throws Exception {
        Path loose = SmallLog.ofFrames(10).write(folder.resolve("mixing.bin"));
        Files.setLastModifiedTime(loose, FileTime.from(Instant.now().minusSeconds(60)));
        session = SessionFolder.create(folder, Session.named("Run 3", Instant.parse("2026-11-20T09:30:00Z")));
        SmallLog.ofFrames(4).write(session.path().resolve("segment-001.bin"));
        show(stage, Optional.empty(), System::nanoTime, _ -> {
        });
    }

    @Test
    void openLogIsRenamedInPlaceAndShownOnAndTakenBack(FxRobot robot) throws Exception {
        until(() -> titles(robot).contains("mixing.bin"));
        robot.clickOn("mixing.bin");
        until(() -> browser.isShowing(folder.resolve("mixing.bin")));
        robot.type(KeyCode.F2);
        robot.interact(() -> robot.lookup(".catalogue-list").query().requestFocus());
        robot.type(KeyCode.F2);
        until(() -> robot.lookup(".name-field").tryQuery().filter(field -> field.isFocused()).isPresent());
        robot.write("droplets merge").type(KeyCode.ENTER);
        until(() -> browser.isShowing(folder.resolve("droplets merge.bin")));
        until(() -> titles(robot).contains("droplets merge.bin") && !titles(robot).contains("mixing.bin"));
        assertThat(notices).extracting(Notice::title)
                .containsExactly("“mixing.bin” is now called “droplets merge.bin”");
        robot.interact(notices.getFirst().choices().getFirst().action());
        until(() -> browser.isShowing(folder.resolve("mixing.bin")));
        assertThat(folder.resolve("droplets merge.bin")).doesNotExist();
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
        assertThat(folder.resolve(".trash")).isNotEmptyDirectory();
        robot.interact(notices.getLast().choices().getFirst().action());
        until(() -> notices.size() == 3);
        assertThat(folder.resolve(".trash")).doesNotExist();
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
