package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.serve.DemoServer;
import org.labreel.serve.SessionServer;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Serving;

/** Makes pictures of the sessions in their states, to be looked at: arguments are a target folder, width, height. */
public final class SessionShots {
    private final Path folder;
    private final int width;
    private final int height;
    private final MemoryPreferences preferences;

    private SessionShots(Path folder, int width, int height) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.preferences = new MemoryPreferences(Preferences.first(folder.resolve("recordings")));
    }

    public static void main(String[] args) throws Exception {
        Studio.open(args[0],
                folder -> new SessionShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run());
        System.exit(0);
    }

    private void run() throws Exception {
        preferences.update(p -> p.withServing(
                Serving.NOTHING.withDoor(Serving.Service.SESSIONS, new Serving.Door(true, 0))));
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), SessionShots::say, new NoOpener(),
                new DemoServer.Settings(0, 0, 320, 240, 25, 80)));
        Studio studio = new Studio(folder, console.shell()::root, preferences.get().theme(), width, height);
        TourScreen screen = studio.screen();
        select(console, "sessions");
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "empty");
        SessionEngine engine = console.sessions().local().engine().join();
        Session.Camera camera = engine.cameras().join().getFirst().camera();
        StreamWish colour = new StreamWish(UUID.randomUUID(), StreamWish.Type.COLOR, StreamWish.Encoder.CLASSIC, 1280,
                720, 30, 0, 0, 0, "", true);
        StreamWish depth = new StreamWish(UUID.randomUUID(), StreamWish.Type.DEPTH, StreamWish.Encoder.HEVC, 1280, 720,
                30, 4_000_000, 100, 1500, "color", true);
        Session.Plan plan = Session.Plan.NONE.withCameras(List.of(new Session.Camera(camera.id(), camera.model(),
                camera.serial(), camera.address(), UUID.randomUUID(), List.of(colour, depth))));
        Instant now = Instant.now();
        UUID early = engine.create("Calibration of the heater", plan).join().session().id();
        for (int i = 0; i < 2; i++) {
            engine.change(early, Session.State.STARTED).join();
            frames(engine, early);
            engine.change(early, Session.State.STANDBY).join();
            frames0(engine, early);
        }
        engine.change(early, Session.State.STOPPED).join();
        UUID night = engine.create("Night run, 6 h", plan.withTimes(Optional.of(now.plus(Duration.ofMinutes(95))),
                Optional.of(now.plus(Duration.ofMinutes(95 + 360)))).withNotes("Plate 12, 4 °C, no light.")).join()
                .session().id();
        engine.change(night, Session.State.SCHEDULED).join();
        UUID merge = engine.create("Droplet merge, trial 7", plan.withLimits(new Session.Limits(600, 2000))).join()
                .session().id();
        TourScreen.watch(1);
        Studio.act(() -> ((ListView<?>) studio.scene().getRoot().lookup("#list")).getSelectionModel().select(0));
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "list");
        write(studio, "maxTime", "soon");
        write(studio, "name", "");
        Studio.act(() -> ((CheckBox) studio.scene().getRoot().lookup("#startOn")).fire());
        write(studio, "startTime", "25:99");
        studio.inBothThemes(preferences, "errors");
        write(studio, "name", "Droplet merge, trial 7");
        write(studio, "maxTime", "10 min");
        write(studio, "startTime", "23:45");
        studio.inBothThemes(preferences, "planned");
        Studio.act(() -> ((CheckBox) studio.scene().getRoot().lookup("#startOn")).fire());
        TourScreen.watch(1);
        engine.change(merge, Session.State.STANDBY).join();
        TourScreen.watch(3);
        studio.inBothThemes(preferences, "armed");
        engine.change(merge, Session.State.STARTED).join();
        TourScreen.watch(2);
        screen.keys(KeyCode.M);
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "running");
        engine.change(merge, Session.State.STANDBY).join();
        TourScreen.watch(1);
        engine.change(merge, Session.State.STARTED).join();
        TourScreen.watch(1.5);
        remote(studio, engine);
        select(console, "live");
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "live-while-session");
        select(console, "settings");
        TourScreen.watch(1);
        Studio.act(() -> ((ScrollPane) studio.scene().getRoot().lookup(".settings")).setVvalue(0.62));
        studio.inBothThemes(preferences, "serving");
        Studio.act(() -> console.close());
    }

    /** The other program is this one, over the network. */
    private void remote(Studio studio, SessionEngine engine) throws Exception {
        Vertx vertx = Vertx.vertx();
        SessionServer server = SessionServer.start(vertx, engine, SessionServer.Settings.LOOPBACK);
        Studio.act(() -> ((ToggleButton) studio.scene().getRoot().lookup("#elsewhere")).fire());
        write(studio, "url", server.endpoint().toString());
        studio.screen().press("connectButton");
        TourScreen.watch(3);
        studio.inBothThemes(preferences, "remote");
        server.close();
        TourScreen.watch(2);
        studio.inBothThemes(preferences, "remote-lost");
        studio.screen().press("here");
        TourScreen.watch(1);
        vertx.close();
    }

    private static void frames(SessionEngine engine, UUID id) {
        TourScreen.until("frames", () -> engine.session(id).orElseThrow().cameras().getFirst().frames() > 40);
    }

    private static void frames0(SessionEngine engine, UUID id) {
        TourScreen.until("pre-roll",
                () -> engine.session(id).map(SessionView::cameras).orElseThrow().getFirst().preRoll().toMillis() > 500);
    }

    private static void write(Studio studio, String id, String text) {
        Studio.act(() -> {
            Node node = studio.scene().getRoot().lookup("#" + id);
            ((TextInputControl) node).setText(text);
        });
        TourScreen.watch(0.3);
        Studio.act(() -> studio.scene().getRoot().requestFocus());
    }

    private static void select(Console console, String page) {
        Studio.act(() -> console.shell().select(page));
    }

    private static void say(Notice notice) {
        System.err.println(notice);
    }
}
