package org.labreel.serve;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.labreel.serve.graph.SessionGraph;
import org.labreel.session.SessionEngine;

/**
 * The GraphQL endpoint of an engine: {@code POST /v1/graphql}, and subscriptions over a websocket at the same place.
 * Loopback needs no secret; elsewhere one is asked for.
 */
public final class SessionServer implements AutoCloseable {
    private static final String PATH = "/v1/graphql";
    private static final Set<String> PATHS = Set.of(PATH, "/graphql", "/");
    private static final int MAX_WAITING = 64;
    private static final long HEALTH_MILLIS = 1000;

    private final Vertx vertx;
    private final ConnectionGate gate;
    private final Settings settings;
    private final Secret secret;
    private final SessionGraph graph;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService exports = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("export").daemon().factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private final HttpServer server;
    private final long health;

    /**
     * @param bind
     *            address to listen on
     * @param port
     *            0 for a free one
     * @param secret
     *            what clients must know; needed off loopback
     * @param introspection
     *            whether the schema may be asked for off loopback
     * @param origins
     *            pages of which a browser may call
     */
    public record Settings(String bind, int port, Optional<String> secret, boolean introspection,
            Set<String> origins) {
        public static final Settings LOOPBACK = new Settings(ServerLimits.LOOPBACK, 0, Optional.empty(), false,
                Set.of());

        public Settings {
            origins = Set.copyOf(origins);
        }

        /**
         * @throws IllegalArgumentException
         *             with a sentence when nobody may be let in like this
         */
        boolean loopback() {
            return Access.loopback(bind);
        }
    }

    private SessionServer(Vertx vertx, SessionEngine engine, Settings settings) {
        boolean loopback = settings.loopback();
        if (!loopback && settings.secret().filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("off this computer sessions are served only with a secret; give one "
                    + "with --secret, or leave --bind out");
        }
        this.vertx = vertx;
        this.gate = new ConnectionGate(vertx);
        this.settings = settings;
        this.secret = new Secret(settings.secret());
        this.graph = new SessionGraph(engine, loopback || settings.introspection(), work, exports);
        HttpServerOptions options = ServerLimits.options().setWebSocketSubProtocols(List.of("graphql-ws"));
        this.server = gate.watch(vertx.createHttpServer(options)).requestHandler(this::route)
                .webSocketHandshakeHandler(this::handshake).webSocketHandler(this::welcome);
        Waiting.forIt(server.listen(settings.port(), settings.bind()), "The sessions on port " + settings.port());
        this.health = vertx.setPeriodic(HEALTH_MILLIS, _ -> work.execute(graph::poke));
    }

    /**
     * Opens the endpoint. Not to be called on an event loop.
     *
     * @throws IllegalArgumentException
     *             when a secret is needed and none is given
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    public static SessionServer start(Vertx vertx, SessionEngine engine, Settings settings) {
        return new SessionServer(vertx, engine, settings);
    }

    /** http://host:port/v1/graphql */
    public URI endpoint() {
        String host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
        return URI.create("http://" + host + ":" + server.actualPort() + PATH);
    }

    /** How many subscriptions are served. */
    int subscriptions() {
        return graph.subscriptions();
    }

    private void route(HttpServerRequest request) {
        if (!gate.asked(request)) {
            return;
        }
        if (!ServerLimits.admits(settings.origins(), request.getHeader("origin"))) {
            request.response().setStatusCode(403).end("This page may not call Labreel.\n");
        } else if (!PATHS.contains(request.path()) || !request.method().equals(HttpMethod.POST)) {
            request.response().setStatusCode(404).end("POST " + PATH + "\n");
        } else {
            readBody(request);
        }
    }

    private void readBody(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.exceptionHandler(_ -> request.connection().close());
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= ServerLimits.MAX_REQUEST_BYTES) {
                body.appendBuffer(chunk);
            } else if (!request.response().ended()) {
                request.response().setStatusCode(413).putHeader("connection", "close");
                answer(request, SessionGraph.refused("limit-exceeded",
                        "a request has at most " + ServerLimits.MAX_REQUEST_BYTES + " bytes"));
            }
        });
        request.endHandler(_ -> {
            if (!request.response().ended()) {
                execute(request, body);
            }
        });
    }

    private void execute(HttpServerRequest request, Buffer body) {
        if (!secret.admits(request)) {
            answer(request, SessionGraph.refused("access-denied", "invalid x-hasura-admin-secret/x-hasura-access-key"));
            return;
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            answer(request, SessionGraph.refused("limit-exceeded", "too many requests at once; try again"));
            return;
        }
        SessionGraph.Request read;
        try {
            read = GraphRequests.read(body.getBytes());
        } catch (IllegalArgumentException e) {
            waiting.decrementAndGet();
            answer(request, SessionGraph.refused("validation-failed", String.valueOf(e.getMessage())));
            return;
        }
        var context = vertx.getOrCreateContext();
        var _ = graph.execute(read).whenComplete((answer, _) -> {
            waiting.decrementAndGet();
            context.runOnContext(_ -> answer(request, answer));
        });
    }

    private static void answer(HttpServerRequest request, SessionGraph.Answer answer) {
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        String json = switch (answer) {
            case SessionGraph.Answer.Whole whole -> GraphRequests.write(whole.json());
            case SessionGraph.Answer.Stream _ -> GraphRequests.write(SessionGraph
                    .refused("not-supported", "subscriptions are spoken over a websocket, protocol graphql-ws").json());
        };
        request.response().putHeader("content-type", "application/json").end(json);
    }

    private void handshake(ServerWebSocketHandshake handshake) {
        gate.upgraded(handshake.remoteAddress());
        boolean admitted = ServerLimits.admits(settings.origins(), handshake.headers().get("origin"))
                && PATHS.contains(String.valueOf(handshake.path()));
        if (admitted) {
            handshake.accept();
        } else {
            handshake.reject(403);
        }
    }

    private void welcome(ServerWebSocket socket) {
        if (!"graphql-ws".equals(socket.subProtocol())) {
            socket.close((short) 4406, "protocol graphql-ws");
            return;
        }
        boolean knows = secret.admits(socket.headers().get(Secret.HEADER))
                || secret.admits(Secret.token(socket.query()));
        new GraphSocket(vertx, socket, graph, secret, knows);
    }

    @Override
    public void close() {
        vertx.cancelTimer(health);
        graph.close();
        Waiting.forIt(server.close(), "Closing the sessions");
        work.shutdown();
        exports.shutdown();
    }
}
