package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.serve.graph.Timestamps;
import org.labreel.session.CameraView;
import org.labreel.session.DeskListener;
import org.labreel.session.Refusal;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;

/** The sessions of another program, over its GraphQL endpoint. */
public final class SessionClient implements SessionDesk {
    private static final String WORKED = "session: ";

    private final GraphCall call;
    private final SessionFeed feed;
    private volatile Set<Operation> operations = EnumSet.allOf(Operation.class);

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param endpoint
     *            http://host:port/v1/graphql
     */
    public SessionClient(Vertx vertx, URI endpoint, Optional<String> secret) {
        this.call = new GraphCall(vertx, endpoint, secret);
        this.feed = new SessionFeed(vertx, endpoint, secret);
    }

    /**
     * Asks the endpoint what it can do; one that does not tell is taken to be able to do all. To be called once it can
     * be reached.
     */
    @Override
    public CompletableFuture<Set<Operation>> learn() {
        return call.ask("{ __schema { queryType { fields { name } } mutationType { fields { name } }"
                + " subscriptionType { fields { name } } } }", Map.of()).thenApply(data -> {
                    operations = known(data.path("__schema"));
                    return operations;
                }).exceptionally(_ -> operations);
    }

    private static Set<Operation> known(JsonNode schema) {
        Set<String> queries = names(schema.path("queryType"));
        Set<String> mutations = names(schema.path("mutationType"));
        Set<Operation> can = EnumSet.noneOf(Operation.class);
        add(can, Operation.LIST, queries.contains("recordingSessions"));
        add(can, Operation.CAMERAS, queries.contains("cameras"));
        add(can, Operation.CREATE, mutations.contains("insertRecordingSession"));
        add(can, Operation.EDIT, mutations.contains("updateRecordingSession") && queries.contains("recordingSession"));
        add(can, Operation.CHANGE_STATE, mutations.contains("updateRecordingSession"));
        add(can, Operation.DELETE, mutations.contains("deleteRecordingSession"));
        add(can, Operation.MARK, mutations.contains("insertMarker"));
        add(can, Operation.WATCH, names(schema.path("subscriptionType")).contains("recordingSessions"));
        return can;
    }

    private static void add(Set<Operation> can, Operation operation, boolean there) {
        if (there) {
            can.add(operation);
        }
    }

    private static Set<String> names(JsonNode type) {
        Set<String> names = new HashSet<>();
        type.path("fields").forEach(field -> names.add(field.path("name").asText()));
        return names;
    }

    @Override
    public Set<Operation> operations() {
        return operations;
    }

    @Override
    public CompletableFuture<List<SessionView>> sessions() {
        return call.ask("{ recordingSessions(limit: 1000) " + SessionReader.FIELDS + " }", Map.of())
                .thenApply(data -> SessionReader.list(data.path("recordingSessions"), SessionReader::view));
    }

    @Override
    public CompletableFuture<List<CameraView>> cameras() {
        return call.ask("{ cameras " + SessionReader.CAMERA_FIELDS + " }", Map.of())
                .thenApply(data -> SessionReader.list(data.path("cameras"), SessionReader::camera));
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
        return one("mutation Create($object: RecordingSession_insert!) { " + WORKED
                + "insertRecordingSession(object: $object) " + SessionReader.FIELDS + " }",
                Map.of("object", PlanWriter.object(name, plan)));
    }

    @Override
    public CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan) {
        return update(id, PlanWriter.object(name, plan));
    }

    @Override
    public CompletableFuture<SessionView> change(UUID id, Session.State to) {
        return update(id, Map.of("state", to.word()));
    }

    private CompletableFuture<SessionView> update(UUID id, Map<String, ?> set) {
        return one("mutation Update($id: uuid!, $set: RecordingSession_set!) { " + WORKED
                + "updateRecordingSession(pk_columns: {id: $id}, _set: $set) " + SessionReader.FIELDS + " }",
                Map.of("id", id.toString(), "set", set));
    }

    /** The session with this id. */
    public CompletableFuture<SessionView> session(UUID id) {
        return one("query One($id: uuid!) { " + WORKED + "recordingSession(id: $id) " + SessionReader.FIELDS + " }",
                Map.of("id", id.toString()));
    }

    @Override
    public CompletableFuture<SessionView> delete(UUID id) {
        return session(id).thenCompose(last -> call
                .ask("mutation Delete($id: uuid!) { deleteRecordingSession(id: $id) { id } }",
                        Map.of("id", id.toString()))
                .thenApply(_ -> last));
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
