package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labreel.serve.graph.SessionGraph;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One conversation in the websocket protocol {@code graphql-ws} as Apollo's first client spoke it: connection_init,
 * connection_ack, ka, start, data, error, complete, stop, connection_terminate. Confined to its event loop.
 */
final class GraphSocket {
    private static final int MAX_SUBSCRIPTIONS = 50;
    private static final long ALIVE_MILLIS = 15_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Vertx vertx;
    private final Context context;
    private final ServerWebSocket socket;
    private final SessionGraph graph;
    private final Secret secret;
    private final Map<String, Reader> readers = new HashMap<>();
    private boolean welcome;
    private long alive = -1;
    private final long patience;

    /**
     * @param welcome
     *            whether the handshake carried the secret
     */
    GraphSocket(Vertx vertx, ServerWebSocket socket, SessionGraph graph, Secret secret, boolean welcome) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.socket = socket;
        this.graph = graph;
        this.secret = secret;
        this.welcome = welcome;
        this.patience = vertx.setTimer(PATIENCE_MILLIS, _ -> {
            if (alive < 0) {
                socket.close((short) 4408, "no connection_init");
            }
        });
        socket.textMessageHandler(this::heard);
        UnreadAnswers answers = UnreadAnswers.watch(socket);
        socket.drainHandler(_ -> {
            answers.read();
            readers.values().forEach(Reader::goOn);
        });
        socket.closeHandler(_ -> end());
        socket.exceptionHandler(_ -> socket.close());
    }

    private void heard(String text) {
        try {
            JsonNode message = GraphRequests.tree(text.getBytes(StandardCharsets.UTF_8));
            switch (message.path("type").asText()) {
                case "connection_init" -> init(message.path("payload"));
                case "start" -> start(message.path("id").asText(), message.path("payload"));
                case "stop" -> stop(message.path("id").asText());
                case "connection_terminate" -> socket.close();
                default -> send("error", null, Map.of("message", "unknown type of message"));
            }
        } catch (IllegalArgumentException e) {
            send("connection_error", null, Map.of("message", String.valueOf(e.getMessage())));
        }
    }

    /** Clients that can set no header give it here, in {@code headers} or by itself. */
    private void init(JsonNode payload) {
        JsonNode given = payload.path("headers").path(Secret.HEADER);
        JsonNode plain = payload.path(Secret.HEADER);
        welcome = welcome || secret.admits(given.isTextual() ? given.textValue() : null)
                || secret.admits(plain.isTextual() ? plain.textValue() : null);
        if (!welcome) {
            send("connection_error", null, Map.of("message", "the secret is wrong or missing"));
            socket.close((short) 4401, "unauthorized");
            return;
        }
        send("connection_ack", null, null);
        if (alive < 0) {
            send("ka", null, null);
            alive = vertx.setPeriodic(ALIVE_MILLIS, _ -> {
                send("ka", null, null);
                // The answer shows that the client is there, though it has nothing to say.
                if (!socket.isClosed()) {
                    socket.writePing(Buffer.buffer("labreel"));
                }
            });
        }
    }

    private void start(String id, JsonNode payload) {
        if (!welcome || alive < 0) {
            send("error", id, Map.of("message", "connection_init comes first"));
        } else if (readers.size() >= MAX_SUBSCRIPTIONS) {
            send("error", id, Map.of("message", "there are " + MAX_SUBSCRIPTIONS + " subscriptions already"));
        } else {
            SessionGraph.Request request = GraphRequests.read(payload);
            stop(id);
            Reader reader = new Reader(id);
            readers.put(id, reader);
            var _ = graph.execute(request).thenAccept(answer -> context.runOnContext(_ -> {
                switch (answer) {
                    case SessionGraph.Answer.Whole(Map<String, Object> json) -> {
                        send("data", id, json);
                        send("complete", id, null);
                        readers.remove(id, reader);
                    }
                    case SessionGraph.Answer.Stream stream -> stream.json().subscribe(reader);
                }
            }));
        }
    }

    private void stop(String id) {
        Reader reader = readers.remove(id);
        if (reader != null) {
            reader.stop();
        }
    }

    private void end() {
        vertx.cancelTimer(patience);
        vertx.cancelTimer(alive);
        readers.values().forEach(Reader::stop);
        readers.clear();
    }

    private void send(String type, @Nullable String id, @Nullable Object payload) {
        if (socket.isClosed()) {
            return;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        socket.writeTextMessage(GraphRequests.write(message));
    }

    /** Asks for the next when the one before is out, so that a slow client holds up only itself. */
    private final class Reader implements Subscriber<Map<String, Object>> {
        private final String id;
        private @Nullable Subscription subscription;
        private boolean stopped;
        /** Whether the client has to read first. */
        private boolean held;

        private Reader(String id) {
            this.id = id;
        }

        @Override
        public synchronized void onSubscribe(Subscription given) {
            subscription = given;
            if (stopped) {
                given.cancel();
            } else {
                given.request(1);
            }
        }

        @Override
        public void onNext(Map<String, Object> json) {
            context.runOnContext(_ -> {
                send("data", id, json);
                if (socket.isClosed() || !socket.writeQueueFull()) {
                    more();
                } else {
                    held = true;
                }
            });
        }

        /** Only one that was held may ask: the others have asked already. */
        private void goOn() {
            if (held) {
                held = false;
                more();
            }
        }

        private synchronized void more() {
            if (subscription != null && !stopped) {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable cause) {
            context.runOnContext(_ -> {
                readers.remove(id, this);
                send("error", id, Map.of("message", String.valueOf(cause.getMessage())));
            });
        }

        @Override
        public void onComplete() {
            context.runOnContext(_ -> {
                // One that has come to its end leaves its place to another.
                readers.remove(id, this);
                send("complete", id, null);
            });
        }

        private synchronized void stop() {
            stopped = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
