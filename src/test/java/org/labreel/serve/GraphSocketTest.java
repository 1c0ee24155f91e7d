package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.feed.FeedClock;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;

/** What a client says on the websocket of the sessions, right and wrong. */
class GraphSocketTest {
    @TempDir
    private Path root;
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.shutdown();
    }

    @Test
    void requestsThatAreNoneTakeNoPlaceOfSubscriptions() throws Exception {
        SessionEngine engine = new SessionEngine(root, new Rig(List.of()), EngineSettings.DEFAULT, FeedClock.SYSTEM,
                work);
        try (engine;
                SessionServer server = SessionServer.start(vertx, engine, SessionServer.Settings.LOOPBACK);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create(server.endpoint().toString().replace("http:", "ws:"));
            WebSocket socket = http.newWebSocketBuilder().subprotocols("graphql-ws").buildAsync(address, new Ear())
                    .get(20, TimeUnit.SECONDS);
            say(socket, "{\"type\":\"connection_init\"}");
            until("connection_ack");
            for (int i = 0; i < 60; i++) {
                say(socket, "{\"type\":\"start\",\"id\":\"" + i + "\",\"payload\":{\"query\":" + i + "}}");
                until("connection_error");
            }
            say(socket, "{\"type\":\"start\",\"id\":\"s\",\"payload\":{\"query\":"
                    + "\"subscription { recordingSessions { id } }\"}}");
            assertThat(until("\"s\"")).contains("\"data\"").doesNotContain("error");
            socket.abort();
        }
    }

    private static void say(WebSocket socket, String text) throws Exception {
        socket.sendText(text, true).get(20, TimeUnit.SECONDS);
    }

    private String until(String wanted) throws InterruptedException {
        while (true) {
            String next = heard.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("an answer with %s", wanted).isNotNull();
            if (next.contains(wanted)) {
                return next;
            }
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
