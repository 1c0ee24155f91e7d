package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.labreel.archive.AnnotationStore;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.browser.CameraSession;
import org.labreel.ui.export.ExportServices;
import org.labreel.ui.export.ExportView;
import org.labreel.ui.export.Exports;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/** Makes pictures of a session of several cameras in step, to be looked at: the argument is the folder for them. */
public final class StepShots {
    private final Path target;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final ExecutorService decoding = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private StepShots(Path target) {
        this.target = target;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        try {
            all(args);
        } finally {
            Platform.exit();
        }
    }

    private static void all(String[] args) throws Exception {
        StepShots shots = new StepShots(Files.createDirectories(Path.of(args[0])));
        Path recordings = Files.createTempDirectory("cameras");
        CameraSession four = CameraSession.record(recordings.resolve("four"), List.of(40, 100, 50, 250), 4000, 2500,
                1500);
        CameraSession two = CameraSession.record(recordings.resolve("two"), List.of(40, 60), 3000);
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][]{{1280, 800}, {2560, 1440}}) {
                shots.shots(recordings, four, two, theme, size[0], size[1]);
            }
        }
        shots.workers.shutdown();
        shots.decoding.shutdown();
    }

    private void shots(Path recordings, CameraSession four, CameraSession two, Theme theme, int width, int height)
            throws Exception {
        Path remembered = Files.createTempDirectory("shots").resolve("board.json");
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(recordings));
        BrowserServices services = new BrowserServices(new Background(workers), preferences, _ -> {
        }, new NoOpener(), new BoardChoice(remembered),
                new AnnotationDesk(new AnnotationStore(remembered.resolveSibling("notes")), decoding, _ -> {
                }), decoding, FxThread.executor(), PictureDecoder::best, System::nanoTime, ZoneId.of("UTC"));
        ExportView[] sheet = new ExportView[1];
        BrowserView view = fx(() -> new BrowserView(services, offer -> sheet[0].offer(Review.subject(offer))));
        sheet[0] = fx(() -> new ExportView(new ExportServices(new Exports(() -> false, FxThread.executor()),
                new ExportMemoryFile(remembered.resolveSibling("exports.json")), new BoardScales(preferences),
                services.notices(), services.opener(), decoding, FxThread.executor(), ZoneId.of("UTC")),
                view::dismiss));
        Scene scene = fx(() -> new Scene(new StackPane(view.root()), width - 80, height - 30));
        fx(() -> {
            Stage stage = new Stage();
            Themes.apply(scene, theme);
            stage.setScene(scene);
            stage.show();
            view.activate();
            view.open(four.file(0, 0));
            return stage;
        });
        String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        TimeUnit.MILLISECONDS.sleep(1200);
        fx(() -> {
            for (int i = 0; i < 6; i++) {
                key(view, KeyCode.RIGHT, true);
            }
            key(view, KeyCode.I, false);
            key(view, KeyCode.RIGHT, true);
            key(view, KeyCode.RIGHT, true);
            key(view, KeyCode.O, false);
            return 0;
        });
        shoot(scene, "four-" + name);
        fx(() -> {
            key(view, KeyCode.E, false);
            view.present(sheet[0].root());
            return 0;
        });
        TimeUnit.MILLISECONDS.sleep(500);
        fx(() -> {
            ((CheckBox) scene.lookup("#exportBeside")).setSelected(true);
            return 0;
        });
        shoot(scene, "export-" + name);
        fx(() -> {
            view.dismiss();
            key(view, KeyCode.ESCAPE, false);
            return 0;
        });
        shoot(scene, "alone-" + name);
        fx(() -> {
            ((javafx.scene.control.Button) scene.lookup("#stepChange")).fire();
            view.open(two.file(0, 0));
            return 0;
        });
        TimeUnit.MILLISECONDS.sleep(900);
        fx(() -> {
            key(view, KeyCode.RIGHT, true);
            return 0;
        });
        shoot(scene, "two-" + name);
        fx(() -> {
            view.deactivate();
            view.close();
            scene.getWindow().hide();
            return 0;
        });
    }

    private static void key(BrowserView view, KeyCode code, boolean shift) {
        view.keyPressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private void shoot(Scene scene, String name) throws Exception {
        TimeUnit.MILLISECONDS.sleep(1500);
        var image = fx(() -> scene.snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", target.resolve(name + ".png").toFile());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
