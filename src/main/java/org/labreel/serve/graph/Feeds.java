package org.labreel.serve.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labreel.session.Refusal;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;

/** The fields of Subscription. */
final class Feeds {
    private static final int MAX_LIST = 1000;

    private final SessionEngine engine;
    private final ExportJobs jobs;
    private final Snapshotting snapshots;

    Feeds(SessionEngine engine, ExportJobs jobs, Snapshotting snapshots) {
        this.engine = engine;
        this.jobs = jobs;
        this.snapshots = snapshots;
    }

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Subscription", type -> type
                .dataFetcher("recordingSessions", env -> snapshots.of(() -> Queries.sessions(engine, env)))
                .dataFetcher("recordingSession", env -> snapshots.of(() -> session(Queries.id(env))))
                .dataFetcher("segments", list(view -> view.session().segments().stream()
                        .map(segment -> SessionMap.of(view.session().id(), segment))))
                .dataFetcher("losses", list(view -> view.session().losses().stream()
                        .map(loss -> SessionMap.of(view.session().id(), loss))))
                .dataFetcher("health", list(view -> SessionMap.live(view).stream()))
                .dataFetcher("exportJob", env -> snapshots.of(() -> job(Queries.id(env)))));
    }

    private Map<String, @Nullable Object> session(UUID id) {
        return engine.session(id).map(SessionMap::of).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no session " + id + "."));
    }

    private Map<String, @Nullable Object> job(UUID id) {
        return jobs.job(id).map(ExportJobs.Job::fields).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no export " + id + "."));
    }

    /** Of one session, or of all; the newest of many. */
    private DataFetcher<Object> list(Function<SessionView, Stream<Map<String, @Nullable Object>>> each) {
        return env -> snapshots.of(() -> {
            List<Map<String, @Nullable Object>> all = views(env).flatMap(each).toList();
            return all.subList(Math.max(0, all.size() - MAX_LIST), all.size());
        });
    }

    private Stream<SessionView> views(DataFetchingEnvironment env) {
        Optional<UUID> one = Optional.ofNullable(env.getArgument("recordingId"));
        return one.isPresent() ? engine.session(one.get()).stream() : engine.sessions().join().stream();
    }
}
