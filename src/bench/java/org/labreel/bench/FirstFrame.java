package org.labreel.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.labreel.app.Console;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;

/**
 * The console on a headless screen, in a virtual machine of its own: prints when the first frame is shown, what memory
 * it holds then, and what it costs from then on.
 */
public final class FirstFrame {
    /** A source of which no frame comes: nobody listens there. */
    static final String NOBODY = "ws://127.0.0.1:9";
    private static final int PATIENCE_SECONDS = 60;

    private FirstFrame() {
    }

    /** Arguments: address of the source; seconds to rest; seconds to measure the processor, 0 for not at all. */
    public static void main(String[] args) throws Exception {
        Milestones.endOnFailure();
        System.setProperty("java.awt.headless", "true");
        if (System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Path folder = Files.createTempDirectory("first-frame");
        CountDownLatch shown = new CountDownLatch(args[0].equals(NOBODY) ? 0 : 1);
        Platform.startup(Milestones.endOnFailure(() -> open(args[0], folder, shown)));
        if (!shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frame within " + PATIENCE_SECONDS + " s");
        }
        TimeUnit.SECONDS.sleep(Integer.parseInt(args[1]));
        int measured = Integer.parseInt(args[2]);
        if (measured > 0) {
            Milestones.share(measured);
            System.gc();
            System.out.println("heap " + (ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20));
        }
        Files.delete(folder);
        System.exit(0);
    }

    private static void open(String source, Path folder, CountDownLatch shown) {
        Milestones.reached("toolkit");
        Preferences first = Preferences.first(folder);
        Themes.use(first.theme());
        MemoryPreferences preferences = new MemoryPreferences(first);
        Console console = new Console(preferences, first, folder.resolve("settings.json"), folder.resolve("cache"),
                _ -> {
                }, new NoOpener(), DemoServer.Settings.DEFAULT, List.of(source));
        Milestones.reached("made");
        Scene scene = new Scene(console.shell().root(), 1400, 900);
        Themes.apply(scene, first.theme());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        Milestones.reached("window");
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (console.live().attached() && console.live().frame().hasFrame()) {
                    scene.removePostLayoutPulseListener(this);
                    Milestones.reached("frame");
                    Milestones.work();
                    shown.countDown();
                }
            }
        });
    }
}
