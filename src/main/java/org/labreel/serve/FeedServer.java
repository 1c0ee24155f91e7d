package org.labreel.serve;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A websocket server that sends every client the same messages, as a PurpleDrop feed does. Unlike there, each client
 * has a queue of its own, bounded in bytes: one that reads slowly misses whole messages, which are counted, and no
 * other notices. All of it runs on one event loop.
 */
final class FeedServer implements AutoCloseable {
    /** What a message takes beside its bytes. */
    private static final int AROUND = 128;
    private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);
    private static final int MAX_CLIENTS = 64;
    /** On the way from the source to the event loop; it only fills when that loop is held up. */
    private static final long MAX_UNDERWAY_BYTES = 64 << 20;
    /** In the order in which they open a segment too. */
    private static final List<EventKind> STATE = List.of(EventKind.ELECTRODE_STATE, EventKind.IMAGE_TRANSFORM,
            EventKind.DEVICE_INFO, EventKind.TEMPERATURE_CONTROL, EventKind.HV_REGULATOR, EventKind.SCAN_CAPACITANCE);

    private final Vertx vertx;
    private final Settings settings;
    private final Context context;
    private final HttpServer server;
    private final Map<ServerWebSocket, Outbox> clients = new ConcurrentHashMap<>();
    private final Map<EventKind, Buffer> newest = new EnumMap<>(EventKind.class);
    private final AtomicLong underwayBytes = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final long pings;

    /**
     * @param port
     *            0 for a free one
     * @param queueBytes
     *            that wait for one client at most
     * @param stateFirst
     *            whether a new client first gets the newest message of each kind that tells a state; one that calls
     *            {@code ?state=no} does not
     */
    record Settings(Access access, int port, long queueBytes, boolean stateFirst) {
    }

    private FeedServer(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.context = vertx.getOrCreateContext();
        ConnectionGate gate = new ConnectionGate(vertx);
        this.server = gate.watch(vertx.createHttpServer(ServerLimits.options()))
                .webSocketHandshakeHandler(handshake -> {
                    gate.upgraded(handshake.remoteAddress());
                    if (!settings.access().admits(handshake.headers(), handshake.query())) {
                        handshake.reject(403);
                    } else if (clients.size() >= MAX_CLIENTS) {
                        handshake.reject(503);
                    } else {
                        handshake.accept();
                    }
                }).webSocketHandler(this::welcome);
        Promise<HttpServer> listening = Promise.promise();
        // Connections live on the event loop on which the server was opened.
        context.runOnContext(_ -> server.listen(settings.port(), settings.access().bind()).onComplete(listening));
        Waiting.forIt(listening.future(), "The feed on port " + settings.port());
        pings = vertx.setPeriodic(ServerLimits.PING_MILLIS,
                _ -> context.runOnContext(_ -> clients.values().forEach(each -> each.ping(Instant.now()))));
    }

    /**
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    static FeedServer start(Vertx vertx, Settings settings) {
        return new FeedServer(vertx, settings);
    }

    private void welcome(ServerWebSocket client) {
        client.exceptionHandler(cause -> LOG.debug("client {}: {}", client.remoteAddress(), cause.getMessage()));
        context.runOnContext(_ -> {
            if (client.isClosed()) {
                return;
            }
            Outbox outbox = new Outbox(client, settings.queueBytes(), Instant.now());
            clients.put(client, outbox);
            client.closeHandler(_ -> farewell(client));
            if (settings.stateFirst() && !String.valueOf(client.query()).matches("(.*&)?state=no(&.*)?")) {
                STATE.stream().map(newest::get).filter(Objects::nonNull)
                        .forEach(message -> outbox.send(message, false));
            }
        });
    }

    private void farewell(ServerWebSocket client) {
        Outbox outbox = clients.remove(client);
        if (outbox != null) {
            FeedClient last = outbox.report();
            missed.addAndGet(last.missed());
            LOG.info("feed client {} left; {} messages were passed on, {} frames and {} readings were not", last.name(),
                    last.messages(), last.missedFrames(), last.missedReadings());
        }
    }

    int port() {
        return server.actualPort();
    }

    int clientCount() {
        return clients.size();
    }

    /** The clients that are connected. From any thread. */
    List<FeedClient> clients() {
        return clients.values().stream().map(Outbox::report).toList();
    }

    /** Messages that were not passed on to some client, those to clients that left included. From any thread. */
    long missed() {
        return missed.get() + clients.values().stream().mapToLong(each -> each.report().missed()).sum();
    }

    /** What goes to all clients. */
    record Message(Bytes body, EventKind kind) {
    }

    /** Sends a message to all clients. From any thread, and returns at once. */
    void send(Bytes message, EventKind kind) {
        send(List.of(new Message(message, kind)));
    }

    /** Sends messages that no other may come between to all clients. From any thread, and returns at once. */
    void send(List<Message> together) {
        if (underwayBytes.get() > MAX_UNDERWAY_BYTES) {
            missed.addAndGet((long) together.size() * clients.size());
            return;
        }
        long bytes = together.stream().mapToLong(message -> (long) message.body().length() + AROUND).sum();
        underwayBytes.addAndGet(bytes);
        context.runOnContext(_ -> {
            underwayBytes.addAndGet(-bytes);
            together.forEach(this::passOn);
        });
    }

    private void passOn(Message message) {
        Buffer buffer = Buffer.buffer(message.body().toArray());
        note(message.kind(), buffer);
        clients.values().forEach(outbox -> outbox.send(buffer, message.kind() == EventKind.IMAGE));
    }

    /** Takes note of a state that was told before. From any thread. */
    void know(Bytes message, EventKind kind) {
        Buffer buffer = Buffer.buffer(message.toArray());
        context.runOnContext(_ -> note(kind, buffer));
    }

    private void note(EventKind kind, Buffer message) {
        if (settings.stateFirst() && STATE.contains(kind)) {
            newest.put(kind, message);
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(pings);
        context.runOnContext(_ -> clients.values().forEach(Outbox::leave));
        Waiting.forIt(server.close(), "Closing the feed");
    }
}
