package org.labreel.serve;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps strangers from taking all connections that this process may have, with which files are opened too: there are so
 * many and no more, and one that has not asked anything whole within seconds is closed, however busily it drips bytes.
 */
final class ConnectionGate {
    private static final int MOST = 256;
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Vertx vertx;
    private final int most;
    private final long patienceMillis;
    private final AtomicInteger open = new AtomicInteger();
    /** Timers of those that have not asked anything yet. */
    private final Map<SocketAddress, Long> silent = new ConcurrentHashMap<>();

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
            asked(from);
        });
        if (full) {
            connection.close();
        } else {
            silent.put(from, vertx.setTimer(patienceMillis, _ -> {
                if (silent.remove(from) != null) {
                    connection.close();
                }
            }));
        }
    }

    /** It has asked something; from now on the server's own limits hold. */
    void asked(SocketAddress from) {
        Optional.ofNullable(silent.remove(from)).ifPresent(vertx::cancelTimer);
    }

    int open() {
        return open.get();
    }
}
