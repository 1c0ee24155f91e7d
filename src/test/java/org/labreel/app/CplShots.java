package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.serve.cpl.SimulatedRecorder;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/**
 * Pictures of the live page on a simulated remote recorder, and of what is served, for people to look at:
 * {@code FOLDER}.
 */
final class CplShots {
    private final Path folder;

    private CplShots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        Files.createDirectories(Path.of(args[0]));
        new CplShots(Path.of(args[0])).run();
        Platform.exit();
    }

    private void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        CplSettings one = new CplSettings(0, AllowedAddresses.THIS_COMPUTER, PixelFormat.YUV420P, 5, 1);
        try (SimulatedRecorder recorder = SimulatedRecorder.start(vertx,
                new SimulatedRecorder.Settings(one, 640, 480, 15, Duration.ZERO, Duration.ZERO))) {
            shots(recorder.address(), Theme.DARK, 1280, 800);
            shots(recorder.address(), Theme.LIGHT, 2560, 1440);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void shots(String address, Theme theme, int width, int height) throws Exception {
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(folder).withTheme(theme));
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), folder.resolve("cache"), _ -> {
                }, new NoOpener(), DemoServer.Settings.DEFAULT, List.of(address)));
        Scene scene = TourScreen.fx(() -> {
            Scene made = new Scene(console.shell().root(), width, height);
            Themes.apply(made, theme);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        TourScreen screen = new TourScreen(scene, folder);
        TourScreen.until("frames", () -> console.live().attached() && console.live().model().figures().shown() > 0);
        TourScreen.watch(3);
        screen.picture("cpl-" + theme + "-" + width);
        TourScreen.fx(() -> {
            console.shell().select("settings");
            return true;
        });
        TourScreen.watch(1);
        screen.picture("settings-" + theme + "-" + width);
        TourScreen.fx(() -> {
            console.close();
            return true;
        });
    }
}
