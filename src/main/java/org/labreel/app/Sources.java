package org.labreel.app;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.labreel.feed.Source;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sources off the calling thread. It needs no toolkit: the first source can open while the window is still being
 * made. Safe for several threads.
 */
final class Sources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Supplier<Preferences> preferences;
    private final DemoServer.Settings demo;
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService workers;
    private final CompletableFuture<Vertx> vertx;

    /**
     * @param demo
     *            how the simulated device is, when it is asked for
     * @param workers
     *            the caller's
     */
    Sources(Supplier<Preferences> preferences, DemoServer.Settings demo, ExecutorService workers) {
        this.preferences = preferences;
        this.demo = demo;
        this.workers = workers;
        this.vertx = CompletableFuture.supplyAsync(Vertx::vertx, workers);
    }

    /**
     * Opens a source and begins to hear it.
     *
     * @param address
     *            as {@link SourceChoice#of} takes it
     */
    CompletableFuture<Link> open(String address) {
        return vertx.thenApplyAsync(network -> {
            Link link = Link.open(SourceChoice.of(address), network, demo, preferences, clock);
            link.model().start();
            return link;
        }, workers);
    }

    Vertx network() {
        return vertx.join();
    }

    /** A source of its own, not yet started. */
    Source source(String address) {
        return CameraChoice.of(address).source(network(), () -> DemoServer.start(network(), demo));
    }

    /** Ends the network, and with it what still uses it. */
    @Override
    public void close() {
        vertx.thenCompose(network -> network.close().toCompletionStage()).orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    LOG.warn("the network did not close in order", failure);
                    return null;
                }).join();
    }
}
