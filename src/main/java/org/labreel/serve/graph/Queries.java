package org.labreel.serve.graph;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.labreel.session.SessionEngine;

/** The fields of Query. */
final class Queries {
    private static final int MAX_LIST = 1000;

    private final SessionEngine engine;
    private final ExportJobs jobs;

    Queries(SessionEngine engine, ExportJobs jobs) {
        this.engine = engine;
        this.jobs = jobs;
    }

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("cameras", this::cameras)
                .dataFetcher("recordingSessions", this::sessions).dataFetcher("recordingSession", this::session)
                .dataFetcher("damagedSessions", _ -> damaged()).dataFetcher("exportJobs", this::exportJobs)
                .dataFetcher("exportJob", this::exportJob));
        wiring.type("RecordingSession", type -> type.dataFetcher("markers", env -> newest(env, "markers"))
                .dataFetcher("losses", env -> newest(env, "losses"))
                .dataFetcher("spans", env -> newest(env, "spans")));
    }

    private CompletableFuture<List<Map<String, @Nullable Object>>> cameras(DataFetchingEnvironment env) {
        Where where = Where.of(env.getArgument("where"));
        return engine.cameras()
                .thenApply(all -> all.stream().map(SessionMap::of).filter(where::admits).toList());
    }

    private CompletableFuture<List<Map<String, @Nullable Object>>> sessions(DataFetchingEnvironment env) {
        return CompletableFuture.completedFuture(sessions(engine, env));
    }

    static List<Map<String, @Nullable Object>> sessions(SessionEngine engine, DataFetchingEnvironment env) {
        Where where = Where.of(env.getArgument("where"));
        int limit = Math.clamp(env.getArgumentOrDefault("limit", 200), 0, MAX_LIST);
        int offset = Math.max(0, env.getArgumentOrDefault("offset", 0));
        return engine.sessions().join().stream().map(SessionMap::of).filter(where::admits).skip(offset).limit(limit)
                .toList();
    }

    private CompletableFuture<List<Map<String, String>>> damaged() {
        return engine.damaged().thenApply(all -> all.stream()
                .map(each -> Map.of("folder", each.folder(), "words", each.words())).toList());
    }

    private @Nullable Map<String, @Nullable Object> session(DataFetchingEnvironment env) {
        return engine.session(id(env)).map(SessionMap::of).orElse(null);
    }

    private List<Map<String, @Nullable Object>> exportJobs(DataFetchingEnvironment env) {
        Optional<UUID> session = Optional.ofNullable(env.getArgument("recordingId"));
        return jobs.all().stream().filter(job -> session.isEmpty() || session.get().equals(job.session()))
                .map(ExportJobs.Job::fields).toList();
    }

    private @Nullable Map<String, @Nullable Object> exportJob(DataFetchingEnvironment env) {
        return jobs.job(id(env)).map(ExportJobs.Job::fields).orElse(null);
    }

    static UUID id(DataFetchingEnvironment env) {
        return Optional.ofNullable(env.<UUID>getArgument("id")).orElseThrow();
    }

    /** Of a long list the newest; a session of weeks has many. */
    private static List<?> newest(DataFetchingEnvironment env, String field) {
        Map<?, ?> session = Optional.ofNullable(env.<Map<?, ?>>getSource()).orElse(Map.of());
        List<?> all = session.get(field) instanceof List<?> list ? list : List.of();
        int limit = Math.clamp(env.getArgumentOrDefault("limit", MAX_LIST), 0, MAX_LIST);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
