package org.labreel.app;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences.Theme;
import org.labreel.ui.kit.Themes;

/** A window without a screen, of which pictures are taken for people to look at. */
public final class Studio {
    private static final double LOOK_SECONDS = 0.4;
    /** So many looks in a row without anything new, before a picture is taken of what stands still. */
    private static final int STILL_LOOKS = 3;
    private static final int MOST_LOOKS = 60;

    private final Scene scene;
    private final TourScreen screen;

    /** What is done while JavaFX runs. */
    public interface Sitting {
        void run(Path folder) throws Exception;
    }

    /** Starts JavaFX without a screen, makes the folder for the pictures, and ends JavaFX when all were taken. */
    public static void open(String folder, Sitting sitting) throws Exception {
        Machine.drawHeadless();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try {
            sitting.run(Files.createDirectories(Path.of(folder)));
        } finally {
            Platform.exit();
        }
    }

    /**
     * Shows a window of this size.
     *
     * @param root
     *            made on the JavaFX thread
     */
    public Studio(Path folder, Supplier<Parent> root, Theme theme, int width, int height) {
        scene = fx(() -> {
            Scene made = new Scene(root.get(), width, height);
            Themes.apply(made, theme);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        screen = new TourScreen(scene, folder);
    }

    /** As a file's name has it. */
    public static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    public Scene scene() {
        return scene;
    }

    TourScreen screen() {
        return screen;
    }

    /** Makes something on the JavaFX thread. */
    public static <T> T fx(Callable<T> work) {
        return TourScreen.fx(work);
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static void act(Runnable work) {
        var _ = TourScreen.fx(() -> {
            work.run();
            return true;
        });
    }

    /** Takes a picture of a window that comes to rest, once it has. */
    public void still(String name) throws IOException {
        rest();
        picture(name);
    }

    /** Waits until nothing moves in the window; what only blinks is at rest. */
    public void rest() {
        Deque<IntBuffer> seen = new ArrayDeque<>();
        int still = 0;
        for (int look = 0; still < STILL_LOOKS && look < MOST_LOOKS; look++) {
            TourScreen.watch(LOOK_SECONDS);
            IntBuffer now = pixels();
            still = seen.contains(now) ? still + 1 : 0;
            seen.addLast(now);
            if (seen.size() > 2) {
                seen.removeFirst();
            }
        }
    }

    /** Takes a picture of the window as it is now. */
    public void picture(String name) throws IOException {
        screen.picture(name);
    }

    /** Lets what the window shows go on for a while. */
    public static void watch(double seconds) {
        TourScreen.watch(seconds);
    }

    private IntBuffer pixels() {
        WritableImage image = fx(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return IntBuffer.wrap(argb);
    }

    /** Takes a picture of a window that goes on moving, in light and in dark; its preferences keep the latter. */
    void inBothThemes(MemoryPreferences preferences, String name) throws IOException {
        for (Theme theme : new Theme[]{Theme.LIGHT, Theme.DARK}) {
            act(() -> preferences.update(p -> p.withTheme(theme)));
            TourScreen.watch(0.4);
            picture(name + "-" + name(theme));
        }
    }

    public void close() {
        act(() -> scene.getWindow().hide());
    }
}
