package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.serve.graph.Timestamps;
import org.labreel.session.CameraView;
import org.labreel.session.DamagedSession;
import org.labreel.session.DeskListener;
import org.labreel.session.Refusal;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;

/** The sessions of another program, over its GraphQL endpoint. */
public final class SessionClient implements SessionDesk {
    private static final String WORKED = "session: ";

    private static final int LEARN_SECONDS = 10;
    private static final long CAMERAS_KEPT_NANOS = 5_000_000_000L;
    private static final String REMARK = "It takes a plan once: what you write here is sent with the first change of "
            + "state, without the notes. What it makes of a session it does not tell; shown is what was asked for.";

    private final GraphCall call;
    private final SessionFeed feed;
    private final ScriptedSessions scripted;
    private volatile EndpointSchema schema = EndpointSchema.LABREEL;
    private volatile Optional<Kept> kept = Optional.empty();

    private record Kept(long nanos, CompletableFuture<List<CameraView>> cameras) {
    }

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param endpoint
     *            http://host:port/v1/graphql
     */
    public SessionClient(Vertx vertx, URI endpoint, Optional<String> secret) {
        this.call = new GraphCall(vertx, endpoint, secret);
        this.feed = new SessionFeed(vertx, endpoint, secret, this::schema, this::look);
        this.scripted = new ScriptedSessions(call);
    }

    /** Asks the endpoint what it can do. To be called once it can be reached. */
    @Override
    public CompletableFuture<Set<Operation>> learn() {
        return schema().thenApply(EndpointSchema::operations);
    }

    /** One that does not tell is tried; fails with a {@link Refusal} when it cannot be reached or lets nobody in. */
    private CompletableFuture<EndpointSchema> schema() {
        return call.ask(EndpointSchema.QUESTION, Map.of(), LEARN_SECONDS)
                .thenApply(data -> EndpointSchema.of(data.path("__schema")))
                .exceptionallyCompose(_ -> call.ask("{ __typename }", Map.of(), LEARN_SECONDS).thenCompose(
                        _ -> tried()))
                .thenApply(found -> {
                    schema = found;
                    return found;
                });
    }

    private CompletableFuture<EndpointSchema> tried() {
        return call.ask("{ recordingSessions(limit: 0) " + SessionReader.FIELDS + " }", Map.of(), LEARN_SECONDS)
                .thenApply(_ -> EndpointSchema.LABREEL).exceptionallyCompose(_ -> triedCameras());
    }

    private CompletableFuture<EndpointSchema> triedCameras() {
        EndpointSchema scripts = EndpointSchema.SCRIPTS;
        String more = "{ id model serial }";
        return call.ask("{ cameras " + more + " }", Map.of(), LEARN_SECONDS)
                .thenApply(_ -> new EndpointSchema(scripts.operations(), false, "", more)).exceptionally(_ -> scripts);
    }

    @Override
    public Set<Operation> operations() {
        return schema.operations();
    }

    @Override
    public Set<Operation> operations(UUID id) {
        EndpointSchema now = schema;
        if (now.whole()) {
            return now.operations();
        }
        Set<Operation> can = EnumSet.copyOf(now.operations());
        boolean unsent = scripted.unsent(id);
        if (unsent) {
            can.add(Operation.DELETE);
        } else {
            can.remove(Operation.EDIT);
        }
        return can;
    }

    @Override
    public Optional<String> remark() {
        return schema.whole() ? Optional.empty() : Optional.of(REMARK);
    }

    @Override
    public CompletableFuture<List<SessionView>> sessions() {
        EndpointSchema now = schema;
        if (!now.can(Operation.LIST)) {
            return CompletableFuture.failedFuture(new Refusal(Refusal.Kind.UNKNOWN_OPERATION,
                    "This endpoint does not list its sessions."));
        }
        return call.ask("{ recordingSessions" + (now.whole() ? "(limit: 1000) " : " ") + now.sessionFields() + " }",
                Map.of()).thenApply(data -> {
                    List<SessionView> all = new ArrayList<>(scripted.views());
                    SessionReader.list(data.path("recordingSessions"), SessionReader::view).stream()
                            .filter(view -> !scripted.ours(view.session().id())).forEach(all::add);
                    return all;
                });
    }

    /** An endpoint that tells nothing of them has none that could be shown. */
    @Override
    public CompletableFuture<List<DamagedSession>> damaged() {
        return !schema.whole()
                ? CompletableFuture.completedFuture(List.of())
                : call.ask("{ damagedSessions { folder words } }", Map.of())
                        .thenApply(data -> SessionReader.list(data.path("damagedSessions"),
                                each -> new DamagedSession(each.path("folder").asText(), each.path("words").asText())))
                        .exceptionally(_ -> List.of());
    }

    private CompletableFuture<List<SessionView>> look() {
        return schema.can(Operation.LIST)
                ? sessions()
                : call.ask("{ __typename }", Map.of(), LEARN_SECONDS).thenApply(_ -> List.of());
    }

    @Override
    public CompletableFuture<List<CameraView>> cameras() {
        EndpointSchema now = schema;
        Optional<Kept> last = kept.filter(each -> !each.cameras().isCompletedExceptionally()
                && System.nanoTime() - each.nanos() < CAMERAS_KEPT_NANOS);
        if (now.whole() || last.isEmpty()) {
            kept = Optional.of(new Kept(System.nanoTime(), new EndpointCameras(call).all(now.cameraFields())));
        }
        return kept.orElseThrow().cameras();
    }

    private static CompletableFuture<SessionView> here(Supplier<SessionView> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<SessionView> one(String query, Map<String, ?> variables) {
        return call.ask(query, variables).thenApply(data -> {
            JsonNode session = data.path("session");
            if (!session.isObject()) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "The endpoint knows no such session.");
            }
            return SessionReader.view(session);
        });
    }

    @Override
    public CompletableFuture<SessionView> create(String name, Session.Plan plan) {
        if (!schema.whole()) {
            return here(() -> scripted.create(name, plan));
        }
        return one("mutation Create($object: RecordingSession_insert!) { " + WORKED
                + "insertRecordingSession(object: $object) " + schema.sessionFields() + " }",
                Map.of("object", PlanWriter.object(name, plan)));
    }

    @Override
    public CompletableFuture<UUID> publish(UUID id) {
        return scripted.publish(id);
    }

    @Override
    public CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan) {
        return !schema.whole() ? here(() -> scripted.edit(id, name, plan)) : update(id, PlanWriter.object(name, plan));
    }

    @Override
    public CompletableFuture<SessionView> change(UUID id, Session.State to) {
        return !schema.whole() ? scripted.change(id, to) : update(id, Map.of("state", to.word()));
    }

    private CompletableFuture<SessionView> update(UUID id, Map<String, ?> set) {
        return one("mutation Update($id: uuid!, $set: RecordingSession_set!) { " + WORKED
                + "updateRecordingSession(pk_columns: {id: $id}, _set: $set) " + schema.sessionFields() + " }",
                Map.of("id", id.toString(), "set", set));
    }

    /** The session with this id. */
    public CompletableFuture<SessionView> session(UUID id) {
        return one("query One($id: uuid!) { " + WORKED + "recordingSession(id: $id) " + schema.sessionFields() + " }",
                Map.of("id", id.toString()));
    }

    @Override
    public CompletableFuture<SessionView> delete(UUID id) {
        if (scripted.ours(id)) {
            return here(() -> scripted.forget(id));
        }
        return session(id).thenCompose(last -> call
                .ask("mutation Delete($id: uuid!) { deleteRecordingSession(id: $id) { id } }",
                        Map.of("id", id.toString()))
                .thenApply(_ -> last));
    }

    @Override
    public CompletableFuture<SessionView> restore(UUID id) {
        return one("mutation Restore($id: uuid!) { " + WORKED + "restoreRecordingSession(id: $id) "
                + schema.sessionFields() + " }", Map.of("id", id.toString()));
    }

    @Override
    public CompletableFuture<SessionView> mark(UUID id, Marker marker) {
        Map<String, Object> object = Map.of("recordingId", id.toString(), "id", marker.id().toString(), "at",
                Timestamps.format(marker.at()), "text", marker.text(), "colour", marker.colour());
        return call.ask("mutation Mark($object: Marker_insert!) { insertMarker(object: $object) { id } }",
                Map.of("object", object)).thenCompose(_ -> session(id));
    }

    @Override
    public Watch watch(DeskListener listener) {
        return feed.watch(listener);
    }

    @Override
    public void close() {
        feed.close();
        call.close();
    }
}
