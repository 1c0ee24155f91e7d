package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.session.Refusal;
import org.labreel.session.SessionView;

/** The endpoint, its client, and whatever strangers send it. */
class SessionServerTest extends OnServedDemo {
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
            JsonNode answer = served.script().execute(query, Map.of());
            assertThat(answer.path("errors").path(0).path("message").asText()).as(shortened(query)).isNotBlank()
                    .doesNotContain("Exception", "org.labreel", "java.");
            assertThat(answer.path("errors").path(0).path("extensions").path("code").asText()).isNotBlank();
        }
        assertThat(served.engine().sessions().join()).isEmpty();
        for (String body : List.of("", "[]", "null", "{\"query\":1}", "{\"query\":\"{cameras{id}}\",\"variables\":[]}",
                "[".repeat(100_000), "{\"query\":\"{cameras{id}}\",\"variables\":" + "{\"a\":".repeat(200) + "1"
                        + "}".repeat(200) + "}")) {
            HttpResponse<String> response = served.script().post(body);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).as(shortened(body)).contains("\"errors\"");
        }
        assertThat(served.script().post("{\"query\":\"" + "x".repeat(400_000) + "\"}").statusCode()).isEqualTo(413);
        JsonNode made = served.script().execute(traversal, Map.of()).path("data").path("insertRecordingSession");
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
        assertThatThrownBy(() -> SessionServer.start(served.vertx(), served.engine(),
                new SessionServer.Settings("0.0.0.0", 0, Optional.empty(), false, Set.of())))
                .hasMessageContaining("--secret");
        try (SessionServer open = SessionServer.start(served.vertx(), served.engine(),
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
        UUID one = served.script().session("2026-03-01T12:00:00", "2026-03-01T13:00:00", "one");
        served.script().session("2026-03-02T12:00:00", "2026-03-02T13:00:00", "two");
        JsonNode found = served.script().execute("{ recordingSessions(where: {name: {_ilike: \"%ON%\"}, "
                + "startDate: {_lt: \"2026-03-02T00:00:00\"}}) { name startDate state } }", Map.of()).path("data")
                .path("recordingSessions");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("startDate").asText()).isEqualTo("2026-03-01T12:00:00");
        served.script()
                .execute("mutation($id: uuid!) { updateRecordingSession(pk_columns: {id: $id}, _set: {notes: \"two "
                        + "drops\", maxTimeSeconds: 5}) { id } }", Map.of("id", one.toString()));
        assertThat(served.session(one).plan().notes()).isEqualTo("two drops");
        assertThat(served.session(one).plan().start()).as("what is not named stays").isPresent();
        served.script().execute(
                "mutation($id: uuid!) { insertMarker(object: {recordingId: $id, text: \"here\"}) { id } }",
                Map.of("id", one.toString()));
        assertThat(served.session(one).markers()).hasSize(1);
        served.script().execute("mutation($id: uuid!) { deleteRecordingSession(id: $id) { id } }",
                Map.of("id", one.toString()));
        assertThat(served.engine().session(one)).isEmpty();
        assertThat(
                served.script().execute("{ __schema { queryType { name } } }", Map.of()).path("errors").isMissingNode())
                .as("on loopback the schema is told").isTrue();
    }

    @Test
    void clientSeesWhatTheEngineDoesAndComesBackWhenTheProgramDoes() throws Exception {
        try (SessionClient client = new SessionClient(served.vertx(), served.server().endpoint(), Optional.empty())) {
            assertThat(client.learn().get(20, TimeUnit.SECONDS)).containsAll(client.operations()).hasSize(9);
            DeskHeard heard = new DeskHeard();
            client.watch(heard);
            heard.until("up");
            Session.Camera camera = client.cameras().get(20, TimeUnit.SECONDS).getFirst().camera();
            Session.Plan plan = new Session.Plan(Session.Mode.STORAGE,
                    Optional.of(Instant.parse("2026-03-01T12:00:00.5Z")), Optional.empty(),
                    new Session.Limits(7, 8), List.of(camera.withStreams(List.of(new StreamWish(UUID.randomUUID(),
                            StreamWish.Type.COLOR, StreamWish.Encoder.HEVC, 1, 2, 3, 4, 5, 6, "color", true)))),
                    "notes");
            SessionView made = client.create("remote", plan).get(20, TimeUnit.SECONDS);
            assertThat(made.session().plan().withCameras(List.of())).isEqualTo(plan.withCameras(List.of()));
            assertThat(made.session().cameras().getFirst().streams()).isEqualTo(plan.cameras().getFirst().streams());
            heard.until("remote Stopped");
            UUID id = made.session().id();
            client.change(id, Session.State.STARTED).get(20, TimeUnit.SECONDS);
            heard.until("remote Started");
            assertThat(client.mark(id, new Marker(UUID.randomUUID(), Instant.parse("2026-03-01T12:00:00Z"), "m",
                    "#ff0000")).get(20, TimeUnit.SECONDS).session().markers()).hasSize(1);
            assertThatThrownBy(() -> client.delete(id).get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);
            client.change(id, Session.State.STOPPED).get(20, TimeUnit.SECONDS);
            heard.until("remote Stopped");
            served.goAway();
            heard.until("down");
            served.comeBack();
            heard.until("up");
            client.delete(id).get(20, TimeUnit.SECONDS);
            heard.until("gone");
            assertThat(client.restore(id).get(20, TimeUnit.SECONDS).session().segments()).hasSize(1);
            heard.until("remote Stopped");
        }
    }
}
