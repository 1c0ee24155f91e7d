package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.labreel.feed.FeedClock;
import org.labreel.serve.DemoServer;
import org.labreel.session.CameraFeed;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;

/** An engine with its cameras and its clock, and no window. */
final class Headless implements AutoCloseable {
    private static final long TICK_MILLIS = 100;
    private static final long LOOK_MILLIS = 2000;
    private static final long PROBE_SECONDS = 30;

    private final Sources sources;
    private final SessionEngine engine;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("session-clock").daemon().factory());

    private Headless(Vertx vertx, Path root, List<CameraChoice> cameras, EngineSettings settings,
            DemoServer.Settings simulated) {
        this.sources = new Sources(() -> vertx, simulated);
        List<CameraFeed> feeds = cameras.stream().map(each -> each.feed(sources)).toList();
        this.engine = new SessionEngine(root, new Rig(feeds), settings, FeedClock.SYSTEM, work);
    }

    /** Starts; from then on the clock is looked at. Not on an event loop. */
    static Headless start(Vertx vertx, Path root, List<CameraChoice> cameras, EngineSettings settings,
            DemoServer.Settings simulated) {
        Headless made = new Headless(vertx, root, cameras, settings, simulated);
        made.every(TICK_MILLIS, made.engine::tick);
        made.every(LOOK_MILLIS, made.engine::look);
        made.engine.rig().probe();
        made.every(TimeUnit.SECONDS.toMillis(PROBE_SECONDS), made.engine.rig()::probe);
        return made;
    }

    private void every(long millis, Runnable task) {
        ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(new Guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    Sources sources() {
        return sources;
    }

    SessionEngine engine() {
        return engine;
    }

    /** Ends all sessions in order. */
    @Override
    public void close() {
        clock.shutdown();
        engine.close();
        work.shutdown();
        sources.close();
    }
}
