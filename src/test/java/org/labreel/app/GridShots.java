package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;

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
        Vertx vertx = Vertx.vertx();
        Studio.open(args[0],
                folder -> new GridShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run(vertx));
        vertx.close();
    }

    private void run(Vertx vertx) throws Exception {
        for (int i = 0; i < 3; i++) {
            devices.add(DemoServer.start(vertx, new DemoServer.Settings(0, 0, 640, 480, 15, 85)));
        }
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), notice -> System.err.println(notice.title() + ": " + notice.text()),
                new NoOpener(), DemoServer.Settings.DEFAULT));
        Studio studio = new Studio(folder, console.shell()::root, preferences.get().theme(), width, height);
        TourScreen screen = studio.screen();
        Studio.act(() -> console.shell().select("live"));
        Studio.act(() -> console.connect("demo"));
        live(console, 1);
        studio.inBothThemes(preferences, "one-" + width);
        add(console, 0);
        live(console, 2);
        studio.inBothThemes(preferences, "two-" + width);
        add(console, 1);
        add(console, 2);
        live(console, 4);
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to begin", () -> console.doings().recording().isPresent());
        TourScreen.watch(4);
        screen.keys(KeyCode.M);
        studio.inBothThemes(preferences, "four-" + width);
        devices.get(1).close();
        TourScreen.watch(5);
        studio.inBothThemes(preferences, "four-one-gone-" + width);
        screen.keys(KeyCode.F);
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "large-" + width);
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to end", () -> console.doings().recording().isEmpty());
        Studio.act(() -> console.shell().select("sources"));
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "sources-" + width);
        Studio.act(() -> console.close());
        devices.forEach(DemoServer::close);
    }

    private void add(Console console, int device) {
        DemoServer at = devices.get(device);
        Studio.act(() -> console.add(at.feed() + "?rpc=" + at.rpc().getPort()));
    }

    private static void live(Console console, int sources) {
        TourScreen.until("frames of all", () -> console.live().shown().size() == sources && console.live().shown()
                .stream().allMatch(each -> each.model().figures().shown() > 0));
        TourScreen.watch(2);
    }
}
