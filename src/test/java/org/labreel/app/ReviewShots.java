package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.Thumbnails;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.export.Exports;
import org.labreel.ui.export.ExportServices;
import org.labreel.ui.export.ExportView;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.ServingState;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.settings.SettingsView;

/**
 * Makes pictures of browser, export sheet and settings, to be looked at: arguments are a log, a board file, a
 * recordings folder, a target.
 */
public final class ReviewShots {
    private final Path log;
    private final Path board;
    private final Path recordings;
    private final Path target;

    private ReviewShots(String[] args) {
        log = Path.of(args[0]);
        board = Path.of(args[1]);
        recordings = Path.of(args[2]);
        target = Path.of(args[3]);
    }

    public static void main(String[] args) throws Exception {
        Studio.open(args[3], _ -> new ReviewShots(args).run());
    }

    private void run() throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(2);
                ExecutorService decoding = Executors.newSingleThreadExecutor()) {
            for (Theme theme : Theme.values()) {
                for (int[] size : new int[][]{{1280, 800}, {2560, 1440}}) {
                    shots(workers, decoding, theme, size[0], size[1]);
                }
            }
        }
    }

    private void shots(ExecutorService workers, ExecutorService decoding, Theme theme, int width, int height)
            throws Exception {
        Path remembered = Files.createTempDirectory("shots").resolve("board.json");
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(recordings));
        BrowserServices services = new BrowserServices(new Background(workers), preferences, _ -> {
        }, new NoOpener(), new BoardChoice(remembered),
                new AnnotationDesk(new AnnotationStore(remembered.resolveSibling("notes")), decoding, _ -> {
                }),
                Optional.of(target.resolve("cache")),
                new Thumbnails(target.resolve("cache").resolve("thumbnails"), 100)::of, decoding, decoding,
                FxThread.executor(),
                PictureDecoder::best,
                System::nanoTime, ZoneId.systemDefault());
        ExportView[] sheet = new ExportView[1];
        BrowserView view = Studio.fx(() -> new BrowserView(services, offer -> sheet[0].offer(Review.subject(offer))));
        sheet[0] = Studio.fx(() -> new ExportView(new ExportServices(new Exports(() -> false, FxThread.executor()),
                new ExportMemoryFile(remembered.resolveSibling("exports.json")), new BoardScales(preferences),
                services.notices(), services.opener(), decoding, FxThread.executor(), ZoneId.systemDefault()),
                view::dismiss));
        // The rail of the window takes its part.
        Studio studio = new Studio(target, () -> new StackPane(view.root()), theme, width - 80, height - 30);
        Scene scene = studio.scene();
        Studio.act(view::activate);
        String name = Studio.name(theme) + "-" + width;
        studio.still("empty-" + name);
        Studio.act(() -> view.open(log));
        studio.still("open-" + name);
        Studio.act(() -> {
            view.useBoard(board);
            keys(view, "N", "N", "I", "N", "N", "N", "O");
        });
        studio.still("range-" + name);
        query(view, scene, "changed(pins) and volt > 3");
        studio.still("query-wrong-" + name);
        query(view, scene, "changed(pins)");
        studio.still("query-hits-" + name);
        Studio.act(() -> {
            ((Button) scene.lookup("#hitsKeep")).fire();
            keys(view, "M");
        });
        studio.still("query-kept-" + name);
        Studio.act(() -> ((CheckBox) scene.lookup("#queryEverywhere")).setSelected(true));
        query(view, scene, "temperature(0) > 20 for 1 s");
        studio.still("query-all-" + name);
        Studio.act(() -> {
            keys(view, "E");
            view.present(sheet[0].root());
        });
        studio.still("export-" + name);
        Studio.act(view::dismiss);
        Path torn = recordings.resolve("torn.bin");
        if (Files.exists(torn)) {
            Studio.act(() -> view.open(torn));
            studio.still("torn-" + name);
            Studio.act(() -> view.open(board));
            studio.still("refused-" + name);
        }
        SettingsView settings = Studio.fx(() -> new SettingsView(preferences, preferences.get(),
                Path.of("/home/ada/.config/labreel/settings.json"), services.opener(), ServingState.NOBODY));
        Studio.act(() -> {
            settings.activate();
            scene.setRoot(new StackPane(settings.root()));
            Themes.apply(scene, theme);
        });
        studio.still("settings-" + name);
        Studio.act(view::close);
        studio.close();
    }

    private static void query(BrowserView view, Scene scene, String text) {
        Studio.act(() -> {
            view.find();
            ((TextField) scene.lookup("#queryField")).setText(text);
            ((Button) scene.lookup("#queryFind")).fire();
        });
    }

    private static void keys(BrowserView view, String... keys) {
        for (String key : keys) {
            view.keyPressed(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                    javafx.scene.input.KeyCode.valueOf(key), false, false, false, false));
        }
    }
}
