package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.feed.FeedClock;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.session.CameraFeed;
import org.labreel.session.DeskListener;
import org.labreel.session.EngineSettings;
import org.labreel.session.Refusal;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;

/** The endpoint with the demo as its camera, and whatever strangers send it. */
class SessionServerTest {
    @TempDir
    private Path root;
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private DemoServer demo;
    private SessionEngine engine;
    private SessionServer server;
    private Script script;

    @BeforeEach
    void start() {
        demo = DemoServer.start(vertx, new DemoServer.Settings(0, 0, 160, 120, 25, 80));
        String address = demo.feed().toString();
        CameraFeed feed = new CameraFeed(new Session.Camera(UUID.nameUUIDFromBytes(
                address.getBytes(StandardCharsets.UTF_8)), "REALSENSE_D435", DemoServer.SERIAL, address),
                () -> new PurpleDropSource(vertx, demo.feed(), demo.rpc()), System::nanoTime);
        engine = new SessionEngine(root, new Rig(List.of(feed)), EngineSettings.DEFAULT, FeedClock.SYSTEM, work);
        server = SessionServer.start(vertx, engine, SessionServer.Settings.LOOPBACK);
        script = new Script(server.endpoint());
    }

    @AfterEach
    void stop() {
        script.close();
        server.close();
        engine.close();
        demo.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.shutdown();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Session session(UUID id) {
        return engine.session(id).orElseThrow().session();
    }

    private long frames(UUID id) {
        return engine.session(id).orElseThrow().cameras().stream().mapToLong(camera -> camera.frames()).sum();
    }

    @Test
    void triggerScriptLeavesFiveSegmentsWithAsMuchPreRollAsThePausesAllowEachExportable() throws Exception {
        String camera = script.camera("REALSENSE_D435", DemoServer.SERIAL);
        UUID id = script.session("1-01-01T00:00:00", "9999-12-31T23:59:59", "triggered");
        String record = script.record(id, camera);
        script.stream(record, "color", "HEVC", 1280, 720, 30);
        script.stream(record, "depth", "Classic", 1280, 720, 30);
        script.state(id, "Standby");
        await(() -> engine.session(id).orElseThrow().cameras().getFirst().preRoll().toMillis() > 300);
        for (int i = 0; i < 5; i++) {
            script.state(id, "Started");
            await(() -> frames(id) >= 16);
            script.state(id, "Standby");
            await(() -> engine.session(id).orElseThrow().cameras().getFirst().preRoll().toMillis() > 300);
        }
        script.state(id, "Stopped");
        Session session = session(id);
        assertThat(session.state()).isEqualTo(Session.State.STOPPED);
        assertThat(session.segments()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            Segment segment = session.segments().get(i);
            Instant requested = session.spans().get(i).requested();
            Duration reach = Duration.between(segment.start(), requested);
            assertThat(reach).as("pre-roll of %s", segment.file()).isBetween(Duration.ofMillis(200),
                    Duration.ofSeconds(10));
            assertThat(segment.preRollRecords()).isGreaterThan(3);
            assertThat(segment.lost()).isZero();
            if (i > 0) {
                assertThat(segment.start()).isAfterOrEqualTo(session.segments().get(i - 1).end().orElseThrow());
            }
        }
        assertThat(exported(id, "segment-001.bin")).isNotEmptyFile();
        assertThat(exported(id, "segment-005.bin")).isNotEmptyFile();
    }

    private Path exported(UUID session, String segment) throws Exception {
        String job = script.execute("mutation($s: uuid!, $f: String!) { insertExportJob(object: {recordingId: $s, "
                + "segment: $f}) { id } }", Map.of("s", session.toString(), "f", segment)).path("data")
                .path("insertExportJob").path("id").asText();
        JsonNode[] now = new JsonNode[1];
        await(() -> {
            now[0] = job(job);
            return !List.of("Waiting", "Running").contains(now[0].path("state").asText());
        });
        assertThat(now[0].path("state").asText()).as("%s", now[0]).isEqualTo("Done");
        assertThat(now[0].path("part").asDouble()).isEqualTo(1);
        return engine.folder(session).orElseThrow().resolve(now[0].path("file").asText());
    }

    private JsonNode job(String id) {
        try {
            return script.execute("query($id: uuid!) { exportJob(id: $id) { state part file words } }",
                    Map.of("id", id)).path("data").path("exportJob");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void scheduleScriptStartsNowAndStopsWhenTold() throws Exception {
        String camera = script.camera("REALSENSE_D435", DemoServer.SERIAL);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
        UUID id = script.session(now, "9999-12-31T23:59:59", "mysession");
        String record = script.record(id, camera);
        script.stream(record, "color", "HEVC", "1280", "720", "15");
        script.stream(record, "depth", "Classic", "1280", "720", "15");
        script.state(id, "Scheduled");
        engine.tick();
        await(() -> session(id).state() == Session.State.STARTED && frames(id) > 3);
        script.state(id, "Stopped");
        assertThat(session(id).segments()).hasSize(1);
        assertThat(session(id).segments().getFirst().frames()).isGreaterThan(3);
        List<StreamWish> wishes = session(id).cameras().getFirst().streams();
        assertThat(wishes).hasSize(2);
        assertThat(wishes.getFirst().width()).isEqualTo(1280);
        assertThat(session(id).limits()).isEqualTo(Session.Limits.NONE);
        assertThat(session(id).plan().end()).contains(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void hostileRequestsGetAnErrorAndNothingElse() throws Exception {
        String deep = "{ recordingSessions { records ".repeat(12) + "{ id }" + "}}".repeat(12);
        StringBuilder aliases = new StringBuilder("{ ");
        for (int i = 0; i < 500; i++) {
            aliases.append("a").append(i).append(": recordingSessions { id } ");
        }
        String traversal = "mutation { insertRecordingSession(object: {name: \"../../../../tmp/evil\"}) { folder } }";
        for (String query : List.of(deep, aliases + "}", "{ nothing }", "{", "", "{ __typename ".repeat(3000),
                "mutation { updateRecordingSession(pk_columns: {id: \"x\"}, _set: {state: Started}) { id } }",
                "mutation { updateRecordingSession(pk_columns: {id: \"" + UUID.randomUUID()
                        + "\"}, _set: {state: Started}) { id } }",
                "mutation { insertRecordingSession(object: {name: \"x\", maxTimeSeconds: \"many\"}) { id } }",
                "mutation { insertRecordingSession(object: {name: \"x\", maxTimeSeconds: 99999999999}) { id } }",
                "mutation { insertRecordingSession(object: {name: \"x\", startDate: \"2026-13-45\"}) { id } }",
                "mutation { insertRecordingSession(object: {name: \"\"}) { id } }",
                "mutation { insertExportJob(object: {recordingId: \"" + UUID.randomUUID()
                        + "\", segment: \"../../etc/passwd\"}) { id } }")) {
            JsonNode answer = script.execute(query, Map.of());
            assertThat(answer.path("errors").path(0).path("message").asText()).as(shortened(query)).isNotBlank()
                    .doesNotContain("Exception", "org.labreel", "java.");
            assertThat(answer.path("errors").path(0).path("extensions").path("code").asText()).isNotBlank();
        }
        assertThat(engine.sessions().join()).isEmpty();
        for (String body : List.of("", "[]", "null", "{\"query\":1}", "{\"query\":\"{cameras{id}}\",\"variables\":[]}",
                "[".repeat(100_000), "{\"query\":\"{cameras{id}}\",\"variables\":" + "{\"a\":".repeat(200) + "1"
                        + "}".repeat(200) + "}")) {
            HttpResponse<String> response = script.post(body);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).as(shortened(body)).contains("\"errors\"");
        }
        assertThat(script.post("{\"query\":\"" + "x".repeat(400_000) + "\"}").statusCode()).isEqualTo(413);
        JsonNode made = script.execute(traversal, Map.of()).path("data").path("insertRecordingSession");
        assertThat(made.path("folder").asText()).doesNotContain("/", "..");
        try (Stream<Path> children = Files.list(root)) {
            assertThat(children).hasSize(1);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    @Test
    void offLoopbackASecretIsAskedForAndTheSchemaIsNotTold() throws Exception {
        assertThatThrownBy(() -> SessionServer.start(vertx, engine,
                new SessionServer.Settings("0.0.0.0", 0, Optional.empty(), false, Set.of())))
                .hasMessageContaining("--secret");
        try (SessionServer open = SessionServer.start(vertx, engine,
                new SessionServer.Settings("0.0.0.0", 0, Optional.of("sesame"), false, Set.of()));
                Script stranger = new Script(URI.create(
                        "http://127.0.0.1:" + open.endpoint().getPort() + "/v1/graphql"))) {
            String body = "{\"query\":\"{ cameras { id } }\"}";
            assertThat(stranger.post(body).body()).contains("access-denied").doesNotContain("data");
            assertThat(stranger.post(body, Secret.HEADER, "wrong").body()).contains("access-denied");
            assertThat(stranger.post(body, Secret.HEADER, "sesame").body()).contains("\"data\"");
            assertThat(stranger.post("{\"query\":\"{ __schema { types { name } } }\"}", Secret.HEADER, "sesame").body())
                    .contains("errors").doesNotContain("RecordingSession_set");
            assertThat(stranger.post(body, Secret.HEADER, "sesame", "origin", "http://evil.example").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void sessionsAreListedFilteredEditedMarkedAndDeleted() throws Exception {
        UUID one = script.session("2026-03-01T12:00:00", "2026-03-01T13:00:00", "one");
        script.session("2026-03-02T12:00:00", "2026-03-02T13:00:00", "two");
        JsonNode found = script.execute("{ recordingSessions(where: {name: {_ilike: \"%ON%\"}, "
                + "startDate: {_lt: \"2026-03-02T00:00:00\"}}) { name startDate state } }", Map.of()).path("data")
                .path("recordingSessions");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("startDate").asText()).isEqualTo("2026-03-01T12:00:00");
        script.execute("mutation($id: uuid!) { updateRecordingSession(pk_columns: {id: $id}, _set: {notes: \"two "
                + "drops\", maxTimeSeconds: 5}) { id } }", Map.of("id", one.toString()));
        assertThat(session(one).plan().notes()).isEqualTo("two drops");
        assertThat(session(one).plan().start()).as("what is not named stays").isPresent();
        script.execute("mutation($id: uuid!) { insertMarker(object: {recordingId: $id, text: \"here\"}) { id } }",
                Map.of("id", one.toString()));
        assertThat(session(one).markers()).hasSize(1);
        script.execute("mutation($id: uuid!) { deleteRecordingSession(id: $id) { id } }",
                Map.of("id", one.toString()));
        assertThat(engine.session(one)).isEmpty();
        assertThat(script.execute("{ __schema { queryType { name } } }", Map.of()).path("errors").isMissingNode())
                .as("on loopback the schema is told").isTrue();
    }

    @Test
    void clientSeesWhatTheEngineDoesAndComesBackWhenTheProgramDoes() throws Exception {
        try (SessionClient client = new SessionClient(vertx, server.endpoint(), Optional.empty())) {
            assertThat(client.learn().get(20, TimeUnit.SECONDS)).containsAll(client.operations()).hasSize(8);
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            client.watch(new DeskListener() {
                @Override
                public void changed(SessionView view) {
                    heard.add(view.session().name() + " " + view.session().state().word());
                }

                @Override
                public void gone(UUID id) {
                    heard.add("gone");
                }

                @Override
                public void connection(Connection connection) {
                    heard.add(connection.up() ? "up" : "down");
                }
            });
            until(heard, "up");
            Session.Camera camera = client.cameras().get(20, TimeUnit.SECONDS).getFirst().camera();
            Session.Plan plan = new Session.Plan(Session.Mode.STORAGE,
                    Optional.of(Instant.parse("2026-03-01T12:00:00.5Z")), Optional.empty(),
                    new Session.Limits(7, 8), List.of(camera.withStreams(List.of(new StreamWish(UUID.randomUUID(),
                            StreamWish.Type.COLOR, StreamWish.Encoder.HEVC, 1, 2, 3, 4, 5, 6, "color", true)))),
                    "notes");
            SessionView made = client.create("remote", plan).get(20, TimeUnit.SECONDS);
            assertThat(made.session().plan().withCameras(List.of())).isEqualTo(plan.withCameras(List.of()));
            assertThat(made.session().cameras().getFirst().streams()).isEqualTo(plan.cameras().getFirst().streams());
            until(heard, "remote Stopped");
            UUID id = made.session().id();
            client.change(id, Session.State.STARTED).get(20, TimeUnit.SECONDS);
            until(heard, "remote Started");
            assertThat(client.mark(id, new Marker(UUID.randomUUID(), Instant.parse("2026-03-01T12:00:00Z"), "m",
                    "#ff0000")).get(20, TimeUnit.SECONDS).session().markers()).hasSize(1);
            assertThatThrownBy(() -> client.delete(id).get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);
            client.change(id, Session.State.STOPPED).get(20, TimeUnit.SECONDS);
            until(heard, "remote Stopped");
            int port = server.endpoint().getPort();
            server.close();
            until(heard, "down");
            server = SessionServer.start(vertx, engine,
                    new SessionServer.Settings("127.0.0.1", port, Optional.empty(), false, Set.of()));
            until(heard, "up");
            client.delete(id).get(20, TimeUnit.SECONDS);
            until(heard, "gone");
        }
    }

    private static void until(BlockingQueue<String> heard, String wanted) throws InterruptedException {
        String next = "";
        while (!wanted.equals(next)) {
            next = Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS)).orElse("nothing more");
            assertThat(next).as("waiting for %s", wanted).isNotEqualTo("nothing more");
        }
    }
}
