package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.labreel.session.DeskListener;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;

/** Follows the sessions of an endpoint over a websocket, and comes back when the connection is lost. */
final class SessionFeed implements AutoCloseable {
    private static final int MAX_MESSAGE = 16 << 20;
    private static final long FIRST_RETRY_MILLIS = 500;
    /** How often one that tells of no changes is asked. */
    private static final long LOOK_MILLIS = 5000;
    private static final long LONGEST_RETRY_MILLIS = 10_000;
    /** The endpoint says that it is there every 15 s. */
    private static final long SILENCE_MILLIS = 40_000;

    private final Vertx vertx;
    private final Context context;
    private final URI endpoint;
    private final Optional<String> secret;
    private final WebSocketClient client;
    private final HeardSessions heard = new HeardSessions();
    private final Supplier<CompletableFuture<EndpointSchema>> schema;
    private final Supplier<CompletableFuture<List<SessionView>>> look;
    private Optional<WebSocket> socket = Optional.empty();
    private String fields = SessionReader.FIELDS;
    private long failures;
    private long timer = -1;
    private boolean started;
    private volatile boolean closed;

    /**
     * @param schema
     *            asks what the endpoint can do; fails with a {@link Refusal}
     * @param look
     *            asks whether it is there and for what it can list, where it tells of no changes by itself
     */
    SessionFeed(Vertx vertx, URI endpoint, Optional<String> secret, Supplier<CompletableFuture<EndpointSchema>> schema,
            Supplier<CompletableFuture<List<SessionView>>> look) {
        this.schema = schema;
        this.look = look;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.endpoint = endpoint;
        this.secret = secret;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(MAX_MESSAGE)
                .setMaxMessageSize(MAX_MESSAGE).setConnectTimeout(5000).setTryUsePerMessageCompression(false)
                .setClosingTimeout(1).setSsl("https".equals(endpoint.getScheme())));
    }

    SessionDesk.Watch watch(DeskListener listener) {
        heard.add(listener);
        context.runOnContext(_ -> {
            if (!started) {
                started = true;
                connect();
            } else {
                heard.again(listener);
            }
        });
        return () -> heard.remove(listener);
    }

    private void connect() {
        if (closed) {
            return;
        }
        if (failures == 0) {
            heard.connection(false, "Connecting to " + endpoint.getAuthority() + ".");
        }
        answered(schema.get(), found -> {
            if (found.can(SessionDesk.Operation.WATCH)) {
                fields = found.sessionFields();
                listenTo();
            } else {
                lookAgain();
            }
        });
    }

    /** Goes on with an answer on the event loop, unless this was closed meanwhile. */
    private <T> void answered(CompletableFuture<T> asked, Consumer<T> next) {
        CompletableFuture<Void> _ = asked.handle((answer, failure) -> {
            context.runOnContext(_ -> {
                if (closed) {
                    return;
                }
                if (failure != null) {
                    lost(refused(failure));
                } else {
                    next.accept(answer);
                }
            });
            return null;
        });
    }

    private static String refused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause.getCause() == null
                ? "refuses (" + cause.getMessage() + ")"
                : "cannot be reached (" + cause.getCause().getMessage() + ")";
    }

    /** It tells of no changes: it is asked again and again whether it is there, and for what it can list. */
    private void lookAgain() {
        answered(look.get(), all -> {
            up(all);
            timer = vertx.setTimer(LOOK_MILLIS, _ -> lookAgain());
        });
    }

    private void listenTo() {
        WebSocketConnectOptions options = new WebSocketConnectOptions().setHost(endpoint.getHost())
                .setPort(GraphCall.port(endpoint)).setURI(endpoint.getRawPath()).addSubProtocol("graphql-ws")
                .setAllowOriginHeader(false).setTimeout(5000);
        secret.ifPresent(text -> options.putHeader(Secret.HEADER, text));
        client.connect(options).onSuccess(this::opened).onFailure(cause -> lost("cannot be reached ("
                + cause.getMessage() + ")"));
    }

    private void opened(WebSocket opened) {
        if (closed) {
            opened.close();
            return;
        }
        socket = Optional.of(opened);
        opened.textMessageHandler(text -> heard(opened, text));
        opened.closeHandler(_ -> {
            if (socket.filter(opened::equals).isPresent()) {
                lost("closed the connection");
            }
        });
        opened.exceptionHandler(_ -> opened.close());
        opened.writeTextMessage("{\"type\":\"connection_init\",\"payload\":{}}");
        listen();
    }

    /** Silence for too long is a connection that nobody told us is dead. */
    private void listen() {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(SILENCE_MILLIS, _ -> {
            socket.ifPresent(WebSocket::close);
            lost("is silent");
        });
    }

    private void heard(WebSocket from, String text) {
        if (socket.filter(from::equals).isEmpty()) {
            return;
        }
        listen();
        try {
            JsonNode message = GraphRequests.tree(text.getBytes(StandardCharsets.UTF_8));
            switch (message.path("type").asText()) {
                case "connection_ack" -> from.writeTextMessage(GraphRequests.write(Map.of("type", "start", "id", "1",
                        "payload", Map.of("query", "subscription { recordingSessions(limit: 1000) "
                                + fields + " }"))));
                case "data" -> data(message.path("payload"));
                case "connection_error", "error" -> heard.connection(false,
                        "Refused by " + endpoint.getAuthority() + ": "
                                + message.path("payload").path("message").asText());
                default -> {
                    // ka: it is there.
                }
            }
        } catch (IllegalArgumentException e) {
            heard.connection(false, endpoint.getAuthority() + " sends what cannot be read: " + e.getMessage());
        }
    }

    private void data(JsonNode payload) {
        JsonNode error = payload.path("errors").path(0);
        if (error.isObject()) {
            heard.connection(false, "Refused by " + endpoint.getAuthority() + ": " + error.path("message").asText());
            return;
        }
        up(SessionReader.list(payload.path("data").path("recordingSessions"), SessionReader::view));
    }

    private void up(List<SessionView> all) {
        failures = 0;
        if (!heard.up()) {
            heard.connection(true, "Connected to " + endpoint.getAuthority() + ".");
        }
        heard.all(all);
    }

    private void lost(String how) {
        socket = Optional.empty();
        vertx.cancelTimer(timer);
        if (closed) {
            return;
        }
        long pause = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(failures, 10));
        failures++;
        heard.connection(false, endpoint.getAuthority() + " " + how + "; trying again in " + (pause + 999) / 1000
                + " s.");
        timer = vertx.setTimer(pause, _ -> connect());
    }

    @Override
    public void close() {
        closed = true;
        heard.clear();
        context.runOnContext(_ -> {
            vertx.cancelTimer(timer);
            socket.ifPresent(WebSocket::close);
            client.close();
        });
    }
}
