package org.labreel.ui.kit;

import java.util.ConcurrentModificationException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what a scene is to show. */
public final class SceneWaiting {
    private static final long PATIENCE_SECONDS = 60;

    private SceneWaiting() {
    }

    /**
     * Waits until it is so. Before each look, and once it is so, the JavaFX thread has handled all that waited for it.
     *
     * @throws TimeoutException
     *             if it is not so within a minute
     */
    public static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            try {
                return so.call();
            } catch (ConcurrentModificationException _) {
                // The scene changed while it was looked through; it is looked through again.
                return false;
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
