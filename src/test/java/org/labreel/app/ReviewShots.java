package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        new ReviewShots(args).run();
        Platform.exit();
    }

    private void run() throws Exception {
        Files.createDirectories(target);
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
        BrowserView view = fx(() -> new BrowserView(services, offer -> sheet[0].offer(Review.subject(offer))));
        sheet[0] = fx(() -> new ExportView(new ExportServices(new Exports(() -> false, FxThread.executor()),
                new ExportMemoryFile(remembered.resolveSibling("exports.json")), new BoardScales(preferences),
                services.notices(), services.opener(), decoding, FxThread.executor(), ZoneId.systemDefault()),
                view::dismiss));
        // The rail of the window takes its part.
        Scene scene = fx(() -> new Scene(new StackPane(view.root()), width - 80, height - 30));
        Stage stage = fx(() -> {
            Stage s = new Stage();
            Themes.apply(scene, theme);
            s.setScene(scene);
            s.show();
            view.activate();
            return s;
        });
        String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        shoot(scene, "empty-" + name);
        fx(() -> {
            view.open(log);
            return 0;
        });
        shoot(scene, "open-" + name);
        fx(() -> {
            view.useBoard(board);
            Parent root = view.root();
            keys(view, "N", "N", "I", "N", "N", "N", "O");
            return root;
        });
        shoot(scene, "range-" + name);
        query(view, scene, "changed(pins) and volt > 3");
        shoot(scene, "query-wrong-" + name);
        query(view, scene, "changed(pins)");
        shoot(scene, "query-hits-" + name);
        fx(() -> {
            ((Button) scene.lookup("#hitsKeep")).fire();
            keys(view, "M");
            return 0;
        });
        shoot(scene, "query-kept-" + name);
        fx(() -> {
            ((CheckBox) scene.lookup("#queryEverywhere")).setSelected(true);
            return 0;
        });
        query(view, scene, "temperature(0) > 20 for 1 s");
        shoot(scene, "query-all-" + name);
        fx(() -> {
            keys(view, "E");
            view.present(sheet[0].root());
            return 0;
        });
        shoot(scene, "export-" + name);
        fx(() -> {
            view.dismiss();
            return 0;
        });
        Path torn = recordings.resolve("torn.bin");
        if (Files.exists(torn)) {
            fx(() -> {
                view.open(torn);
                return 0;
            });
            shoot(scene, "torn-" + name);
            fx(() -> {
                view.open(board);
                return 0;
            });
            shoot(scene, "refused-" + name);
        }
        SettingsView settings = fx(() -> new SettingsView(preferences, preferences.get(),
                Path.of("/home/ada/.config/labreel/settings.json"), services.opener(), ServingState.NOBODY));
        fx(() -> {
            settings.activate();
            scene.setRoot(new StackPane(settings.root()));
            Themes.apply(scene, theme);
            return 0;
        });
        shoot(scene, "settings-" + name);
        fx(() -> {
            view.close();
            stage.close();
            return 0;
        });
    }

    private static void query(BrowserView view, Scene scene, String text) throws Exception {
        fx(() -> {
            view.find();
            ((TextField) scene.lookup("#queryField")).setText(text);
            ((Button) scene.lookup("#queryFind")).fire();
            return 0;
        });
    }

    private static void keys(BrowserView view, String... keys) {
        for (String key : keys) {
            view.keyPressed(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                    javafx.scene.input.KeyCode.valueOf(key), false, false, false, false));
        }
    }

    private void shoot(Scene scene, String name) throws Exception {
        TimeUnit.MILLISECONDS.sleep(1200);
        var image = fx(() -> scene.snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", target.resolve(name + ".png").toFile());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
        return task.get();
    }
}
