package org.labreel.ui.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.labreel.Patience;
import org.labreel.feed.FeedClock;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The page in a window, on an engine with two cameras that are always there, and the hands that use it. */
final class SessionsPage implements AutoCloseable {
    private final Path root;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<Path> reviewed = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final SessionEngine engine;
    private final SessionsView view;
    private final FxRobot robot = new FxRobot();

    /**
     * @param remote
     *            makes the desk of another program
     */
    SessionsPage(Path root, Stage stage, BiFunction<URI, Optional<String>, SessionDesk> remote) {
        this.root = root;
        engine = new SessionEngine(root, new Rig(List.of(new FakeCamera("ws://first:7001").feed(),
                new FakeCamera("ws://second:7001").feed())), EngineSettings.DEFAULT, FeedClock.SYSTEM, work);
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(root));
        view = new SessionsView(new SessionServices(engine, remote, notices::add, preferences, new Chosen(), work,
                FxThread.executor(), InstantSource.system(), ZoneId.of("UTC"), reviewed::add));
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

    FxRobot robot() {
        return robot;
    }

    List<Notice> notices() {
        return notices;
    }

    List<Path> reviewed() {
        return reviewed;
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

    static void await(String what, BooleanSupplier so) {
        Patience.until(what, so);
        WaitForAsyncUtils.waitForFxEvents();
    }

    List<Session> sessions() {
        return engine.sessions().join().stream().map(SessionView::session).toList();
    }

    Session only() {
        return sessions().getFirst();
    }

    void awaitState(State state) {
        await("state " + state, () -> only().state() == state && shownState(state));
    }

    /** The same of a desk in another program. */
    void awaitShown(State state) {
        await("state " + state, () -> shownState(state));
    }

    private boolean shownState(State state) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.model().selected()
                .filter(each -> each.session().state() == state).isPresent() && !view.model().changing());
    }

    void create() {
        await("the desk", () -> !button("create").isDisabled());
        int before = sessions().size();
        robot.interact(button("create")::fire);
        await("the session", () -> sessions().size() > before && chosen().isPresent()
                && !robot.lookup("#name").queryAs(TextField.class).isDisabled());
    }

    Optional<SessionView> chosen() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.model().selected());
    }

    Button button(String id) {
        return robot.lookup("#" + id).queryAs(Button.class);
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    void write(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup("#" + id).queryAs(TextInputControl.class);
            field.requestFocus();
            field.setText(text);
        });
    }

    void leaveField() {
        robot.interact(() -> robot.lookup("#list").queryAs(ListView.class).requestFocus());
    }

    List<String> checks() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> robot.lookup(".check-line .label").queryAll().stream()
                .filter(Node::isVisible).map(Label.class::cast).map(Label::getText).toList());
    }

    @Override
    public void close() {
        robot.interact(view::close);
        engine.close();
        work.shutdown();
    }
}
