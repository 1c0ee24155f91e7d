package org.labreel.serve.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.session.Refusal;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;

/** The fields of Mutation. */
final class Mutations {
    private static final String COLOUR = "#ffb300";
    private static final int MAX_TEXT = 2000;

    private final SessionEngine engine;
    private final ExportJobs jobs;
    private final PlanInput input;

    Mutations(SessionEngine engine, ExportJobs jobs) {
        this.engine = engine;
        this.jobs = jobs;
        this.input = new PlanInput(engine.rig());
    }

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("insertRecordingSession", this::insertSession)
                .dataFetcher("updateRecordingSession", this::updateSession)
                .dataFetcher("deleteRecordingSession", this::deleteSession)
                .dataFetcher("restoreRecordingSession", this::restoreSession)
                .dataFetcher("insertRecord", this::insertRecord).dataFetcher("deleteRecord", this::deleteRecord)
                .dataFetcher("insertStream", this::insertStream).dataFetcher("deleteStream", this::deleteStream)
                .dataFetcher("insertMarker", this::insertMarker)
                .dataFetcher("insertExportJob", (DataFetcher<Object>) this::insertJob)
                .dataFetcher("cancelExportJob", (DataFetcher<Object>) this::cancelJob));
    }

    private static Map<String, Object> argument(DataFetchingEnvironment env, String name) {
        return Optional.ofNullable(env.<Map<String, Object>>getArgument(name)).orElse(Map.of());
    }

    private static UUID uuid(Map<String, Object> in, String field) {
        return in.get(field) instanceof UUID id ? id : UUID.randomUUID();
    }

    private CompletableFuture<Map<String, @Nullable Object>> insertSession(DataFetchingEnvironment env) {
        Map<String, Object> in = argument(env, "object");
        Session.Plan plan = input.plan(Session.Plan.NONE, in);
        return engine.create(PlanInput.text(in, "name", ""), plan)
                .thenCompose(made -> inState(made, in)).thenApply(SessionMap::of);
    }

    private CompletableFuture<Map<String, @Nullable Object>> updateSession(DataFetchingEnvironment env) {
        UUID id = uuid(argument(env, "pk_columns"), "id");
        Map<String, Object> set = argument(env, "_set");
        SessionView before = view(id);
        boolean stateOnly = set.keySet().equals(Set.of("state"));
        CompletableFuture<SessionView> edited = stateOnly
                ? CompletableFuture.completedFuture(before)
                : engine.edit(id, PlanInput.text(set, "name", before.session().name()),
                        input.plan(before.session().plan(), set));
        return edited.thenCompose(view -> inState(view, set)).thenApply(SessionMap::of);
    }

    private CompletableFuture<SessionView> inState(SessionView view, Map<String, Object> in) {
        return in.get("state") instanceof String
                ? engine.change(view.session().id(),
                        PlanInput.word(in, "state", Session.State.values(), Session.State::word))
                : CompletableFuture.completedFuture(view);
    }

    private SessionView view(UUID id) {
        return engine.session(id)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no session " + id + "."));
    }

    private CompletableFuture<Map<String, Object>> deleteSession(DataFetchingEnvironment env) {
        UUID id = Queries.id(env);
        return engine.delete(id).thenApply(_ -> Map.of("id", id));
    }

    private CompletableFuture<Map<String, @Nullable Object>> restoreSession(DataFetchingEnvironment env) {
        return engine.restore(Queries.id(env)).thenApply(SessionMap::of);
    }

    private CompletableFuture<SessionView> withCameras(SessionView view,
            UnaryOperator<List<Session.Camera>> change) {
        return engine.revise(view.session().id(), plan -> plan.withCameras(change.apply(plan.cameras())));
    }

    private CompletableFuture<Map<String, @Nullable Object>> insertRecord(DataFetchingEnvironment env) {
        Map<String, Object> in = argument(env, "object");
        Session.Camera camera = input.camera(uuid(in, "cameraId"));
        SessionView view = view(uuid(in, "recordingId"));
        return withCameras(view, before -> {
            List<Session.Camera> cameras = new ArrayList<>(before);
            cameras.add(camera);
            return cameras;
        }).thenApply(_ -> SessionMap.record(camera));
    }

    /** The session that uses a camera under this id. */
    private SessionView ofRecord(UUID record) {
        return engine.sessions().join().stream().filter(
                view -> view.session().cameras().stream().anyMatch(camera -> camera.record().equals(record)))
                .findFirst().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no record " + record
                        + "."));
    }

    private CompletableFuture<Map<String, Object>> deleteRecord(DataFetchingEnvironment env) {
        UUID id = Queries.id(env);
        SessionView view = ofRecord(id);
        return withCameras(view, before -> before.stream().filter(camera -> !camera.record().equals(id)).toList())
                .thenApply(_ -> Map.of("id", id));
    }

    private CompletableFuture<Map<String, @Nullable Object>> insertStream(DataFetchingEnvironment env) {
        Map<String, Object> in = argument(env, "object");
        UUID record = uuid(in, "recordId");
        StreamWish wish = PlanInput.stream(in);
        SessionView view = ofRecord(record);
        return withCameras(view, before -> before.stream().map(camera -> {
            List<StreamWish> streams = new ArrayList<>(camera.streams());
            if (camera.record().equals(record)) {
                streams.add(wish);
            }
            return camera.withStreams(streams);
        }).toList()).thenApply(_ -> SessionMap.of(wish));
    }

    private CompletableFuture<Map<String, Object>> deleteStream(DataFetchingEnvironment env) {
        UUID id = Queries.id(env);
        SessionView view = engine.sessions().join().stream()
                .filter(each -> each.session().cameras().stream().flatMap(camera -> camera.streams().stream())
                        .anyMatch(wish -> wish.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no stream " + id + "."));
        return withCameras(view,
                before -> before.stream().map(camera -> camera
                        .withStreams(camera.streams().stream().filter(wish -> !wish.id().equals(id)).toList()))
                        .toList())
                .thenApply(_ -> Map.of("id", id));
    }

    private CompletableFuture<Map<String, @Nullable Object>> insertMarker(DataFetchingEnvironment env) {
        Map<String, Object> in = argument(env, "object");
        String text = PlanInput.text(in, "text", "");
        String colour = PlanInput.text(in, "colour", COLOUR);
        if (text.length() > MAX_TEXT || !colour.matches("#[0-9a-fA-F]{6}")) {
            throw new Refusal(Refusal.Kind.INVALID,
                    "A marker's text has at most " + MAX_TEXT + " letters, its colour is written #rrggbb.");
        }
        Instant at = in.get("at") instanceof Instant given ? given : Instant.now();
        Marker marker = new Marker(uuid(in, "id"), at, text, colour);
        return engine.mark(uuid(in, "recordingId"), marker).thenApply(_ -> SessionMap.of(marker));
    }

    private Object insertJob(DataFetchingEnvironment env) {
        Map<String, Object> in = argument(env, "object");
        UUID session = uuid(in, "recordingId");
        return jobs.begin(session,
                engine.folder(session).orElseThrow(
                        () -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no session " + session + ".")),
                PlanInput.text(in, "segment", ""), PlanInput.text(in, "preset", "full")).fields();
    }

    private Object cancelJob(DataFetchingEnvironment env) {
        ExportJobs.Job job = jobs.job(Queries.id(env)).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no such export."));
        jobs.cancel(job);
        return job.fields();
    }
}
