package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/** Takes pictures of the live page with one, two and four sources, and of the list of sources: FOLDER WIDTH HEIGHT. */
public final class GridShots {
    private final Path folder;
    private final int width;
    private final int height;
    private final MemoryPreferences preferences;
    private final List<DemoServer> devices = new ArrayList<>();

    private GridShots(Path folder, int width, int height) {
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
        Vertx vertx = Vertx.vertx();
        new GridShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run(vertx);
        vertx.close();
        Platform.exit();
    }

    private void run(Vertx vertx) throws Exception {
        for (int i = 0; i < 3; i++) {
            devices.add(DemoServer.start(vertx, new DemoServer.Settings(0, 0, 640, 480, 15, 85)));
        }
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), notice -> System.err.println(notice.title() + ": " + notice.text()),
                new Nobody(), DemoServer.Settings.DEFAULT));
        Scene scene = TourScreen.fx(() -> show(console));
        TourScreen screen = new TourScreen(scene, folder);
        TourScreen.fx(() -> console.connect("demo"));
        live(console, 1);
        shot(screen, "one");
        add(console, 0);
        live(console, 2);
        shot(screen, "two");
        add(console, 1);
        add(console, 2);
        live(console, 4);
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to begin", () -> console.recordingNow().isPresent());
        TourScreen.watch(4);
        screen.keys(KeyCode.M);
        shot(screen, "four");
        devices.get(1).close();
        TourScreen.watch(5);
        shot(screen, "four-one-gone");
        screen.keys(KeyCode.F);
        TourScreen.watch(1);
        shot(screen, "large");
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to end", () -> console.recordingNow().isEmpty());
        TourScreen.fx(() -> {
            console.shell().select("sources");
            return true;
        });
        TourScreen.watch(1);
        shot(screen, "sources");
        TourScreen.fx(() -> {
            console.close();
            return true;
        });
        devices.forEach(DemoServer::close);
    }

    private void add(Console console, int device) {
        DemoServer at = devices.get(device);
        TourScreen.fx(() -> console.add(at.feed() + "?rpc=" + at.rpc().getPort()));
    }

    private static void live(Console console, int sources) {
        TourScreen.until("frames of all", () -> console.live().shown().size() == sources && console.live().shown()
                .stream().allMatch(each -> each.model().figures().shown() > 0));
        TourScreen.watch(2);
    }

    private Scene show(Console console) {
        Scene scene = new Scene(console.shell().root(), width, height);
        Themes.apply(scene, Theme.DARK);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.setWidth(width);
        stage.setHeight(height);
        console.shell().select("live");
        return scene;
    }

    private void shot(TourScreen screen, String name) throws Exception {
        for (Theme theme : Theme.values()) {
            TourScreen.fx(() -> {
                preferences.update(p -> p.withTheme(theme));
                return true;
            });
            TourScreen.watch(0.4);
            screen.picture(name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Nobody implements Opener {
        @Override
        public void open(Path file) {
            System.err.println("open " + file);
        }

        @Override
        public void showInFolder(Path file) {
            System.err.println("show " + file);
        }
    }
}
