package org.labreel.serve;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a server to start or stop. */
public final class Waiting {
    private static final long SECONDS = 10;

    private Waiting() {
    }

    /**
     * @param what
     *            the operator's words: "The demo feed on port 7001"
     * @throws UncheckedIOException
     *             when it failed or took too long
     */
    public static <T> T forIt(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String why = e.getCause() == null ? "unknown reason" : String.valueOf(e.getCause().getMessage());
            throw new UncheckedIOException(new IOException(what + " failed: " + why, e));
        } catch (TimeoutException e) {
            throw new UncheckedIOException(
                    new IOException(what + " failed: nothing happened for " + SECONDS + " s", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(what + " was interrupted", e));
        }
    }
}
