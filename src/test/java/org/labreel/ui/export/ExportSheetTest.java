package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.ui.kit.SceneWaiting.until;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.labreel.export.Overlay;
import org.labreel.ui.kit.BoardScales;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Clicks through the export sheet as a scientist would. */
class ExportSheetTest extends OnExportSheet {
    @Start
    void start(Stage stage) {
        show(stage);
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
}
