package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
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
        Studio.open(args[3], _ -> new LookShots(args).run());
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
        BrowserServices services = new BrowserServices(new Background(workers),
                new MemoryPreferences(Preferences.first(target)), _ -> {
                }, new NoOpener(), new BoardChoice(remembered),
                new AnnotationDesk(new AnnotationStore(remembered.resolveSibling("notes")), decoding, _ -> {
                }), decoding, FxThread.executor(), PictureDecoder::best, System::nanoTime, ZoneId.systemDefault());
        BrowserView view = Studio.fx(() -> new BrowserView(services, _ -> {
        }));
        // The rail of the window takes its part.
        Studio studio = new Studio(target, () -> new StackPane(view.root()), theme, width - 80, height - 30);
        Scene scene = studio.scene();
        Studio.act(() -> {
            view.activate();
            view.open(log);
        });
        String name = Studio.name(theme) + "-" + width;
        studio.rest();
        Studio.act(() -> {
            view.useBoard(board);
            keys(view, KeyCode.N, KeyCode.N);
        });
        studio.still("state-" + name);
        FrameView frame = (FrameView) scene.getRoot().lookup("#browserFrame");
        Studio.act(() -> {
            keys(view, KeyCode.X);
            point(frame, MouseEvent.MOUSE_MOVED, new Point(490, 330));
        });
        studio.still("crosshair-" + name);
        Studio.act(() -> {
            keys(view, KeyCode.X, KeyCode.D);
            point(frame, MouseEvent.MOUSE_PRESSED, new Point(300, 300));
            point(frame, MouseEvent.MOUSE_DRAGGED, new Point(700, 420));
            point(frame, MouseEvent.MOUSE_RELEASED, new Point(700, 420));
        });
        studio.still("measure-" + name);
        Studio.act(() -> {
            keys(view, KeyCode.ESCAPE);
            frame.sight().zoomTo(8);
        });
        studio.still("squares-" + name);
        Studio.act(() -> {
            frame.sight().fit();
            keys(view, KeyCode.V, KeyCode.N);
        });
        studio.still("instants-" + name);
        Studio.act(() -> view.compareWith(other));
        studio.still("logs-" + name);
        Studio.act(view::close);
        studio.close();
    }

    private static void keys(BrowserView view, KeyCode... keys) {
        for (KeyCode key : keys) {
            view.keyPressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }

    private static void point(FrameView frame, javafx.event.EventType<MouseEvent> type, Point pixel) {
        Point p = frame.geometry().toView(pixel);
        // An event without a source is in coordinates of the scene.
        Point2D at = frame.localToScene(p.x(), p.y());
        Event.fireEvent(frame,
                new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false,
                        false, false, true, false, false, true, false, true, null));
    }
}
