package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.archive.AnnotationStore;
import org.labreel.model.Marker;
import org.labreel.ui.browser.ExportDoor;
import org.labreel.ui.browser.SmallLog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Marks, names, searches, keeps and takes back, as the operator would. */
class QueryReviewTest extends OnBrowser {
    private final List<ExportDoor.Part> parts = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) throws Exception {
        SmallLog.ofFrames(10).write(folder.resolve("mixing.bin"));
        SmallLog.ofFrames(4).write(folder.resolve("short.bin"));
        Files.writeString(folder.resolve("torn.bin"), "this is no log");
        show(stage, Optional.empty(), System::nanoTime, offer -> parts.addAll(offer.parts()));
    }

    @Test
    void frameIsMarkedNamedUndoneAndDoneAgain(FxRobot robot) throws Exception {
        open(robot, "mixing.bin");
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD, KeyCode.M);
        until(() -> marks(robot).equals(List.of("Marker")));
        robot.press(KeyCode.SHIFT).type(KeyCode.M).release(KeyCode.SHIFT);
        until(() -> robot.lookup(".marker-field").tryQuery().filter(field -> field.isFocused()).isPresent());
        robot.write("drops merge").type(KeyCode.ENTER);
        until(() -> marks(robot).equals(List.of("drops merge")));
        undo(robot);
        until(() -> marks(robot).equals(List.of("Marker")));
        undo(robot);
        until(() -> marks(robot).isEmpty());
        assertThat(robot.lookup("#undoButton").queryAs(Button.class).isDisabled()).isTrue();
        robot.clickOn("#redoButton").clickOn("#redoButton");
        until(() -> marks(robot).equals(List.of("drops merge")));
        robot.type(KeyCode.END);
        robot.clickOn("drops merge");
        until(() -> frame(robot).equals("2"));
        assertThat(saved("mixing.bin")).containsExactly("drops merge");
        robot.type(KeyCode.DELETE);
        until(() -> marks(robot).isEmpty());
    }

    @Test
    void rangeIsKeptUnderAName(FxRobot robot) throws Exception {
        open(robot, "mixing.bin");
        robot.type(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.O);
        robot.clickOn("#keepButton");
        until(() -> robot.lookup(".marker-field").tryQuery().filter(field -> field.isFocused()).isPresent());
        robot.write("splitting").type(KeyCode.ENTER);
        until(() -> marks(robot).equals(List.of("splitting")));
    }

    @Test
    void wrongQueryIsMarkedAtItsPlaceAndARightOneFindsKeepsAndExports(FxRobot robot) throws Exception {
        open(robot, "mixing.bin");
        query(robot, "voltage > 152 and volts < 5");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#queryWords").queryAs(Label.class).getText())
                .isEqualTo("There is no value called “volts”. Did you mean “voltage”?");
        assertThat(robot.lookup("#queryField").queryAs(TextField.class).getSelectedText()).isEqualTo("volts");
        query(robot, "changed(pins)");
        assertThat(robot.lookup("#queryWrong").query().isVisible()).isFalse();
        robot.type(KeyCode.ENTER);
        until(() -> title(robot).equals("4 hits"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("frame 6");
        until(() -> frame(robot).equals("6"));
        robot.type(KeyCode.DOWN);
        until(() -> frame(robot).equals("9"));
        robot.clickOn("#hitsKeep");
        until(() -> markCount(robot) == 4);
        assertThat(marks(robot).getFirst()).isEqualTo("changed(pins) 1");
        robot.clickOn("#hitsExport");
        assertThat(parts).extracting(part -> part.range().first()).containsExactly(0, 3, 6, 9);
        robot.clickOn(".transport-elapsed").clickOn("#homeButton");
        undo(robot);
        until(() -> marks(robot).isEmpty());
        assertThat(preferences.get().queries()).containsExactly("changed(pins)");
    }

    @Test
    void allRecordingsAreSearchedAndAHitOpensItsLog(FxRobot robot) throws Exception {
        open(robot, "short.bin");
        query(robot, "voltage >= 156");
        robot.interact(() -> robot.lookup("#queryEverywhere").queryAs(CheckBox.class).setSelected(true));
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#hitsState").queryAs(Label.class).getText().equals("in 3 recordings"));
        assertThat(title(robot)).isEqualTo("1 hit");
        assertThat(robot.lookup(".catalogue-detail").queryAllAs(Label.class)).extracting(Label::getText)
                .anyMatch(text -> text.startsWith("not searched: ") && text.contains("torn.bin"));
        robot.clickOn("frames 6 to 9");
        until(() -> robot.lookup("mixing.bin").tryQuery().isPresent() && frame(robot).equals("6"));
        assertThat(robot.lookup("#hits").query().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#queryField").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#hits").query().isVisible());
    }

    private static void undo(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    private void query(FxRobot robot, String text) throws Exception {
        robot.clickOn("#findButton");
        until(() -> robot.lookup("#queryField").query().isFocused());
        robot.interact(() -> robot.lookup("#queryField").queryAs(TextField.class).clear());
        robot.write(text, 0);
    }

    private static int markCount(FxRobot robot) {
        return robot.lookup("#markers .list-view").queryAs(ListView.class).getItems().size();
    }

    /** Those that there is room for. */
    private static List<String> marks(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> list = robot.lookup("#markers .list-view").queryAs(ListView.class);
        return list.getItems().isEmpty()
                ? List.of()
                : robot.from(list).lookup(".marker-line .label").queryAllAs(Label.class).stream()
                        .filter(label -> !label.getStyleClass().contains("range-time")).map(Label::getText).toList();
    }

    private List<String> saved(String log) throws Exception {
        writing.submit(() -> {
        }).get(10, TimeUnit.SECONDS);
        return new AnnotationStore(folder.resolve("notes")).load(folder.resolve(log)).markers().stream()
                .map(Marker::text).toList();
    }

    private void open(FxRobot robot, String name) throws Exception {
        robot.interact(() -> browser.open(folder.resolve(name)));
        until(() -> frame(robot).equals("0") && robot.lookup(".fact").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#hitsTitle").queryAs(Label.class).getText();
    }
}
