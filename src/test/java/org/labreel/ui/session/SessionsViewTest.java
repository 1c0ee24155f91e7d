package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.feed.FeedClock;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SessionsViewTest {
    @TempDir
    private Path root;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<Path> reviewed = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeCamera first = new FakeCamera("ws://first:7001");
    private final FakeCamera second = new FakeCamera("ws://second:7001");
    @SuppressWarnings("NullAway.Init")
    private SessionEngine engine;
    @SuppressWarnings("NullAway.Init")
    private SessionsView view;

    @Start
    void start(Stage stage) {
        engine = new SessionEngine(root, new Rig(List.of(first.feed(), second.feed())), EngineSettings.DEFAULT,
                FeedClock.SYSTEM, work);
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(root));
        view = new SessionsView(new SessionServices(engine, (_, _) -> {
            throw new AssertionError("nobody connects elsewhere");
        }, notices::add, preferences, new Chosen(), work, FxThread.executor(), InstantSource.system(),
                ZoneId.of("UTC"), reviewed::add));
        Scene scene = new Scene(view.root(), 1280, 800);
        Themes.apply(scene, Preferences.Theme.DARK);
        // As the window does it.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(event.getTarget() instanceof TextInputControl)) {
                view.keyPressed(event);
            }
        });
        stage.setScene(scene);
        stage.show();
        view.activate();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view::close);
        engine.close();
        work.shutdown();
    }

    /** The operator always chooses the same file. */
    private final class Chosen implements PlanFiles {
        @Override
        public Optional<Path> toOpen(Window owner) {
            return Optional.of(root.resolve("plan.json"));
        }

        @Override
        public Optional<Path> toSave(Window owner, String name) {
            return Optional.of(root.resolve("plan.json"));
        }
    }

    private static void await(String what, BooleanSupplier so) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(until);
            LockSupport.parkNanos(10_000_000);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Session> sessions() {
        return engine.sessions().join().stream().map(SessionView::session).toList();
    }

    private Session only() {
        return sessions().getFirst();
    }

    private void awaitState(State state) {
        await("state " + state, () -> only().state() == state && shownState(state));
    }

    private boolean shownState(State state) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.model().selected()
                .filter(each -> each.session().state() == state).isPresent() && !view.model().changing());
    }

    private void create(FxRobot robot) {
        await("the desk", () -> !button(robot, "create").isDisabled());
        int before = sessions().size();
        robot.interact(button(robot, "create")::fire);
        await("the session", () -> sessions().size() > before && chosen().isPresent()
                && !robot.lookup("#name").queryAs(TextField.class).isDisabled());
    }

    private Optional<SessionView> chosen() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.model().selected());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Button.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private static void write(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup("#" + id).queryAs(TextInputControl.class);
            field.requestFocus();
            field.setText(text);
        });
    }

    private void leaveField(FxRobot robot) {
        robot.interact(() -> robot.lookup("#list").queryAs(ListView.class).requestFocus());
    }

    @Test
    void sessionIsMadeArmedStartedAndStoppedByKeyboardAndItsSegmentOpens(FxRobot robot) {
        create(robot);
        leaveField(robot);
        robot.type(KeyCode.A);
        awaitState(State.STANDBY);
        await("the pill", () -> text(robot, "state").equals("Standby"));
        robot.type(KeyCode.R);
        awaitState(State.STARTED);
        await("the pill", () -> text(robot, "state").equals("Recording"));
        assertThat(button(robot, "standBy").isVisible()).isTrue();
        assertThat(button(robot, "arm").isVisible()).isFalse();
        robot.interact(button(robot, "standBy")::fire);
        awaitState(State.STANDBY);
        robot.interact(button(robot, "stop")::fire);
        awaitState(State.STOPPED);
        await("the segment", () -> text(robot, "detail").startsWith("1 segment"));
        robot.interact(() -> {
            robot.lookup("#segments").queryTableView().getSelectionModel().select(0);
            button(robot, "open").fire();
        });
        assertThat(reviewed).singleElement().satisfies(file -> assertThat(root.resolve(file)).exists());
    }

    @Test
    void mistakesAreSaidBesideTheirFieldsAndKeepTheSessionFromBeingArmed(FxRobot robot) {
        create(robot);
        String name = only().name();
        write(robot, "name", "");
        write(robot, "maxTime", "soon");
        await("the words", () -> text(robot, "nameWords").equals("Give the session a name."));
        assertThat(text(robot, "maxTimeWords")).contains("10 min");
        assertThat(button(robot, "arm").isDisabled()).isTrue();
        leaveField(robot);
        assertThat(only().name()).as("nothing wrong is saved").isEqualTo(name);
        assertThat(text(robot, "saved")).isEqualTo("Not saved: see the red fields");
        write(robot, "name", "Merge");
        write(robot, "maxTime", "10 min");
        leaveField(robot);
        await("the saved plan", () -> only().name().equals("Merge") && only().limits().maxTimeSeconds() == 600);
        await("the button", () -> !button(robot, "arm").isDisabled());
    }

    @Test
    void changesAreUndoneAndDoneAgain(FxRobot robot) {
        create(robot);
        write(robot, "notes", "first");
        leaveField(robot);
        await("the first note", () -> only().plan().notes().equals("first"));
        write(robot, "notes", "second");
        leaveField(robot);
        await("the second note", () -> only().plan().notes().equals("second"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await("the first note again", () -> only().plan().notes().equals("first"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await("no note", () -> only().plan().notes().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        await("the first note", () -> only().plan().notes().equals("first"));
        await("the field", () -> robot.lookup("#notes").queryAs(TextInputControl.class).getText().equals("first"));
    }

    @Test
    void lookingAtSessionsChangesNothingInThem(FxRobot robot) {
        create(robot);
        Session.Plan plan = only().plan();
        assertThat(plan.cameras()).singleElement().satisfies(
                camera -> assertThat(camera.streams()).singleElement().satisfies(wish -> assertThat(wish.required())
                        .isTrue()));
        create(robot);
        robot.interact(() -> robot.lookup("#list").queryAs(ListView.class).getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#list").queryAs(ListView.class).getSelectionModel().select(0));
        assertThat(sessions().getLast().plan()).isEqualTo(plan);
        assertThat(text(robot, "saved")).isEqualTo("Saved");
    }

    @Test
    void duplicateHasThePlanButItsOwnLifeAndDeletedSessionsLieInTheTrash(FxRobot robot) throws IOException {
        create(robot);
        write(robot, "name", "Merge");
        leaveField(robot);
        await("the name", () -> only().name().equals("Merge"));
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        await("the copy", () -> sessions().stream().anyMatch(each -> each.name().equals("Merge copy")));
        await("the choice", () -> chosen().filter(each -> each.session().name().equals("Merge copy")).isPresent());
        robot.type(KeyCode.DELETE);
        await("the question", () -> robot.lookup("#question").query().isVisible());
        assertThat(text(robot, "questionText")).contains("Merge copy");
        robot.interact(button(robot, "deleteYes")::fire);
        await("one session", () -> sessions().size() == 1);
        assertThat(only().name()).isEqualTo("Merge");
        try (var trash = Files.list(root.resolve(".trash"))) {
            assertThat(trash).isNotEmpty();
        }
        assertThat(notices).anySatisfy(notice -> assertThat(notice.title()).contains("trash"));
    }

    @Test
    void scheduleNeedsAStartAndIsTakenBack(FxRobot robot) {
        create(robot);
        assertThat(button(robot, "schedule").isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#startOn").<CheckBox>query().fire());
        await("a start", () -> only().plan().start().isPresent());
        await("the button", () -> !button(robot, "schedule").isDisabled());
        leaveField(robot);
        robot.type(KeyCode.S);
        awaitState(State.SCHEDULED);
        await("the words", () -> text(robot, "detail").startsWith("starts in"));
        robot.interact(button(robot, "stop")::fire);
        awaitState(State.STOPPED);
    }

    @Test
    void planGoesOutAsJsonAndComesInAgain(FxRobot robot) {
        create(robot);
        write(robot, "notes", "plate 12");
        leaveField(robot);
        await("the note", () -> only().plan().notes().equals("plate 12"));
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        await("the file", () -> Files.exists(root.resolve("plan.json")));
        await("the notice", () -> notices.stream().anyMatch(each -> each.title().equals("Plan exported")));
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        await("a second session", () -> sessions().size() == 2);
        assertThat(sessions()).allSatisfy(each -> assertThat(each.plan().notes()).isEqualTo("plate 12"));
        assertThat(sessions().stream().map(Session::name).distinct()).hasSize(2);
    }

    @Test
    void requiredStreamsAreGreenOrRedWithWordsOnceArmed(FxRobot robot) {
        create(robot);
        assertThat(checks(robot)).singleElement().asString().contains("not known before");
        leaveField(robot);
        robot.type(KeyCode.A);
        awaitState(State.STANDBY);
        await("the colour stream", () -> checks(robot).stream().anyMatch(words -> words.contains("there. ")));
    }

    private static List<String> checks(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> robot.lookup(".check-line .label").queryAll().stream()
                .filter(Node::isVisible).map(Label.class::cast).map(Label::getText).toList());
    }

    @Test
    void markerIsNotedInTheSession(FxRobot robot) {
        create(robot);
        robot.interact(() -> {
            robot.lookup("#markerText").queryAs(TextField.class).setText("droplet split");
            button(robot, "mark").fire();
        });
        await("the marker", () -> only().markers().stream().anyMatch(each -> each.text().equals("droplet split")));
    }
}
