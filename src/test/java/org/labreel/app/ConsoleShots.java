package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.live.RecordControl;

/** Makes pictures of the console in its states, to be looked at: arguments are a target folder, width, height. */
public final class ConsoleShots {
    private final Path folder;
    private final int width;
    private final int height;
    private final MemoryPreferences preferences;

    private ConsoleShots(Path folder, int width, int height) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.preferences = new MemoryPreferences(Preferences.first(folder.resolve("recordings")));
    }

    public static void main(String[] args) throws Exception {
        Machine.drawHeadless();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        new ConsoleShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
        Platform.exit();
    }

    private void run() throws Exception {
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), ConsoleShots::say, new NoOpener(), DemoServer.Settings.DEFAULT));
        Scene scene = TourScreen.fx(() -> show(console));
        TourScreen screen = new TourScreen(scene, folder);
        shot(screen, "start");
        select(console, "browser");
        shot(screen, "browser-empty");
        select(console, "live");
        TourScreen.fx(() -> console.connect("demo"));
        TourScreen.until("frames of the demo",
                () -> console.live().attached() && console.live().model().figures().shown() > 0
                        && console.live().model().board().isPresent());
        TourScreen.watch(2);
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to begin", () -> console.recordingNow().isPresent());
        TourScreen.watch(2);
        screen.keys(KeyCode.M);
        TourScreen.watch(0.5);
        shot(screen, "marking");
        TourScreen.watch(1);
        screen.keys(KeyCode.M);
        TourScreen.watch(1);
        screen.keys(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        TourScreen.watch(1);
        shot(screen, "looking-back");
        screen.keys(KeyCode.ESCAPE);
        Path log = TourScreen.fx(() -> console.live().record().status().file()).orElseThrow();
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to be saved",
                () -> console.live().record().phase() == RecordControl.Phase.IDLE);
        shot(screen, "live");
        select(console, "browser");
        shot(screen, "browser-list");
        TourScreen.fx(() -> {
            console.review().browser().open(log);
            return Optional.of(log);
        });
        TourScreen.until("the log to open", () -> console.review().browser().isShowing(log));
        TourScreen.watch(1);
        screen.keys(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.N, KeyCode.N, KeyCode.O);
        shot(screen, "browser");
        screen.keys(KeyCode.E);
        shot(screen, "export");
        TourScreen.fx(() -> {
            console.review().browser().dismiss();
            console.shell().toggleSheet();
            return true;
        });
        shot(screen, "keys");
        TourScreen.fx(() -> {
            console.shell().toggleSheet();
            return true;
        });
        select(console, "settings");
        shot(screen, "settings");
        TourScreen.fx(() -> console.connect("ws://127.0.0.1:9"));
        select(console, "live");
        TourScreen.watch(2);
        shot(screen, "unreachable");
        TourScreen.fx(() -> {
            console.close();
            return true;
        });
    }

    private static void select(Console console, String page) {
        TourScreen.fx(() -> {
            console.shell().select(page);
            return true;
        });
    }

    private void shot(TourScreen screen, String name) throws Exception {
        for (Theme theme : new Theme[]{Theme.LIGHT, Theme.DARK}) {
            TourScreen.fx(() -> {
                preferences.update(p -> p.withTheme(theme));
                return true;
            });
            TourScreen.watch(0.4);
            screen.picture(name + (theme == Theme.DARK ? "-dark" : "-light"));
        }
    }

    private Scene show(Console console) {
        Scene scene = new Scene(console.shell().root(), width, height);
        Themes.apply(scene, preferences.get().theme());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.setWidth(width);
        stage.setHeight(height);
        return scene;
    }

    private static void say(Notice notice) {
        if (notice.level() != Notice.Level.INFO) {
            System.err.println(notice);
        }
    }
}
