package org.labreel.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.labreel.app.Console;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.Themes;

/**
 * The console on a headless screen, in a virtual machine of its own: prints when the first frame is shown, what memory
 * it holds then, and what an idle one costs.
 */
public final class FirstFrame {
    private FirstFrame() {
    }

    /** Arguments: "live" or the address of nobody; seconds to run. */
    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        if (System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Path folder = Files.createTempDirectory("first-frame");
        Platform.startup(() -> open(args[0], folder));
        TimeUnit.SECONDS.sleep(Integer.parseInt(args[1]));
        long cpu = cpu();
        TimeUnit.SECONDS.sleep(10);
        System.out.printf(Locale.ROOT, "cpu %.3f%n", (cpu() - cpu) / 10e9);
        System.gc();
        System.out.printf(Locale.ROOT, "heap %d%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        Runtime.getRuntime().halt(0);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void say(String what) {
        System.out.println(what + " " + (System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    private static void open(String source, Path folder) {
        say("toolkit");
        Preferences first = Preferences.first(folder);
        MemoryPreferences preferences = new MemoryPreferences(first);
        Console console = new Console(preferences, first, folder.resolve("settings.json"), folder.resolve("cache"),
                _ -> {
                }, new Nobody(), DemoServer.Settings.DEFAULT,
                Optional.of(source.equals("live") ? "demo" : source));
        Scene scene = new Scene(console.shell().root(), 1400, 900);
        Themes.apply(scene, first.theme());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        say("window");
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (console.live().frame().hasFrame()) {
                    stop();
                    scene.addPostLayoutPulseListener(new Runnable() {
                        @Override
                        public void run() {
                            scene.removePostLayoutPulseListener(this);
                            say("frame");
                            System.out.println("work " + cpu() / 1_000_000);
                        }
                    });
                }
                if (!source.equals("live")) {
                    stop();
                }
            }
        }.start();
    }
}
