package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.live.RecordControl;

/**
 * The console's main job from live view to clip, done on the demo device by pressing what a user presses. JavaFX must
 * run; the caller's thread is not the JavaFX thread.
 */
final class Tour {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    private final Path folder;
    private final MemoryPreferences preferences;
    private final List<Notice> problems = new CopyOnWriteArrayList<>();

    Tour(Path folder) {
        this.folder = folder;
        this.preferences = new MemoryPreferences(Preferences.first(folder.resolve("recordings")));
    }

    /** What the tour left. */
    record Result(List<Path> logs, Path clip, Path pictures) {
        Result {
            logs = List.copyOf(logs);
        }
    }

    Result run() throws IOException {
        Files.createDirectories(folder);
        Console console = TourScreen.fx(this::console);
        try {
            Scene scene = TourScreen.fx(() -> show(console));
            TourScreen screen = new TourScreen(scene, folder.resolve("screenshots"));
            List<Path> logs = live(console, screen);
            Path clip = folder.resolve("clip.mp4");
            review(console, screen, logs.getFirst(), clip);
            both(screen, "settings", () -> console.shell().select("settings"));
            if (!problems.isEmpty()) {
                throw new CommandFailure("the console reported: " + problems.getFirst().title() + ", "
                        + problems.getFirst().text());
            }
            return new Result(logs, clip, folder.resolve("screenshots"));
        } finally {
            TourScreen.fx(() -> {
                console.close();
                return true;
            });
        }
    }

    private Console console() {
        return new Console(preferences, Preferences.first(folder.resolve("recordings")),
                folder.resolve(PreferencesFile.NAME), this::notice, new NoDesktop(), DemoServer.Settings.DEFAULT);
    }

    private void notice(Notice notice) {
        if (notice.level() == Notice.Level.ERROR) {
            problems.add(notice);
        }
    }

    private Scene show(Console console) {
        Scene scene = new Scene(console.shell().root(), WIDTH, HEIGHT);
        Themes.apply(scene, preferences.get().theme());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        // Only once the window stands may it be larger than the screen of a machine without a display.
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        console.connect("demo");
        return scene;
    }

    private List<Path> live(Console console, TourScreen screen) throws IOException {
        TourScreen.until("frames of the demo", () -> console.live().attached()
                && console.live().model().figures().shown() > 0 && console.live().model().board().isPresent());
        TourScreen.watch(4);
        both(screen, "live", () -> console.shell().select("live"));
        Path first = segment(console, screen, 5, true);
        Path second = segment(console, screen, 3, false);
        return List.of(first, second);
    }

    /** Records by the key, as a user does. */
    private Path segment(Console console, TourScreen screen, double seconds, boolean seen) throws IOException {
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to begin", () -> console.doings().recording().isPresent());
        TourScreen.watch(seconds);
        screen.keys(KeyCode.M);
        if (seen) {
            screen.picture("recording-dark");
        }
        Path file = TourScreen.fx(() -> console.live().record().status().file()).orElseThrow();
        screen.keys(KeyCode.R);
        TourScreen.until("the recording to be saved",
                () -> console.live().record().phase() == RecordControl.Phase.IDLE);
        return file;
    }

    private void review(Console console, TourScreen screen, Path log, Path clip) throws IOException {
        TourScreen.fx(() -> {
            console.shell().select("browser");
            console.review().browser().open(log);
            return true;
        });
        TourScreen.until("the log to open", () -> console.review().browser().isShowing(log));
        screen.keys(KeyCode.N, KeyCode.I, KeyCode.N, KeyCode.N, KeyCode.O);
        TourScreen.watch(1);
        both(screen, "browser", () -> console.shell().select("browser"));
        screen.keys(KeyCode.E);
        TourScreen.until("the export sheet", () -> screen.isSeen("sheet #exportButton"));
        screen.write("sheet #target", clip.toAbsolutePath().toString());
        TourScreen.watch(0.5);
        both(screen, "export", () -> {
        });
        screen.press("sheet #exportButton");
        TourScreen.until("the clip to be made", () -> screen.isSeen("sheet #done") || !problems.isEmpty());
        TourScreen.watch(0.5);
        screen.picture("exported-dark");
        TourScreen.fx(() -> {
            console.review().browser().dismiss();
            return true;
        });
    }

    /** The same view in the dark and in the light theme. */
    private void both(TourScreen screen, String name, Runnable show) throws IOException {
        TourScreen.fx(() -> {
            show.run();
            return true;
        });
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            TourScreen.fx(() -> {
                preferences.update(p -> p.withTheme(theme));
                return true;
            });
            TourScreen.watch(0.3);
            screen.picture(name + (theme == Theme.DARK ? "-dark" : "-light"));
        }
    }

    /** There is no desktop to hand a file to. */
    private static final class NoDesktop implements Opener {
        @Override
        public void open(Path file) {
            throw new UnsupportedOperationException("no desktop for " + file);
        }

        @Override
        public void showInFolder(Path file) {
            throw new UnsupportedOperationException("no desktop for " + file);
        }
    }
}
