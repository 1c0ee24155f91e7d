package org.labreel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
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
        Studio.open(args[0], folder -> all(new StepShots(folder)));
    }

    private static void all(StepShots shots) throws Exception {
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
        BrowserView view = Studio.fx(() -> new BrowserView(services, offer -> sheet[0].offer(Review.subject(offer))));
        sheet[0] = Studio.fx(() -> new ExportView(new ExportServices(new Exports(() -> false, FxThread.executor()),
                new ExportMemoryFile(remembered.resolveSibling("exports.json")), new BoardScales(preferences),
                services.notices(), services.opener(), decoding, FxThread.executor(), ZoneId.of("UTC")),
                view::dismiss));
        Studio studio = new Studio(target, () -> new StackPane(view.root()), theme, width - 80, height - 30);
        Scene scene = studio.scene();
        Studio.act(() -> {
            view.activate();
            view.open(four.file(0, 0));
        });
        String name = Studio.name(theme) + "-" + width;
        studio.rest();
        Studio.act(() -> {
            for (int i = 0; i < 6; i++) {
                key(view, KeyCode.RIGHT, true);
            }
            key(view, KeyCode.I, false);
            key(view, KeyCode.RIGHT, true);
            key(view, KeyCode.RIGHT, true);
            key(view, KeyCode.O, false);
        });
        studio.still("four-" + name);
        Studio.act(() -> {
            key(view, KeyCode.E, false);
            view.present(sheet[0].root());
        });
        studio.rest();
        Studio.act(() -> ((CheckBox) scene.lookup("#exportBeside")).setSelected(true));
        studio.still("export-" + name);
        Studio.act(() -> {
            view.dismiss();
            key(view, KeyCode.ESCAPE, false);
        });
        studio.still("alone-" + name);
        Studio.act(() -> {
            ((javafx.scene.control.Button) scene.lookup("#stepChange")).fire();
            view.open(two.file(0, 0));
        });
        studio.rest();
        Studio.act(() -> key(view, KeyCode.RIGHT, true));
        studio.still("two-" + name);
        Studio.act(() -> {
            view.deactivate();
            view.close();
        });
        studio.close();
    }

    private static void key(BrowserView view, KeyCode code, boolean shift) {
        view.keyPressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }
}
