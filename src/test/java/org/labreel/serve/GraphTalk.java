package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client's side of the websocket of the sessions, which can stop to read. */
final class GraphTalk implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile boolean reading = true;

    /**
     * @param query
     *            behind the address, "?token=x"; may be empty
     * @param headers
     *            names and values in turn
     */
    GraphTalk(URI endpoint, String query, String... headers) throws Exception {
        this(endpoint, query, "graphql-ws", headers);
    }

    GraphTalk(URI endpoint, String query, String protocol, String[] headers) throws Exception {
        URI address = URI.create("ws://127.0.0.1:" + endpoint.getPort() + endpoint.getPath() + query);
        WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols(protocol);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(address, new Ear()).get(20, TimeUnit.SECONDS);
    }

    void say(Map<String, ?> message) throws Exception {
        socket.sendText(Script.JSON.writeValueAsString(message), true).get(20, TimeUnit.SECONDS);
    }

    /** Introduces itself and waits to be welcomed. */
    GraphTalk begin() throws Exception {
        say(Map.of("type", "connection_init", "payload", Map.of()));
        until(message -> message.path("type").asText().equals("connection_ack"));
        return this;
    }

    void subscribe(String id, String query) throws Exception {
        say(Map.of("type", "start", "id", id, "payload", Map.of("query", "subscription { " + query + " }")));
    }

    /** The data of the next answer of a subscription that is as wanted. */
    JsonNode until(String id, Predicate<JsonNode> wanted) throws Exception {
        return until(message -> id.equals(message.path("id").asText())
                && wanted.test(message.path("payload").path("data"))).path("payload").path("data");
    }

    JsonNode until(Predicate<JsonNode> wanted) throws Exception {
        while (true) {
            JsonNode next = heard.poll(40, TimeUnit.SECONDS);
            assertThat(next).as("what was waited for").isNotNull();
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    /** Reads no more, until {@link #goOn}. */
    void stall() {
        reading = false;
    }

    void goOn() {
        reading = true;
        socket.request(1);
    }

    /** Messages that came and were not looked at. */
    int waiting() {
        return heard.size();
    }

    /** The code with which the other side ended it. */
    int closedWith() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    /** Goes without a word. */
    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    heard.add(Script.JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            if (reading) {
                from.request(1);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
