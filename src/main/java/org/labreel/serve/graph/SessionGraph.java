package org.labreel.serve.graph;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;
import org.reactivestreams.Publisher;

/** Answers GraphQL requests on sessions. What a request may cost is bounded before any of it is done. */
public final class SessionGraph implements AutoCloseable {
    static final int MAX_DEPTH = 10;
    static final int MAX_COST = 400;
    /** Introspection by the usual query alone is deeper and wider than any work. */
    private static final int MAX_DEPTH_OF_INTROSPECTION = 20;
    private static final String SCHEMA = "sessions.graphqls";

    private final GraphQL graph;
    private final boolean introspection;
    private final Executor work;
    private final ExportJobs jobs;
    private final List<Runnable> pokes = new CopyOnWriteArrayList<>();
    private final SessionDesk.Watch watch;

    /**
     * @param introspection
     *            whether strangers may ask for the schema
     * @param work
     *            where requests are worked on; may block
     * @param exports
     *            where exports run, one thread
     */
    public SessionGraph(SessionEngine engine, boolean introspection, Executor work, Executor exports) {
        this.introspection = introspection;
        this.work = work;
        this.jobs = new ExportJobs(exports, this::poke);
        Snapshotting snapshots = new Snapshotting(work, pokes::add, pokes::remove);
        // Int is ours, which takes whole numbers as text too; the strict way would not have two of that name.
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode(false);
        Scalars.all().forEach(wiring::scalar);
        new Queries(engine, jobs).wire(wiring);
        new Mutations(engine, jobs).wire(wiring);
        new Feeds(engine, jobs, snapshots).wire(wiring);
        GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(text()),
                wiring.build());
        this.graph = GraphQL.newGraphQL(schema).defaultDataFetcherExceptionHandler(new GraphErrors())
                .instrumentation(new ChainedInstrumentation(
                        new MaxQueryDepthInstrumentation(introspection ? MAX_DEPTH_OF_INTROSPECTION : MAX_DEPTH,
                                info -> info.getDepth() > MAX_DEPTH),
                        new MaxQueryComplexityInstrumentation(MAX_COST)))
                .build();
        this.watch = engine.watch(new Pokes());
    }

    private static String text() {
        try (InputStream in = SessionGraph.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the schema is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of the schema. */
    public static String schema() {
        return text();
    }

    /**
     * One request.
     *
     * @param variables
     *            by name, as JSON values
     */
    public record Request(String query, Map<String, Object> variables, @Nullable String operation) {
    }

    /** What came of a request: an answer, or a stream of answers. */
    public sealed interface Answer {
        /** The whole of it, as JSON values. */
        record Whole(Map<String, Object> json) implements Answer {
        }

        /** One after the other, as JSON values. */
        record Stream(Publisher<Map<String, Object>> json) implements Answer {
        }
    }

    /** Works on a request elsewhere; never fails. */
    public CompletableFuture<Answer> execute(Request request) {
        try {
            return CompletableFuture.supplyAsync(() -> input(request), work).thenCompose(graph::executeAsync)
                    .thenApply(SessionGraph::answer).exceptionally(SessionGraph::failed);
        } catch (RejectedExecutionException _) {
            return CompletableFuture.completedFuture(refused("not-now", "Labreel is ending."));
        }
    }

    private ExecutionInput input(Request request) {
        ParserOptions bounds = ParserOptions.newParserOptions().maxCharacters(64 << 10).maxTokens(5000)
                .maxWhitespaceTokens(20_000).maxRuleDepth(100).build();
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput().query(request.query())
                .variables(request.variables()).graphQLContext(context -> {
                    context.of(ParserOptions.class, bounds);
                    context.of(Introspection.INTROSPECTION_DISABLED, !introspection);
                });
        Optional.ofNullable(request.operation()).ifPresent(input::operationName);
        return input.build();
    }

    private static Answer answer(ExecutionResult result) {
        Object data = result.getData();
        if (data instanceof Publisher<?> publisher) {
            return new Answer.Stream(subscriber -> publisher.subscribe(new Mapped(subscriber)));
        }
        return new Answer.Whole(GraphErrors.json(result));
    }

    private static Answer failed(Throwable cause) {
        return refused("unexpected", "This could not be done (" + cause.getClass().getSimpleName() + ").");
    }

    /** An answer that only says why there is none. */
    public static Answer.Whole refused(String code, String message) {
        return new Answer.Whole(GraphErrors.answer(code, message));
    }

    /** How many subscriptions are served. */
    public int subscriptions() {
        return pokes.size();
    }

    /** Has every subscription look whether there is something new. */
    public void poke() {
        new ArrayList<>(pokes).forEach(Runnable::run);
    }

    @Override
    public void close() {
        watch.close();
        jobs.close();
        pokes.clear();
    }

    /** Passes on that something changed. */
    private final class Pokes implements DeskListener {
        @Override
        public void changed(SessionView session) {
            poke();
        }

        @Override
        public void gone(UUID id) {
            poke();
        }

        @Override
        public void connection(Connection connection) {
            // The engine is in this program.
        }
    }
}
