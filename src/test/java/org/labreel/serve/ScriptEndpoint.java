package org.labreel.serve;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labreel.serve.graph.ScriptScalars;
import org.labreel.serve.graph.SessionGraph;

/**
 * An endpoint that knows the operations and fields of the public recording scripts and not one more: no list, no way to
 * change a plan, no subscriptions, strict whole numbers. It notes what it was asked to do.
 */
public final class ScriptEndpoint implements AutoCloseable {
    public static final UUID CAMERA = UUID.fromString("7b1c9f3e-52f9-4d4e-8a55-0c6a8a1f7d01");
    private static final String SCHEMA = """
            scalar uuid
            scalar timestamp
            enum RecordingSessionState_enum { Stopped Scheduled Standby Started }
            enum RecordingSessionMode_enum { Storage }
            enum camera_model_enum { REALSENSE REALSENSE_D415 REALSENSE_D435 REALSENSE_D455 V4L2CAMERA }
            enum stream_type_enum { color depth infra }
            enum stream_encoder_enum { HEVC Classic }
            input model_is { _eq: camera_model_enum }
            input serial_is { _eq: String }
            input cameras_bool_exp { model: model_is serial: serial_is }
            type cameras { id: uuid! }
            type RecordingSession { id: uuid! }
            type Record { id: uuid! }
            type Stream { id: uuid! }
            input sizes { totalSize: Int! estimatedSize: Int! }
            input storage_of { data: sizes! }
            input session_in { name: String! startDate: timestamp! endDate: timestamp! mode: RecordingSessionMode_enum!
              state: RecordingSessionState_enum! maxTimeSeconds: Int! maxSizeMegabytes: Int! storage: storage_of! }
            input record_in { cameraId: uuid! recordingId: uuid! }
            input stream_in { recordId: uuid! type: stream_type_enum! alignTo: String! encoder: stream_encoder_enum!
              width: Int! height: Int! nearCut: Int! farCut: Int! bitrate: Int! frameRate: Int! }
            input pk { id: uuid! }
            input state_in { state: RecordingSessionState_enum! }
            type Query { cameras(where: cameras_bool_exp): [cameras!]! }
            type Mutation {
              insertRecordingSession(object: session_in!): RecordingSession
              insertRecord(object: record_in!): Record
              insertStream(object: stream_in!): Stream
              updateRecordingSession(pk_columns: pk!, _set: state_in!): RecordingSession
            }
            """;

    private final GraphQL graph;
    private final HttpServer server;
    private final boolean introspection;
    private final Map<UUID, Map<String, Object>> sessions = new LinkedHashMap<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile Optional<String> refused = Optional.empty();

    /**
     * @param introspection
     *            whether the schema may be asked for
     */
    public ScriptEndpoint(Vertx vertx, boolean introspection) {
        this.introspection = introspection;
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        ScriptScalars.all().forEach(wiring::scalar);
        wiring.type("Query", type -> type.dataFetcher("cameras", this::cameras));
        wiring.type("Mutation", type -> type.dataFetcher("insertRecordingSession", this::session)
                .dataFetcher("insertRecord", env -> made(env, "record"))
                .dataFetcher("insertStream", env -> made(env, "stream"))
                .dataFetcher("updateRecordingSession", this::state));
        this.graph = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA),
                wiring.build())).build();
        this.server = vertx.createHttpServer().requestHandler(request -> request.body().onSuccess(body -> {
            SessionGraph.Request read = GraphRequests.read(body.getBytes());
            ExecutionResult result = graph.execute(ExecutionInput.newExecutionInput(read.query())
                    .variables(read.variables()).graphQLContext(
                            context -> context.of(Introspection.INTROSPECTION_DISABLED, !this.introspection))
                    .build());
            request.response().putHeader("content-type", "application/json")
                    .end(GraphRequests.write(result.toSpecification()));
        }));
        Waiting.forIt(server.listen(0, ServerLimits.LOOPBACK), "The endpoint of the scripts");
    }

    public URI endpoint() {
        return URI.create("http://" + ServerLimits.LOOPBACK + ":" + server.actualPort() + "/v1/graphql");
    }

    /** What was done, in order: "session merge", "record", "stream color", "Standby". */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** As it was inserted, by field. */
    public synchronized Map<String, Object> session(UUID id) {
        return sessions.getOrDefault(id, Map.of());
    }

    public synchronized List<UUID> sessions() {
        return List.copyOf(sessions.keySet());
    }

    /** Lets the next request of this kind fail once. */
    public void refuse(String kind) {
        refused = Optional.of(kind);
    }

    private void mayFail(String kind) {
        if (refused.equals(Optional.of(kind))) {
            refused = Optional.empty();
            throw new IllegalStateException("no " + kind + " today");
        }
    }

    private List<Map<String, Object>> cameras(DataFetchingEnvironment env) {
        Map<?, ?> where = Optional.ofNullable(env.<Map<?, ?>>getArgument("where")).orElse(Map.of());
        boolean other = where.get("model") instanceof Map<?, ?> model && !"REALSENSE_D435".equals(model.get("_eq"));
        return other ? List.of() : List.of(Map.of("id", CAMERA));
    }

    private synchronized Map<String, Object> session(DataFetchingEnvironment env) {
        mayFail("session");
        Map<String, Object> in = Optional.ofNullable(env.<Map<String, Object>>getArgument("object")).orElseThrow();
        UUID id = UUID.randomUUID();
        sessions.put(id, in);
        done.add("session " + in.get("name"));
        return Map.of("id", id);
    }

    private Map<String, Object> made(DataFetchingEnvironment env, String kind) {
        mayFail(kind);
        Map<String, Object> in = Optional.ofNullable(env.<Map<String, Object>>getArgument("object")).orElseThrow();
        done.add(kind + (in.containsKey("type") ? " " + in.get("type") : ""));
        return Map.of("id", UUID.randomUUID());
    }

    private synchronized Object state(DataFetchingEnvironment env) {
        Map<String, Object> key = Optional.ofNullable(env.<Map<String, Object>>getArgument("pk_columns")).orElseThrow();
        Map<String, Object> set = Optional.ofNullable(env.<Map<String, Object>>getArgument("_set")).orElseThrow();
        Object id = key.get("id");
        if (!(id instanceof UUID known) || !sessions.containsKey(known)) {
            throw new IllegalStateException("there is no such session");
        }
        done.add(String.valueOf(set.get("state")));
        return Map.of("id", id);
    }

    @Override
    public void close() {
        Waiting.forIt(server.close(), "Closing the endpoint of the scripts");
    }
}
