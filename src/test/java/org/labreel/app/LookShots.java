package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.labreel.archive.AnnotationStore;
import org.labreel.model.Point;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.view.FrameView;

/**
 * Makes pictures of the browser while frames are looked at closely: arguments are a log, a board file, another log, a
 * target.
 */
public final class LookShots {
    private final Path log;
    private final Path board;
    private final Path other;
    private final Path target;

    private LookShots(String[] args) {
        log = Path.of(args[0]);
        board = Path.of(args[1]);
        other = Path.of(args[2]);
        target = Path.of(args[3]);
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        new LookShots(args).run();
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
        BrowserServices services = new BrowserServices(new Background(workers),
                new MemoryPreferences(Preferences.first(target)), _ -> {
                }, new NoOpener(), new BoardChoice(remembered),
                new AnnotationDesk(new AnnotationStore(remembered.resolveSibling("notes")), decoding, _ -> {
                }), decoding, FxThread.executor(), PictureDecoder::best, System::nanoTime, ZoneId.systemDefault());
        BrowserView view = fx(() -> new BrowserView(services, _ -> {
        }));
        // The rail of the window takes its part.
        Scene scene = fx(() -> new Scene(new StackPane(view.root()), width - 80, height - 30));
        Stage stage = fx(() -> {
            Stage s = new Stage();
            Themes.apply(scene, theme);
            s.setScene(scene);
            s.show();
            view.activate();
            view.open(log);
            return s;
        });
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        settle();
        fx(() -> {
            view.useBoard(board);
            return keys(view, KeyCode.N, KeyCode.N);
        });
        shoot(scene, "state-" + name);
        FrameView frame = (FrameView) scene.getRoot().lookup("#browserFrame");
        fx(() -> {
            keys(view, KeyCode.X);
            return point(frame, MouseEvent.MOUSE_MOVED, new Point(490, 330));
        });
        shoot(scene, "crosshair-" + name);
        fx(() -> {
            keys(view, KeyCode.X, KeyCode.D);
            point(frame, MouseEvent.MOUSE_PRESSED, new Point(300, 300));
            point(frame, MouseEvent.MOUSE_DRAGGED, new Point(700, 420));
            return point(frame, MouseEvent.MOUSE_RELEASED, new Point(700, 420));
        });
        shoot(scene, "measure-" + name);
        fx(() -> {
            keys(view, KeyCode.ESCAPE);
            frame.sight().zoomTo(8);
            return 0;
        });
        shoot(scene, "squares-" + name);
        fx(() -> {
            frame.sight().fit();
            return keys(view, KeyCode.V, KeyCode.N);
        });
        shoot(scene, "instants-" + name);
        fx(() -> {
            view.compareWith(other);
            return 0;
        });
        shoot(scene, "logs-" + name);
        fx(() -> {
            view.close();
            stage.close();
            return 0;
        });
    }

    private static int keys(BrowserView view, KeyCode... keys) {
        for (KeyCode key : keys) {
            view.keyPressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
        return keys.length;
    }

    private static int point(FrameView frame, javafx.event.EventType<MouseEvent> type, Point pixel) {
        Point p = frame.geometry().toView(pixel);
        // An event without a source is in coordinates of the scene.
        Point2D at = frame.localToScene(p.x(), p.y());
        Event.fireEvent(frame,
                new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                        false, false, true, false, false, true, false, true, null));
        return 0;
    }

    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1200);
    }

    private void shoot(Scene scene, String name) throws Exception {
        settle();
        var image = fx(() -> scene.snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", target.resolve(name + ".png").toFile());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        FxThread.run(task);
        return task.get();
    }
}
