package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.labreel.feed.FeedClock;
import org.labreel.feed.Source;
import org.labreel.model.Session;
import org.labreel.serve.SessionServer;
import org.labreel.session.CameraFeed;
import org.labreel.session.EngineSettings;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Serving;

/** The console's sessions: its own engine, and the endpoint that others reach it by. */
final class SessionPart implements AutoCloseable {
    private final PreferencesHolder preferences;
    private final Supplier<Vertx> network;
    private final Function<String, Source> source;
    private final LocalSessions local;

    /**
     * @param network
     *            may block; the caller's
     * @param source
     *            a source of its own that hears an address, not yet started
     */
    SessionPart(PreferencesHolder preferences, Executor workers, Supplier<Vertx> network,
            Function<String, Source> source) {
        this.preferences = preferences;
        this.network = network;
        this.source = source;
        this.local = new LocalSessions(() -> preferences.get().recordings(), this::room, this::feed, workers);
    }

    private EngineRoom room(Path root) {
        EngineSettings usual = EngineSettings.DEFAULT;
        return EngineRoom.start(root, List.of(),
                new EngineSettings(Link.settings(preferences.get().recording()), usual.missedStart(), usual.grace(),
                        usual.clockStep()));
    }

    private CameraFeed feed(Session.Camera camera) {
        return new CameraFeed(camera, () -> source.apply(camera.address()), FeedClock.SYSTEM.monotonicNanos());
    }

    LocalSessions local() {
        return local;
    }

    /**
     * The sources that sessions may record: these, and the demo.
     *
     * @param addresses
     *            as {@link SourceChoice#of} takes them; one that it refuses is none
     */
    void configure(List<String> addresses) {
        Set<String> all = new LinkedHashSet<>(addresses);
        all.add(SourceChoice.DEMO);
        List<Session.Camera> cameras = new ArrayList<>();
        all.forEach(each -> camera(each).ifPresent(cameras::add));
        local.configure(cameras);
    }

    private static Optional<Session.Camera> camera(String address) {
        try {
            return Optional.of(CameraChoice.of(address).camera());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Serves the sessions to others; may block. */
    Doors.Opened serve(Serving serving, Serving.Door door) {
        SessionEngine engine = local.engine().join();
        Optional<String> secret = Optional.of(serving.secret()).filter(text -> !text.isBlank());
        SessionServer server = SessionServer.start(network.get(), engine,
                new SessionServer.Settings(serving.bind().strip(), door.port(), secret, false, Set.of()));
        return new Doors.Opened(server.endpoint().toString(), server::close);
    }

    /** What is armed or being recorded here. */
    List<SessionView> active() {
        return local.active();
    }

    @Override
    public void close() {
        local.close();
    }
}
