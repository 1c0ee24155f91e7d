package org.labreel.serve;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.labreel.model.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A websocket server on loopback that sends every client the same messages, as a PurpleDrop feed does. */
final class FeedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);

    private final Vertx vertx;
    private final Context context;
    private final HttpServer server;
    private final Map<ServerWebSocket, Outbox> clients = new LinkedHashMap<>();
    private final AtomicInteger clientCount = new AtomicInteger();
    private final AtomicLong droppedFrames = new AtomicLong();
    private final long pings;

    private FeedServer(Vertx vertx, int port, Set<String> origins) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        server = vertx.createHttpServer(ServerLimits.options()).webSocketHandshakeHandler(handshake -> {
            if (ServerLimits.admits(origins, handshake.headers().get("origin"))) {
                handshake.accept();
            } else {
                handshake.reject(403);
            }
        }).webSocketHandler(client -> context.runOnContext(_ -> welcome(client)));
        Waiting.forIt(server.listen(port, ServerLimits.LOOPBACK), "The feed on port " + port);
        pings = vertx.setPeriodic(ServerLimits.PING_MILLIS, _ -> onContext(outboxes -> outboxes.forEach(Outbox::ping)));
    }

    /**
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    static FeedServer start(Vertx vertx, int port, Set<String> origins) {
        return new FeedServer(vertx, port, origins);
    }

    private void welcome(ServerWebSocket client) {
        if (client.isClosed()) {
            return;
        }
        clients.put(client, new Outbox(client));
        clientCount.set(clients.size());
        client.exceptionHandler(cause -> LOG.debug("client {}: {}", client.remoteAddress(), cause.getMessage()));
        client.closeHandler(_ -> context.runOnContext(_ -> farewell(client)));
    }

    private void farewell(ServerWebSocket client) {
        Outbox outbox = clients.remove(client);
        if (outbox != null) {
            droppedFrames.addAndGet(outbox.droppedFrames());
            LOG.debug("client {} gone; it missed {} frames and {} readings", client.remoteAddress(),
                    outbox.droppedFrames(), outbox.droppedReadings());
        }
        clientCount.set(clients.size());
    }

    int port() {
        return server.actualPort();
    }

    int clientCount() {
        return clientCount.get();
    }

    /** Sends a small message, which waits for a client that is behind. From any thread. */
    void reading(Bytes message) {
        Buffer buffer = Buffer.buffer(message.toArray());
        onContext(outboxes -> outboxes.forEach(outbox -> outbox.reading(buffer)));
    }

    /** Sends the messages of a frame, which a client that is behind misses. From any thread. */
    void frame(List<Bytes> messages) {
        List<Buffer> buffers = messages.stream().map(message -> Buffer.buffer(message.toArray())).toList();
        onContext(outboxes -> outboxes.forEach(outbox -> outbox.frame(buffers)));
    }

    private void onContext(Consumer<Iterable<Outbox>> work) {
        context.runOnContext(_ -> work.accept(clients.values()));
    }

    @Override
    public void close() {
        vertx.cancelTimer(pings);
        Waiting.forIt(server.close(), "Closing the feed");
    }
}
