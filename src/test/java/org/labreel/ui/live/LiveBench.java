package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.ChosenBoard;
import org.labreel.model.Bytes;
import org.labreel.model.Session;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.NotingOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The live page on a source that says what the test tells it to. */
@ExtendWith(ApplicationExtension.class)
abstract class LiveBench {
    @TempDir
    Path root = Path.of("");
    final FakeSource source = new FakeSource();
    final List<Notice> told = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<Path> shown = new ArrayList<>();
    final AtomicReference<String> connected = new AtomicReference<>("");
    final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    final Recorder recorder = new Recorder("ws://fake:7001", RecorderSettings.DEFAULT, InstantSource.system());
    final LiveModel model = new LiveModel(source, recorder, PictureDecoder::best, new DirectExecutor(),
            InstantSource.system(), System::nanoTime);
    final RecordControl control = new RecordControl(() -> root, now -> Session.named("test", now),
            Runnable::run, FxThread.executor(), InstantSource.system());

    @SuppressWarnings("NullAway.Init")
    LiveView view;

    /** From the test's own method, as only those of its own class are called. */
    final void open(Stage stage) {
        view = new LiveView(notices(), preferences, new NotingOpener(shown), _ -> {
        }, desk(), new BoardFiles(new ChosenBoard(root.resolve("settings/board.json")), new Background(Runnable::run)));
        var _ = control.add(model.address(), recorder);
        view.show(List.of(new LiveSource(model, recorder, true)), control);
        Scene scene = new Scene(view.root(), 980, 700);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, view::keyPressed);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
        model.start();
        view.frame().requestFocus();
    }

    private Notices notices() {
        return new Notices() {
            @Override
            public void show(Notice notice) {
                told.add(notice);
            }

            @Override
            public void withdraw(String title) {
                withdrawn.add(title);
            }
        };
    }

    private SourceDesk desk() {
        return new SourceDesk() {
            @Override
            public void connect(String address) {
                connected(address);
            }

            @Override
            public void add(String address) {
                connected(address + " beside");
            }

            @Override
            public void remove(String address) {
                throw new AssertionError("there is one source only");
            }

            @Override
            public void arrange(List<String> addresses) {
                throw new AssertionError("there is one source only");
            }

            @Override
            public void showAll() {
                connected.set("all");
            }
        };
    }

    private void connected(String address) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("Type an address first.");
        }
        connected.set(address);
    }

    @AfterEach
    void close() {
        model.close();
        recorder.close();
    }

    static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    static Bytes jpeg() throws Exception {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }
}
