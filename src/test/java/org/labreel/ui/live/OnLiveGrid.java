package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
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
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Two sources on the live page. */
@ExtendWith(ApplicationExtension.class)
abstract class OnLiveGrid implements SourceDesk {
    @TempDir
    Path root = Path.of("");
    final List<Notice> told = new CopyOnWriteArrayList<>();
    final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("unused")));
    final List<FakeSource> fakes = List.of(new FakeSource("ws://board:7001"), new FakeSource("pi://lid"));
    final List<LiveSource> sources = fakes.stream().map(OnLiveGrid::source).toList();
    final RecordControl control = new RecordControl(() -> root, now -> Session.named("test", now)
            .withCameras(sources.stream().map(OnLiveGrid::camera).toList()), Runnable::run, FxThread.executor(),
            InstantSource.system());
    final List<String> removed = new ArrayList<>();
    List<String> order = List.of();
    @SuppressWarnings("NullAway.Init")
    LiveView view;

    static LiveSource source(FakeSource fake) {
        Recorder recorder = new Recorder(fake.address(), RecorderSettings.DEFAULT, InstantSource.system());
        return new LiveSource(new LiveModel(fake, recorder, PictureDecoder::best, new DirectExecutor(),
                InstantSource.system(), System::nanoTime), recorder, false);
    }

    static Session.Camera camera(LiveSource of) {
        return new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", "", of.address());
    }

    void open(Stage stage) {
        view = new LiveView(told::add, preferences, new UnaskedOpener(), _ -> {
        }, this, new BoardFiles(new ChosenBoard(Path.of("unused", "board.json")), new Background(Runnable::run)));
        sources.forEach(each -> {
            each.model().start();
            var _ = control.add(each.address(), each.recorder());
        });
        view.show(sources, control);
        Scene scene = new Scene(view.root(), 980, 700);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, view::keyPressed);
        Themes.apply(scene, Preferences.Theme.DARK);
        stage.setScene(scene);
        stage.show();
        view.activate();
        view.frame().requestFocus();
    }

    @AfterEach
    void close() {
        sources.forEach(each -> {
            each.model().close();
            each.recorder().close();
        });
    }

    static Bytes jpeg() throws Exception {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }

    List<LiveTile> tiles(FxRobot robot) {
        return robot.lookup(".live-tile").queryAllAs(LiveTile.class).stream().toList();
    }

    void press(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> view.frame().requestFocus());
        for (KeyCode key : keys) {
            robot.type(key);
        }
    }

    static Stream<String> words(LiveTile tile) {
        return tile.lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Labeled) node).getText());
    }

    @Override
    public void connect(String address) {
        throw new AssertionError("nobody asked to connect " + address);
    }

    @Override
    public void add(String address) {
        throw new AssertionError("nobody asked to add " + address);
    }

    @Override
    public void remove(String address) {
        removed.add(address);
    }

    @Override
    public void arrange(List<String> addresses) {
        order = List.copyOf(addresses);
    }

    @Override
    public void showAll() {
        throw new AssertionError("nobody asked for the list");
    }
}
