package org.labreel.serve;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.labreel.feed.FeedClock;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Session;
import org.labreel.session.CameraFeed;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;

/** An endpoint with the demo as its camera, and a script that calls it. */
final class ServedDemo implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final SessionEngine engine;
    private DemoServer demo;
    private SessionServer server;
    private final Script script;

    ServedDemo(Path root) {
        demo = DemoServer.start(vertx, new DemoServer.Settings(0, 0, 160, 120, 25, 80));
        String address = demo.feed().toString();
        CameraFeed feed = new CameraFeed(new Session.Camera(UUID.nameUUIDFromBytes(
                address.getBytes(StandardCharsets.UTF_8)), "REALSENSE_D435", DemoServer.SERIAL, address),
                () -> new PurpleDropSource(vertx, URI.create(address), demo.rpc()), System::nanoTime);
        engine = new SessionEngine(root, new Rig(List.of(feed)), EngineSettings.DEFAULT, FeedClock.SYSTEM, work);
        server = SessionServer.start(vertx, engine, SessionServer.Settings.LOOPBACK);
        script = new Script(server.endpoint());
    }

    Vertx vertx() {
        return vertx;
    }

    SessionEngine engine() {
        return engine;
    }

    SessionServer server() {
        return server;
    }

    Script script() {
        return script;
    }

    /** Closes the endpoint. */
    void goAway() {
        server.close();
    }

    /** Opens it again where it was. */
    void comeBack() {
        server = SessionServer.start(vertx, engine, new SessionServer.Settings("127.0.0.1",
                server.endpoint().getPort(), Optional.empty(), false, Set.of()));
    }

    /** The camera goes and comes back at the same address. */
    void restartCamera() {
        int port = demo.feed().getPort();
        int rpc = demo.rpc().getPort();
        demo.close();
        demo = DemoServer.start(vertx, new DemoServer.Settings(port, rpc, 160, 120, 25, 80));
    }

    Session session(UUID id) {
        return engine.session(id).orElseThrow().session();
    }

    long frames(UUID id) {
        return engine.session(id).orElseThrow().cameras().stream().mapToLong(camera -> camera.frames()).sum();
    }

    long preRollMillis(UUID id) {
        return engine.session(id).orElseThrow().cameras().getFirst().preRoll().toMillis();
    }

    @Override
    public void close() {
        script.close();
        server.close();
        engine.close();
        demo.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.shutdown();
    }
}
