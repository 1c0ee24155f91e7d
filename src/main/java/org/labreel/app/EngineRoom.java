package org.labreel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.labreel.feed.FeedClock;
import org.labreel.record.MessageMemory;
import org.labreel.session.CameraFeed;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;

/** An engine with the threads that drive it. */
final class EngineRoom implements AutoCloseable {
    private static final long TICK_MILLIS = 100;
    private static final long LOOK_MILLIS = 2000;
    private static final long PROBE_SECONDS = 30;

    private final SessionEngine engine;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("session-clock").daemon().factory());

    private EngineRoom(Path root, List<CameraFeed> cameras, EngineSettings settings, MessageMemory memory) {
        this.engine = new SessionEngine(root, new Rig(cameras, memory), settings, FeedClock.SYSTEM, work);
    }

    /** Starts; from then on the clock is looked at. Neither on an event loop nor on the JavaFX thread. */
    static EngineRoom start(Path root, List<CameraFeed> cameras, EngineSettings settings, MessageMemory memory) {
        EngineRoom made = new EngineRoom(root, cameras, settings, memory);
        made.every(TICK_MILLIS, made.engine::tick);
        made.every(LOOK_MILLIS, made.engine::look);
        return made;
    }

    /** Asks the devices for serials that nobody configured, now and again until they have told them. */
    void probe() {
        engine.rig().probe();
        every(TimeUnit.SECONDS.toMillis(PROBE_SECONDS), engine.rig()::probe);
    }

    private void every(long millis, Runnable task) {
        ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(new Guarded(task), millis, millis, TimeUnit.MILLISECONDS);
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
    }
}
