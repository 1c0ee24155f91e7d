package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.labreel.feed.FeedClock;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Bytes;
import org.labreel.model.Session;
import org.labreel.serve.SessionServer;
import org.labreel.session.CameraFeed;
import org.labreel.session.CameraView;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;

/**
 * Standby to Started at 60 frames of 400 kB a second with all the pre-roll that fits: from the call, and from the
 * GraphQL request, until live messages are taken, and until the first of them is written behind the pre-roll.
 * {@code -Dbench.cycles} sets how often (default 60).
 */
final class TriggerBench {
    private static final int FPS = 60;
    private static final int BYTES = 400_000;

    private TriggerBench() {
    }

    static void run() throws Exception {
        List<Bytes> jpegs = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            jpegs.add(TestPictures.jpeg(1280, 960, BYTES, seed));
        }
        Path root = Files.createTempDirectory(Path.of(System.getProperty("bench.folder",
                System.getProperty("java.io.tmpdir"))), "trigger");
        Vertx vertx = Vertx.vertx();
        try (Frames frames = new Frames(vertx, jpegs);
                ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
            measure(vertx, frames, root, work);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            delete(root);
        }
    }

    private static void measure(Vertx vertx, Frames frames, Path root, ExecutorService work) throws Exception {
        String address = frames.address().toString();
        CameraFeed feed = new CameraFeed(new Session.Camera(UUID.nameUUIDFromBytes(
                address.getBytes(StandardCharsets.UTF_8)), "REALSENSE_D435", "bench", address),
                () -> new PurpleDropSource(vertx, frames.address(), URI.create("http://127.0.0.1:9/rpc")),
                System::nanoTime);
        int cycles = Integer.getInteger("bench.cycles", 60);
        frames.pace(FPS);
        try (SessionEngine engine = new SessionEngine(root, new Rig(List.of(feed)), EngineSettings.DEFAULT,
                FeedClock.SYSTEM, work);
                SessionServer server = SessionServer.start(vertx, engine, SessionServer.Settings.LOOPBACK);
                HttpClient client = HttpClient.newHttpClient()) {
            UUID id = engine.create("bench", Session.Plan.NONE.withCameras(List.of(feed.camera()))).get().session()
                    .id();
            engine.change(id, Session.State.STANDBY).get();
            TimeUnit.SECONDS.sleep(10);
            report("call", cycles, engine, id, () -> engine.change(id, Session.State.STARTED).get());
            report("GraphQL request", cycles, engine, id, () -> post(client, server.endpoint(), id));
            engine.change(id, Session.State.STOPPED).get();
        }
    }

    private static void post(HttpClient client, URI endpoint, UUID id) throws Exception {
        String body = "{\"query\":\"mutation($id: uuid!) { updateRecordingSession(pk_columns: {id: $id}, "
                + "_set: {state: Started}) { id } }\",\"variables\":{\"id\":\"" + id + "\"}}";
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.body().contains("errors")) {
            throw new IOException(answer.body());
        }
    }

    private static void report(String from, int cycles, SessionEngine engine, UUID id, Duel.Work trigger)
            throws Exception {
        Delays taken = new Delays();
        Delays answers = new Delays();
        Delays written = new Delays();
        long preRollFrames = 0;
        for (int i = 0; i < cycles + 5; i++) {
            // The first long pauses fill the pre-roll; a full one is written before the first live record.
            TimeUnit.MILLISECONDS.sleep(i % 10 == 5 ? 6000 : 400);
            CameraView before = camera(engine, id);
            long held = before.preRoll().toMillis() * FPS / 1000;
            Instant pressed = Instant.now();
            long start = System.nanoTime();
            trigger.run();
            long answered = System.nanoTime() - start;
            while (camera(engine, id).frames() < held + 2) {
                LockSupport.parkNanos(200_000);
            }
            long live = System.nanoTime() - start;
            TimeUnit.MILLISECONDS.sleep(200);
            if (i >= 5) {
                Instant begun = engine.session(id).orElseThrow().session().spans().getLast().parts().getFirst()
                        .started().orElse(pressed);
                taken.add(Duration.between(pressed, begun).toNanos());
                answers.add(answered);
                written.add(live);
                preRollFrames += held;
            }
            engine.change(id, Session.State.STANDBY).get();
        }
        System.out.printf(Locale.ROOT, "trigger, from the %s, %d fps x %d kB, pre-roll %d frames at the mean "
                + "(taken p99 <= 10 ms): taking live %s; answered %s; first live record written %s%n", from, FPS,
                BYTES / 1000,
                preRollFrames / cycles, taken, answers, written);
    }

    private static CameraView camera(SessionEngine engine, UUID id) {
        return engine.session(id).orElseThrow().cameras().getFirst();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
