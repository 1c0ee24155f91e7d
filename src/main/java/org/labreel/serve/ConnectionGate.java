package org.labreel.serve;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.labreel.feed.HangUp;

/**
 * Keeps strangers from taking all connections that this process may have, with which files are opened too: there are so
 * many and no more, and one that has not asked anything whole within seconds is closed, however busily it drips bytes.
 * One that asks on without reading the answers is closed as well, since they would gather here.
 */
final class ConnectionGate {
    private static final int MOST = 256;
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Vertx vertx;
    private final int most;
    private final long patienceMillis;
    private final AtomicInteger open = new AtomicInteger();
    /** Timers of those that have not asked, or not to the end. */
    private final Map<SocketAddress, Long> awaited = new ConcurrentHashMap<>();

    ConnectionGate(Vertx vertx) {
        this(vertx, MOST, PATIENCE_MILLIS);
    }

    ConnectionGate(Vertx vertx, int most, long patienceMillis) {
        this.vertx = vertx;
        this.most = most;
        this.patienceMillis = patienceMillis;
    }

    /** To be called before it listens. */
    HttpServer watch(HttpServer server) {
        return server.connectionHandler(this::came);
    }

    private void came(HttpConnection connection) {
        SocketAddress from = connection.remoteAddress();
        boolean full = open.incrementAndGet() > most;
        connection.closeHandler(_ -> {
            open.decrementAndGet();
            upgraded(from);
        });
        if (full) {
            connection.close();
        } else {
            await(from, connection, patienceMillis);
        }
    }

    private void await(SocketAddress from, HttpConnection connection, long millis) {
        long timer = vertx.setTimer(millis, due -> {
            if (awaited.remove(from, due)) {
                connection.close();
            }
        });
        Optional.ofNullable(awaited.put(from, timer)).ifPresent(vertx::cancelTimer);
    }

    /**
     * The head of a request has come: the rest of it, and the head of the next one, are waited for only so long.
     *
     * @return whether it is to be answered
     */
    boolean asked(HttpServerRequest request) {
        SocketAddress from = request.remoteAddress();
        HttpConnection connection = request.connection();
        if (request.response().writeQueueFull()) {
            HangUp.on(connection);
            return false;
        }
        await(from, connection, patienceMillis);
        request.end().onSuccess(_ -> upgraded(from));
        request.response().endHandler(
                _ -> await(from, connection, TimeUnit.SECONDS.toMillis(ServerLimits.IDLE_SECONDS)));
        return true;
    }

    /** It speaks another protocol from now on, whose own limits hold. */
    void upgraded(SocketAddress from) {
        Optional.ofNullable(awaited.remove(from)).ifPresent(vertx::cancelTimer);
    }

    int open() {
        return open.get();
    }
}
