package org.labreel.serve;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.labreel.feed.Playback;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a log over a websocket on loopback, byte for byte. Every client gets the whole log from its first record, at
 * its own speed of reading; nothing is left out. After the last record the connection stays open.
 */
public final class LogServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogServer.class);
    private static final int MAX_UNSENT_BYTES = 1 << 20;

    private final LogReader log;
    private final Settings settings;
    private final HttpServer server;
    private final Map<ServerWebSocket, Thread> players = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param port
     *            0 for a free one
     * @param speed
     *            1 for the log's own pace, {@link Playback#UNPACED} for as fast as the client reads
     * @param loop
     *            whether it begins again after the end
     */
    public record Settings(int port, double speed, boolean loop) {
    }

    private LogServer(Vertx vertx, LogReader log, Settings settings) {
        this.log = log;
        this.settings = settings;
        this.server = vertx.createHttpServer(ServerLimits.options().setReadIdleTimeout(0))
                .webSocketHandshakeHandler(handshake -> {
                    if (ServerLimits.admits(Set.of(), handshake.headers().get("origin"))) {
                        handshake.accept();
                    } else {
                        handshake.reject(403);
                    }
                }).webSocketHandler(this::welcome);
        Waiting.forIt(server.listen(settings.port(), ServerLimits.LOOPBACK),
                "The feed on port " + settings.port());
    }

    /**
     * Opens the log and the port. Not to be called on an event loop.
     *
     * @throws IOException
     *             when the log cannot be read
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    public static LogServer start(Vertx vertx, Path file, Settings settings) throws IOException {
        LogReader log = LogReader.open(file);
        boolean done = false;
        try {
            LogServer server = new LogServer(vertx, log, settings);
            done = true;
            return server;
        } finally {
            if (!done) {
                log.close();
            }
        }
    }

    /** ws://127.0.0.1:port */
    public URI feed() {
        return URI.create("ws://" + ServerLimits.LOOPBACK + ":" + server.actualPort());
    }

    private void welcome(ServerWebSocket client) {
        Semaphore room = new Semaphore(0);
        client.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        client.drainHandler(_ -> room.release());
        client.exceptionHandler(cause -> LOG.debug("client {}: {}", client.remoteAddress(), cause.getMessage()));
        Thread player = Thread.ofVirtual().name("log player").unstarted(() -> play(client, room));
        players.put(client, player);
        client.closeHandler(_ -> {
            players.remove(client);
            player.interrupt();
        });
        player.start();
    }

    private void play(ServerWebSocket client, Semaphore room) {
        Playback playback = new Playback(log, settings.speed());
        try {
            do {
                playback.play(body -> send(client, room, body));
            } while (settings.loop());
        } catch (InterruptedException | ClosedByInterruptException _) {
            // The client left or the server closes.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            if (!closed) {
                LOG.error("{} cannot be played on: {}", log.file(), e.getMessage());
                hangUp(client);
            }
        }
    }

    private static void hangUp(ServerWebSocket client) {
        try {
            client.close((short) 1011, "the log cannot be read");
        } catch (RejectedExecutionException _) {
            // The network has gone before it, and the client with that.
        }
    }

    private static void send(ServerWebSocket client, Semaphore room, Bytes body) throws InterruptedException {
        try {
            while (client.writeQueueFull()) {
                room.acquire();
            }
            client.writeBinaryMessage(Buffer.buffer(body.toArray()));
        } catch (IllegalStateException | RejectedExecutionException _) {
            // Vert.x says so of a client that left a moment ago, or once it is closed; the player is being interrupted.
            throw new InterruptedException("the client left");
        }
    }

    @Override
    public void close() {
        closed = true;
        players.values().forEach(Thread::interrupt);
        Waiting.forIt(server.close(), "Closing the feed");
        try {
            log.close();
        } catch (IOException e) {
            LOG.warn("{} did not close: {}", log.file(), e.getMessage());
        }
    }
}
