package org.labreel.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.labreel.archive.ChosenBoard;
import org.labreel.feed.Source;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;
import org.labreel.ui.kit.UnaskedOpener;
import org.labreel.ui.live.BoardFiles;
import org.labreel.ui.live.LiveFigures;
import org.labreel.ui.live.LiveModel;
import org.labreel.ui.live.LiveSource;
import org.labreel.ui.live.LiveView;
import org.labreel.ui.live.RecordControl;
import org.labreel.ui.live.SourceDesk;

/** The whole live page on a headless screen, its sources put together as the console does it. */
final class LivePage implements AutoCloseable {
    /** All of the headless screen. */
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private final List<LiveSource> shown = new ArrayList<>();
    private final List<ExecutorService> decoding = new ArrayList<>();
    private final LiveView view;
    private final Stage stage;

    /**
     * @param sources
     *            not yet started, closed with this
     */
    LivePage(List<? extends Source> sources, Path root, InstantSource clock) throws Exception {
        for (Source each : sources) {
            Recorder recorder = new Recorder(each.address(), RecorderSettings.DEFAULT, clock);
            ExecutorService own = Executors
                    .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("decode").factory());
            decoding.add(own);
            shown.add(new LiveSource(new LiveModel(each, recorder, PictureDecoder::forScreen, own, clock,
                    System::nanoTime), recorder, false));
        }
        RecordControl control = new RecordControl(() -> root, now -> Session.named("bench", now), Runnable::run,
                FxThread.executor(), clock);
        view = Screen.fx(() -> new LiveView(nothingToSay(),
                new MemoryPreferences(Preferences.first(root)), new UnaskedOpener(), _ -> {
                }, nobodysDesk(),
                new BoardFiles(new ChosenBoard(root.resolve("board.json")), new Background(Runnable::run))));
        stage = Screen.fx(() -> {
            Stage made = new Stage();
            Scene scene = new Scene(view.root(), WIDTH, HEIGHT);
            Themes.apply(scene, Preferences.Theme.DARK);
            made.setScene(scene);
            made.show();
            for (LiveSource each : shown) {
                var _ = control.add(each.address(), each.recorder());
            }
            view.show(shown, control);
            view.activate();
            shown.forEach(each -> each.model().start());
            return made;
        });
    }

    private static Notices nothingToSay() {
        return new Notices() {
            @Override
            public void show(Notice notice) {
                // Nobody reads it.
            }

            @Override
            public void withdraw(String title) {
                // Nobody read it.
            }
        };
    }

    private static SourceDesk nobodysDesk() {
        return new SourceDesk() {
            @Override
            public void connect(String address) {
                throw new IllegalStateException("nobody is there to ask for it");
            }

            @Override
            public void add(String address) {
                throw new IllegalStateException("nobody is there to ask for it");
            }

            @Override
            public void remove(String address) {
                throw new IllegalStateException("nobody is there to ask for it");
            }

            @Override
            public void arrange(List<String> addresses) {
                throw new IllegalStateException("nobody is there to ask for it");
            }

            @Override
            public void showAll() {
                throw new IllegalStateException("nobody is there to ask for it");
            }
        };
    }

    /** One for each source, as its tile tells them. JavaFX thread. */
    List<LiveFigures> figures() {
        return shown.stream().map(each -> each.model().figures()).toList();
    }

    @Override
    public void close() {
        Screen.end(() -> {
            view.deactivate();
            stage.close();
        });
        shown.forEach(each -> {
            each.model().close();
            each.recorder().close();
        });
        decoding.forEach(ExecutorService::close);
    }
}
