package org.labreel.ui.browser;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.labreel.app.Studio;
import org.labreel.archive.AnnotationStore;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;

/** Makes pictures of the browser while a large log is indexed, stopped half-way, and still being written: a target. */
public final class ReachShots {
    private ReachShots() {
    }

    public static void main(String[] args) throws Exception {
        Studio.open(args[0], ReachShots::all);
    }

    private static void all(Path target) throws Exception {
        byte[] one = Files.readAllBytes(SmallLog.ofFrames(3).write(target.resolve("small.bin")));
        Path log = target.resolve("large.bin");
        byte[] front = FaultyLogs.front(190_000);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(one));
            for (int i = 0; i < 600_000; i++) {
                channel.write(ByteBuffer.wrap(front), one.length + i * (front.length + 190_000L));
            }
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(2);
                ExecutorService decoding = Executors.newSingleThreadExecutor()) {
            for (Theme theme : Theme.values()) {
                shots(workers, decoding, theme, log, target);
            }
        }
        Files.delete(log);
    }

    private static void shots(ExecutorService workers, ExecutorService decoding, Theme theme, Path log, Path target)
            throws Exception {
        Path home = Files.createTempDirectory("reach");
        BrowserServices services = new BrowserServices(new Background(workers),
                new MemoryPreferences(Preferences.first(home)), _ -> {
                }, new NoOpener(), new BoardChoice(home.resolve("board.json")),
                new AnnotationDesk(new AnnotationStore(home.resolve("notes")), decoding, _ -> {
                }), Optional.empty(), _ -> Optional.empty(), decoding, decoding, FxThread.executor(),
                PictureDecoder::best, System::nanoTime, ZoneId.of("UTC"));
        BrowserView view = Studio.fx(() -> new BrowserView(services, _ -> {
        }));
        Studio studio = new Studio(target, () -> new StackPane(view.root()), theme, 1200, 770);
        Studio.act(() -> {
            view.activate();
            view.open(log);
        });
        String name = Studio.name(theme);
        Studio.watch(1.5);
        studio.picture("indexing-" + name);
        Studio.act(() -> ((Button) studio.scene().lookup("#reach .button")).fire());
        studio.still("stopped-" + name);
        Studio.act(view::close);
        studio.close();
    }
}
