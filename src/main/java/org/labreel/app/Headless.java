package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.labreel.serve.DemoServer;
import org.labreel.session.EngineSettings;
import org.labreel.session.SessionEngine;

/** An engine with its cameras and its clock, and no window. */
final class Headless implements AutoCloseable {
    private final Sources sources;
    private final EngineRoom room;

    private Headless(Sources sources, EngineRoom room) {
        this.sources = sources;
        this.room = room;
    }

    /** Starts; from then on the clock is looked at. Not on an event loop. */
    static Headless start(Vertx vertx, Path root, List<CameraChoice> cameras, EngineSettings settings,
            DemoServer.Settings simulated) {
        Sources sources = new Sources(() -> vertx, simulated);
        EngineRoom room = EngineRoom.start(root, cameras.stream().map(each -> each.feed(sources)).toList(), settings,
                sources.memory());
        room.probe();
        return new Headless(sources, room);
    }

    Sources sources() {
        return sources;
    }

    SessionEngine engine() {
        return room.engine();
    }

    /** Ends all sessions in order. */
    @Override
    public void close() {
        room.close();
        sources.close();
    }
}
