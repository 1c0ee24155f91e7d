package org.labreel.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The headless screen. */
final class Screen {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Screen() {
    }

    static void start() throws InterruptedException {
        if (STARTED.compareAndSet(false, true)) {
            CountDownLatch up = new CountDownLatch(1);
            Platform.startup(up::countDown);
            up.await();
            Platform.setImplicitExit(false);
        }
    }

    static <T> T fx(Callable<T> work) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Ends what is shown, and waits until it is gone. */
    static void end(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** A window as large as a console's frame. */
    static Stage show(Parent root) throws Exception {
        return fx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 900, 700));
            stage.show();
            return stage;
        });
    }
}
