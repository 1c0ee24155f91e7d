package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.model.Session;
import org.labreel.model.Session.State;
import org.labreel.model.StreamWish;
import org.labreel.session.CameraView;
import org.labreel.session.Refusal;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;

/** Sessions on an endpoint that knows only what the recording scripts ask for. */
class ScriptedSessionsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T of(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static Session.Plan plan(Session.Camera camera) {
        StreamWish wish = new StreamWish(UUID.randomUUID(), StreamWish.Type.COLOR, StreamWish.Encoder.HEVC, 1280, 720,
                30, 1_000_000, 300, 1000, "", true);
        return Session.Plan.NONE.withCameras(List.of(camera.withStreams(List.of(wish))))
                .withTimes(Optional.of(Instant.parse("2026-03-01T12:00:00Z")), Optional.empty())
                .withLimits(new Session.Limits(60, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void planIsSentWithTheOperationsOfTheScriptsWhetherTheSchemaIsToldOrNot(boolean told) throws Exception {
        try (ScriptEndpoint other = new ScriptEndpoint(vertx, told);
                SessionClient client = new SessionClient(vertx, other.endpoint(), Optional.empty())) {
            assertThat(of(client.learn())).containsExactlyInAnyOrder(Operation.CAMERAS, Operation.CREATE,
                    Operation.EDIT, Operation.CHANGE_STATE);
            CameraView camera = of(client.cameras()).getFirst();
            assertThat(camera.camera().id()).isEqualTo(ScriptEndpoint.CAMERA);
            assertThat(camera.camera().model()).isEqualTo("REALSENSE_D435");
            UUID id = of(client.create("first", plan(camera.camera()))).session().id();
            of(client.edit(id, "merge", plan(camera.camera())));
            assertThat(other.done()).as("nothing is sent before it is whole").isEmpty();
            for (State state : List.of(State.STANDBY, State.STARTED, State.STANDBY, State.STOPPED)) {
                assertThat(of(client.change(id, state)).session().state()).isEqualTo(state);
            }
            assertThat(other.done()).containsExactly("session merge", "record", "stream color", "Standby", "Started",
                    "Standby", "Stopped");
            Map<String, Object> there = other.session(other.sessions().getFirst());
            assertThat(there).containsEntry("maxTimeSeconds", 60).containsEntry("startDate",
                    Instant.parse("2026-03-01T12:00:00Z"));
            assertThat(there.get("endDate")).as("an open end").isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        }
    }

    @Test
    void planThatWasSentCannotBeChangedAndSaysWhatToDo() throws Exception {
        try (ScriptEndpoint other = new ScriptEndpoint(vertx, true);
                SessionClient client = new SessionClient(vertx, other.endpoint(), Optional.empty())) {
            of(client.learn());
            SessionView made = of(client.create("merge", Session.Plan.NONE));
            UUID id = made.session().id();
            assertThat(client.operations(id)).contains(Operation.EDIT, Operation.DELETE);
            of(client.change(id, State.SCHEDULED));
            assertThat(client.operations(id)).doesNotContain(Operation.EDIT, Operation.DELETE);
            assertThatThrownBy(() -> of(client.edit(id, "other", Session.Plan.NONE)))
                    .hasCauseInstanceOf(Refusal.class).hasMessageContaining("Duplicate");
            assertThatThrownBy(() -> of(client.delete(id))).hasCauseInstanceOf(Refusal.class);
            assertThatThrownBy(() -> of(client.sessions())).hasMessageContaining("does not list");
        }
    }

    @Test
    void whatWasRefusedInTheMiddleIsSentAgainAndNothingTwice() throws Exception {
        try (ScriptEndpoint other = new ScriptEndpoint(vertx, true);
                SessionClient client = new SessionClient(vertx, other.endpoint(), Optional.empty())) {
            of(client.learn());
            UUID id = of(client.create("merge", plan(of(client.cameras()).getFirst().camera()))).session().id();
            other.refuse("stream");
            assertThatThrownBy(() -> of(client.change(id, State.STANDBY))).hasMessageContaining("no stream today");
            of(client.change(id, State.STANDBY));
            assertThat(other.done()).containsExactly("session merge", "record", "stream color", "Standby");
        }
    }

    @Test
    void sessionOfAScriptIsStoppedByItsId() throws Exception {
        try (ScriptEndpoint other = new ScriptEndpoint(vertx, false);
                SessionClient client = new SessionClient(vertx, other.endpoint(), Optional.empty())) {
            of(client.learn());
            UUID there = of(client.publish(of(client.create("theirs", Session.Plan.NONE)).session().id()));
            assertThat(other.sessions()).containsExactly(there);
            try (SessionClient later = new SessionClient(vertx, other.endpoint(), Optional.empty())) {
                of(later.learn());
                assertThat(of(later.change(there, State.STOPPED)).session().state()).isEqualTo(State.STOPPED);
                assertThatThrownBy(() -> of(later.change(UUID.randomUUID(), State.STOPPED)))
                        .hasMessageContaining("no such session");
            }
            assertThat(other.done()).containsExactly("session theirs", "Stopped");
        }
    }
}
