package org.labreel.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;
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
        Studio.open(args[0],
                folder -> new ConsoleShots(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run());
    }

    private void run() throws Exception {
        Console console = TourScreen.fx(() -> new Console(preferences, preferences.get(),
                folder.resolve("settings.json"), ConsoleShots::say, new NoOpener(), DemoServer.Settings.DEFAULT));
        Studio studio = new Studio(folder, console.shell()::root, preferences.get().theme(), width, height);
        TourScreen screen = studio.screen();
        studio.inBothThemes(preferences, "start");
        select(console, "browser");
        studio.inBothThemes(preferences, "browser-empty");
        select(console, "live");
        Studio.act(() -> console.connect("demo"));
        TourScreen.until("frames of the demo",
                () -> console.live().attached() && console.live().model().figures().shown() > 0
                        && console.live().model().board().isPresent());
        TourScreen.watch(2);
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to begin", () -> console.doings().recording().isPresent());
        TourScreen.watch(2);
        screen.keys(KeyCode.M);
        TourScreen.watch(0.5);
        studio.inBothThemes(preferences, "marking");
        TourScreen.watch(1);
        screen.keys(KeyCode.M);
        TourScreen.watch(1);
        screen.keys(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        TourScreen.watch(1);
        studio.inBothThemes(preferences, "looking-back");
        screen.keys(KeyCode.ESCAPE);
        Path log = TourScreen.fx(() -> console.live().record().status().file()).orElseThrow();
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to be saved",
                () -> console.live().record().phase() == RecordControl.Phase.IDLE);
        studio.inBothThemes(preferences, "live");
        select(console, "browser");
        studio.inBothThemes(preferences, "browser-list");
        TourScreen.fx(() -> {
            console.review().browser().open(log);
            return Optional.of(log);
        });
        TourScreen.until("the log to open", () -> console.review().browser().isShowing(log));
        TourScreen.watch(1);
        screen.keys(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.N, KeyCode.N, KeyCode.O);
        studio.inBothThemes(preferences, "browser");
        screen.keys(KeyCode.E);
        studio.inBothThemes(preferences, "export");
        Studio.act(() -> {
            console.review().browser().dismiss();
            console.shell().toggleSheet();
        });
        studio.inBothThemes(preferences, "keys");
        Studio.act(() -> console.shell().toggleSheet());
        select(console, "settings");
        studio.inBothThemes(preferences, "settings");
        Studio.act(() -> console.connect("ws://127.0.0.1:9"));
        select(console, "live");
        TourScreen.watch(2);
        studio.inBothThemes(preferences, "unreachable");
        Studio.act(() -> console.close());
    }

    private static void select(Console console, String page) {
        Studio.act(() -> console.shell().select(page));
    }

    private static void say(Notice notice) {
        if (notice.level() != Notice.Level.INFO) {
            System.err.println(notice);
        }
    }
}
