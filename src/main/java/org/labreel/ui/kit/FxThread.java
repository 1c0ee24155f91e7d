package org.labreel.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The way onto the JavaFX thread, and the only one. */
public final class FxThread {
    private FxThread() {
    }

    /** Runs now when already on the JavaFX thread, else soon on it. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Runs on the JavaFX thread once the present event has been handled, also when called on it. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** {@link #run} in the form that models take, so that tests can give one that runs inline. */
    public static Executor executor() {
        return FxThread::run;
    }
}
