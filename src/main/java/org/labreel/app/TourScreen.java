package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.labreel.ui.kit.FxThread;

/**
 * The hands and eyes of the tour: presses buttons and keys of the console's scene as a user does, and takes pictures.
 */
final class TourScreen {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Scene scene;
    private final Path folder;

    TourScreen(Scene scene, Path folder) {
        this.scene = scene;
        this.folder = folder;
    }

    /** Does something on the JavaFX thread and waits for it. */
    static <T> T fx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxThread.run(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CommandFailure("the console did not do what the tour asked: " + e.getMessage(), e);
        }
    }

    /** Waits until something is so on the JavaFX thread. */
    static void until(String what, BooleanSupplier so) {
        long start = System.nanoTime();
        while (!fx(so::getAsBoolean)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new CommandFailure("waited three minutes in vain: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Lets the experiment run on for a while. */
    static void watch(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Presses the button with this id, a CSS selector after its #. */
    void press(String id) {
        fx(() -> {
            ((ButtonBase) node(id)).fire();
            return true;
        });
    }

    /** Writes into the field with this id, a CSS selector after its #. */
    void write(String id, String text) {
        fx(() -> {
            ((TextField) node(id)).setText(text);
            return true;
        });
    }

    boolean isOn(String id) {
        return !node(id).isDisabled();
    }

    boolean isSeen(String id) {
        for (Node at = node(id); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Node node(String id) {
        Node node = scene.getRoot().lookup("#" + id);
        if (node == null) {
            throw new CommandFailure("the console has no '" + id + "'");
        }
        return node;
    }

    /** Presses keys one after the other, where the console takes them. */
    void keys(KeyCode... codes) {
        for (KeyCode code : codes) {
            fx(() -> {
                Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code,
                        false, false, false, false));
                return true;
            });
        }
    }

    /** Saves a picture of the scene as it stands. */
    Path picture(String name) throws IOException {
        WritableImage image = fx(() -> scene.snapshot(null));
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(folder);
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
            throw new IOException("no PNG writer is there for " + file);
        }
        return file;
    }
}
