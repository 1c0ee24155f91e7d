package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.labreel.feed.pi.PiCommand;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.SimulatedPi;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;

/** Pictures of the live page on a simulated Pi camera, for people to look at: {@code FOLDER}. */
final class PiShots {
    private final Path folder;

    private PiShots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Studio.open(args[0], folder -> new PiShots(folder).run());
    }

    private void run() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SimulatedPi camera = SimulatedPi.start(vertx,
                new PiCameraServer.Settings(0, AllowedAddresses.THIS_COMPUTER))) {
            shots("pi://127.0.0.1:" + camera.port(), Theme.DARK, 1280, 800);
            shots("pi://127.0.0.1:" + camera.port(), Theme.LIGHT, 2560, 1440);
            shots("pi://127.0.0.1:" + camera.port(), Theme.LIGHT, 1280, 800);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void shots(String address, Theme theme, int width, int height) throws Exception {
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(folder).withTheme(theme));
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), new Silent(), new NoOpener(), DemoServer.Settings.DEFAULT));
        TourScreen screen = new Studio(folder, console.shell()::root, theme, width, height).screen();
        Studio.act(() -> console.connect(address));
        TourScreen.until("frames", () -> console.live().attached() && console.live().model().figures().shown() > 0);
        TourScreen.watch(1);
        String name = theme + "-" + width;
        screen.picture("standing-" + name);
        TourScreen.fx(() -> console.live().model().camera().orElseThrow().send(new PiCommand.StartRecording()));
        TourScreen.fx(() -> console.live().model().camera().orElseThrow().send(new PiCommand.SaveRecording()));
        TourScreen.fx(() -> console.live().model().camera().orElseThrow().send(new PiCommand.StartRecording()));
        TourScreen.watch(2);
        screen.picture("filming-" + name);
        TourScreen.fx(() -> console.live().model().camera().orElseThrow().send(new PiCommand.StopRecording()));
        TourScreen.fx(() -> console.live().model().camera().orElseThrow().send(new PiCommand.SaveRecording()));
        TourScreen.watch(1);
        screen.picture("saving-" + name);
        Studio.act(() -> console.close());
    }

    private static final class Silent implements Notices {
        @Override
        public void show(Notice notice) {
        }

        @Override
        public void withdraw(String title) {
        }
    }
}
