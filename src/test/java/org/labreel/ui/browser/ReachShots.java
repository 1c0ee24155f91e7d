package org.labreel.ui.browser;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.labreel.archive.AnnotationStore;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/** Makes pictures of the browser while a large log is indexed, stopped half-way, and still being written: a target. */
public final class ReachShots {
    private ReachShots() {
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
        });
        Platform.setImplicitExit(false);
        Path target = Files.createDirectories(Path.of(args[0]));
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
        Platform.exit();
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
        BrowserView view = fx(() -> new BrowserView(services, _ -> {
        }));
        Scene scene = fx(() -> {
            Scene made = new Scene(new StackPane(view.root()), 1200, 770);
            Themes.apply(made, theme);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            view.activate();
            view.open(log);
            return made;
        });
        String name = theme.name().toLowerCase(Locale.ROOT);
        TimeUnit.MILLISECONDS.sleep(1500);
        save(scene, target.resolve("indexing-" + name + ".png"));
        fx(() -> {
            ((javafx.scene.control.Button) scene.lookup("#reach .button")).fire();
            return 0;
        });
        TimeUnit.MILLISECONDS.sleep(1200);
        save(scene, target.resolve("stopped-" + name + ".png"));
        fx(() -> {
            view.close();
            scene.getWindow().hide();
            return 0;
        });
    }

    private static void save(Scene scene, Path file) throws Exception {
        var image = fx(() -> scene.snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
