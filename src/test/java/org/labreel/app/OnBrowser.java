package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.browser.AnnotationDesk;
import org.labreel.ui.browser.BoardChoice;
import org.labreel.ui.browser.BrowserServices;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.browser.ExportDoor;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.NotingOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The browser in a window, its recordings in a folder of the test's own; who uses it shows it in its start. */
@ExtendWith(ApplicationExtension.class)
public abstract class OnBrowser {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ExecutorService decoding = Executors.newSingleThreadExecutor();
    /** Notes marks, and reads the folder. */
    protected final ExecutorService writing = Executors.newSingleThreadExecutor();
    protected final List<Notice> notices = new CopyOnWriteArrayList<>();
    /** What the desktop was asked to show. */
    protected final List<Path> shown = new CopyOnWriteArrayList<>();
    @TempDir
    protected Path folder = Path.of("");
    @SuppressWarnings("NullAway.Init")
    protected MemoryPreferences preferences;
    @SuppressWarnings("NullAway.Init")
    protected BrowserView browser;

    /**
     * @param cache
     *            folder for what can be made anew
     * @param nanos
     *            a clock for playing
     * @param exportDoor
     *            takes what is to be exported
     */
    protected void show(Stage stage, Optional<Path> cache, LongSupplier nanos, ExportDoor exportDoor) {
        preferences = new MemoryPreferences(Preferences.first(folder));
        browser = new BrowserView(new BrowserServices(new Background(workers), preferences, notices::add,
                new NotingOpener(shown), new BoardChoice(folder.resolve("kept.json")),
                new AnnotationDesk(new AnnotationStore(folder.resolve("notes")), writing, notices::add), cache,
                _ -> Optional.empty(), writing, decoding, FxThread.executor(), PictureDecoder::best, nanos,
                ZoneId.of("UTC")), exportDoor);
        Scene scene = new Scene(new StackPane(browser.root()), 980, 860);
        // As in the window: the page is asked before the control that has the focus.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KeyRoute.toPage(event.getTarget(), event.getCode())) {
                browser.keyPressed(event);
            }
        });
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
        browser.activate();
    }

    @AfterEach
    protected void stop(FxRobot robot) throws InterruptedException {
        robot.interact(browser::close);
        for (ExecutorService each : List.of(workers, decoding, writing)) {
            each.shutdown();
            assertThat(each.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The number of the frame shown. */
    protected static String frame(FxRobot robot) {
        return text(robot, "#frameField");
    }

    protected static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return switch (robot.lookup(query).query()) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            default -> throw new AssertionError(query + " holds no text");
        };
    }
}
