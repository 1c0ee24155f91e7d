package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.labreel.picture.PixelFormat;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.serve.cpl.SimulatedRecorder;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;

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
        Studio.open(args[0], folder -> new CplShots(folder).run());
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
        TourScreen screen = new Studio(folder, console.shell()::root, theme, width, height).screen();
        TourScreen.until("frames", () -> console.live().attached() && console.live().model().figures().shown() > 0);
        TourScreen.watch(3);
        screen.picture("cpl-" + theme + "-" + width);
        Studio.act(() -> console.shell().select("settings"));
        TourScreen.watch(1);
        screen.picture("settings-" + theme + "-" + width);
        Studio.act(() -> console.close());
    }
}
