package org.labreel.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The timeline with mouse and keys, as the operator has it. */
@ExtendWith(ApplicationExtension.class)
class TimelineTest {
    private static final long SECOND = Timelines.SECOND;
    private static final long START = Timelines.START;
    private static final double SEGMENTS = 32;
    private static final double MARKS = 52;

    private final TimelineModel model = new TimelineModel(ZoneId.of("UTC"));
    private final List<Long> seeks = new ArrayList<>();
    private final List<TimeSpan> selections = new ArrayList<>();
    private final List<Long> moved = new ArrayList<>();
    private final List<Long> added = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Timeline timeline;

    @Start
    void start(Stage stage) {
        model.actionsProperty().set(new Actions());
        model.contentProperty().set(Timelines.experiment(100).withHoles(List.of()));
        model.shownProperty().set(Set.of("voltage", "temperature-1"));
        timeline = new Timeline(model);
        Scene scene = new Scene(new StackPane(timeline), 900, 260);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void draggingScrubsAndTheWheelZoomsAboutThePointer(FxRobot robot) {
        at(robot, 30, 200);
        robot.press(MouseButton.PRIMARY);
        at(robot, 60, 200);
        robot.release(MouseButton.PRIMARY);
        assertThat(seeks.getFirst()).isBetween(START + 29 * SECOND, START + 31 * SECOND);
        assertThat(seeks.getLast()).isBetween(START + 59 * SECOND, START + 61 * SECOND);
        long span = model.scale().spanNanos();
        long under = model.scale().nanos(400);
        robot.interact(() -> Event.fireEvent(robot.lookup(".timeline-lanes").query(), wheel(400, 80)));
        assertThat(model.scale().spanNanos()).isLessThan(span);
        assertThat(model.scale().x(under)).isBetween(395.0, 405.0);
    }

    @Test
    void handlesOfTheRangeAndMarkersAreDragged(FxRobot robot) {
        robot.interact(() -> model.selectionProperty().set(
                new TimelineSelection(true, new TimeSpan(START + 20 * SECOND, START + 80 * SECOND), 200, 800)));
        moveTo(robot, model.scale().x(START + 20 * SECOND) - 3, SEGMENTS);
        robot.press(MouseButton.PRIMARY);
        at(robot, 40, SEGMENTS);
        robot.release(MouseButton.PRIMARY);
        assertThat(selections.getLast().startNanos()).isBetween(START + 39 * SECOND, START + 41 * SECOND);
        assertThat(selections.getLast().endNanos()).isEqualTo(START + 80 * SECOND);
        TimelineMarker marker = model.content().markers().getFirst();
        moveTo(robot, model.scale().x(marker.nanos()), MARKS);
        robot.press(MouseButton.PRIMARY);
        at(robot, 90, MARKS);
        robot.release(MouseButton.PRIMARY);
        assertThat(moved).hasSize(1);
        assertThat(moved.getFirst()).isBetween(START + 89 * SECOND, START + 91 * SECOND);
        assertThat(seeks).isEmpty();
    }

    @Test
    void keysChooseTheWindowAndEscGoesBackToThePresent(FxRobot robot) {
        robot.interact(() -> {
            model.contentProperty().set(model.content().withLiveEdge(OptionalLong.of(START + 100 * SECOND)));
            timeline.requestFocus();
        });
        robot.type(KeyCode.PLUS);
        assertThat(model.scale().spanNanos()).isLessThan(90 * SECOND);
        assertThat(model.isLive()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(model.isLive()).isFalse();
        assertThat(robot.lookup("#timelineLive").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(model.isLive()).isTrue();
        assertThat(model.scale().window().contains(START + 100 * SECOND)).isTrue();
        robot.type(KeyCode.DIGIT0);
        assertThat(model.scale().window().contains(model.content().focus())).isTrue();
        robot.clickOn("#timeline30");
        assertThat(model.scale().spanNanos()).isEqualTo(30 * SECOND);
    }

    @Test
    void contextMenuAddsAMarkerAndADragWithItsButtonPansInstead(FxRobot robot) {
        at(robot, 50, 200);
        robot.clickOn(MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Add a marker here");
        assertThat(added).hasSize(1);
        assertThat(added.getFirst()).isBetween(START + 49 * SECOND, START + 51 * SECOND);
        robot.clickOn("#timeline30");
        long start = model.scale().startNanos();
        moveTo(robot, 500, 200);
        robot.press(MouseButton.SECONDARY);
        moveTo(robot, 400, 200);
        robot.release(MouseButton.SECONDARY);
        assertThat(model.scale().startNanos()).isGreaterThan(start);
        assertThat(robot.lookup("Add a marker here").tryQuery()).isEmpty();
    }

    @Test
    void selectionIsAlwaysWrittenAndToldToScreenReaders(FxRobot robot) {
        robot.interact(() -> {
            model.selectionProperty().set(
                    new TimelineSelection(true, new TimeSpan(START + 20 * SECOND, START + 80 * SECOND), 200, 800));
            model.playheadProperty().set(OptionalLong.of(START + 25 * SECOND));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".timeline-selection").queryAs(Label.class).getText())
                .isEqualTo("Range: in 0:20.000 (frame 200), out 1:20.000 (frame 800), 1:00.000, 601 frames. "
                        + "Out is inclusive");
        assertThat(timeline.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(25.0);
        assertThat(String.valueOf(timeline.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .startsWith("Timeline at 0:25.000 of 1:40.000. Range: in 0:20.000");
    }

    @Test
    void hoverTellsTimesAndLanesAreChosenFromTheHead(FxRobot robot) {
        at(robot, 50, 200);
        WaitForAsyncUtils.waitForFxEvents();
        Label hover = robot.lookup(".timeline-hover").queryAs(Label.class);
        assertThat(hover.isVisible()).isTrue();
        assertThat(hover.getText()).contains("2026-03-01 10:00:").contains("UTC").contains("frame ");
        moveTo(robot, 50, 110);
        robot.clickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Voltage (V)");
        assertThat(model.signals()).extracting(TimelineSignal::id).containsExactly("temperature-1");
    }

    /** The headless robot has no wheel. */
    private static ScrollEvent wheel(double x, double upPx) {
        return new ScrollEvent(ScrollEvent.SCROLL, x, 200, x, 200, false, false, false, false, false, false, 0, upPx, 0,
                upPx, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                null);
    }

    private void at(FxRobot robot, double seconds, double y) {
        moveTo(robot, model.scale().x(START + Math.round(seconds * SECOND)), y);
    }

    private void moveTo(FxRobot robot, double x, double y) {
        Bounds lanes = robot.lookup(".timeline-lanes").query().localToScreen(
                robot.lookup(".timeline-lanes").query().getBoundsInLocal());
        robot.moveTo(lanes.getMinX() + x, lanes.getMinY() + y);
    }

    private final class Actions implements TimelineActions {
        @Override
        public void seek(long nanos) {
            seeks.add(nanos);
        }

        @Override
        public void select(TimeSpan span) {
            selections.add(span);
        }

        @Override
        public void moveMarker(UUID marker, long nanos) {
            moved.add(nanos);
        }

        @Override
        public void addMarker(long nanos) {
            added.add(nanos);
        }

        @Override
        public boolean editable() {
            return true;
        }
    }
}
