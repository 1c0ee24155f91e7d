package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.model.Session;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionDesk.Operation;

/** What is told by itself over the websocket, to clients that listen, stall, go, or may not know. */
class SubscriptionsTest extends OnServedDemo {
    private UUID session(String name) throws Exception {
        String camera = served.script().camera("REALSENSE_D435", DemoServer.SERIAL);
        UUID id = served.script().session("1-01-01T00:00:00", "9999-12-31T23:59:59", name);
        served.script().record(id, camera);
        return id;
    }

    @Test
    void stateSegmentsHealthAndLossesAreToldAsTheyCome() throws Exception {
        UUID id = session("told");
        try (GraphTalk talk = new GraphTalk(served.server().endpoint(), "").begin()) {
            String of = "(recordingId: \"" + id + "\")";
            talk.subscribe("state", "recordingSession(id: \"" + id + "\") { state }");
            talk.subscribe("segments", "segments" + of + " { file end frames }");
            talk.subscribe("health", "health" + of + " { link frames recording recordedFrames }");
            talk.subscribe("losses", "losses" + of + " { cause count detail }");
            state(talk, "Stopped");
            served.script().state(id, "Standby");
            state(talk, "Standby");
            talk.until("health", data -> data.path("health").path(0).path("frames").asBoolean());
            served.script().state(id, "Started");
            state(talk, "Started");
            talk.until("health", data -> data.path("health").path(0).path("recordedFrames").asInt() > 10);
            served.restartCamera();
            JsonNode loss = talk.until("losses", data -> data.path("losses").size() == 1).path("losses").path(0);
            assertThat(loss.path("cause").asText()).isEqualTo("RECONNECT");
            served.script().state(id, "Stopped");
            JsonNode segment = talk.until("segments", data -> data.path("segments").path(0).path("end").isTextual())
                    .path("segments").path(0);
            assertThat(segment.path("frames").asInt()).isGreaterThan(10);
        }
        assertThat(served.session(id).state()).isEqualTo(Session.State.STOPPED);
    }

    private static void state(GraphTalk talk, String wanted) throws Exception {
        talk.until("state", data -> data.path("recordingSession").path("state").asText().equals(wanted));
    }

    @Test
    void clientThatStallsHoldsUpNobodyAndHearsTheLastWhenItReadsAgain() throws Exception {
        String notes = "x".repeat(20_000);
        for (int i = 0; i < 50; i++) {
            UUID id = served.script().session("1-01-01T00:00:00", "9999-12-31T23:59:59", "s" + i);
            note(id, notes);
        }
        UUID id = served.script().session("1-01-01T00:00:00", "9999-12-31T23:59:59", "watched");
        try (GraphTalk slow = new GraphTalk(served.server().endpoint(), "").begin();
                GraphTalk other = new GraphTalk(served.server().endpoint(), "").begin()) {
            slow.stall();
            // A megabyte each time: more than what lies between the two can hold.
            slow.subscribe("all", "recordingSessions { id notes }");
            other.subscribe("one", "recordingSession(id: \"" + id + "\") { notes }");
            for (int i = 1; i <= 60; i++) {
                String last = "note " + i;
                note(id, last);
                other.until("one", data -> data.path("recordingSession").path("notes").asText().equals(last));
            }
            slow.goOn();
            int[] came = {0};
            slow.until("all", data -> {
                came[0]++;
                return data.toString().contains("note 60");
            });
            assertThat(came[0]).as("steps between are left out").isLessThan(60);
        }
    }

    private void note(UUID id, String notes) throws Exception {
        served.script().execute("mutation($id: uuid!, $notes: String!) { updateRecordingSession(pk_columns: {id: $id}, "
                + "_set: {notes: $notes}) { id } }", Map.of("id", id.toString(), "notes", notes));
    }

    @Test
    void clientThatGoesWithoutAWordLeavesNothingBehind() throws Exception {
        try (GraphTalk talk = new GraphTalk(served.server().endpoint(), "").begin()) {
            for (int i = 0; i < 20; i++) {
                talk.subscribe("s" + i, "recordingSessions { id state }");
            }
            Patience.until(() -> served.server().subscriptions() == 20);
            talk.say(Map.of("type", "stop", "id", "s0"));
            Patience.until(() -> served.server().subscriptions() == 19);
        }
        Patience.until(() -> served.server().subscriptions() == 0);
    }

    @Test
    void protocolThatIsNotSpokenIsRefusedByItsCode() throws Exception {
        try (GraphTalk talk = new GraphTalk(served.server().endpoint(), "", "soap", new String[0])) {
            assertThat(talk.closedWith()).isEqualTo(4406);
        }
    }

    @Test
    void withoutTheSecretNothingIsTold() throws Exception {
        try (SessionServer open = SessionServer.start(served.vertx(), served.engine(),
                new SessionServer.Settings("0.0.0.0", 0, Optional.of("sesame"), false, Set.of()))) {
            URI endpoint = open.endpoint();
            for (String token : List.of("", "?token=wrong")) {
                try (GraphTalk stranger = new GraphTalk(endpoint, token)) {
                    stranger.subscribe("early", "recordingSessions { id }");
                    assertThat(stranger.until(message -> true).toString()).contains("connection_init comes first");
                    stranger.say(Map.of("type", "connection_init", "payload",
                            Map.of("headers", Map.of(Secret.HEADER, "wrong"))));
                    assertThat(stranger.until(message -> true).path("type").asText()).isEqualTo("connection_error");
                    assertThat(stranger.closedWith()).isEqualTo(4401);
                }
            }
            assertThat(open.subscriptions()).isZero();
            new GraphTalk(endpoint, "?token=sesame").begin().close();
            new GraphTalk(endpoint, "", Secret.HEADER, "sesame").begin().close();
            try (GraphTalk friend = new GraphTalk(endpoint, "")) {
                friend.say(Map.of("type", "connection_init", "payload", Map.of("headers",
                        Map.of(Secret.HEADER, "sesame"))));
                friend.until(message -> message.path("type").asText().equals("connection_ack"));
                friend.subscribe("s", "recordingSessions { id }");
                friend.until("s", data -> data.path("recordingSessions").isArray());
            }
            URI near = URI.create("http://127.0.0.1:" + endpoint.getPort() + endpoint.getPath());
            assertThat(words(near, Optional.of("wrong"))).contains("refuses", "secret");
            assertThat(words(near, Optional.of("sesame"))).startsWith("Connected to");
        }
    }

    /** What our own client says of an endpoint that does not tell its schema. */
    private String words(URI endpoint, Optional<String> secret) throws Exception {
        DeskHeard heard = new DeskHeard();
        try (SessionClient client = new SessionClient(served.vertx(), endpoint, secret)) {
            client.watch(heard);
            DeskListener.Connection next = heard.connection();
            while (!next.up() && !next.words().contains("trying again")) {
                next = heard.connection();
            }
            if (next.up()) {
                assertThat(client.operations()).containsExactlyInAnyOrder(Operation.values());
            }
            return next.words();
        }
    }
}
