package org.labreel.feed.pi;

import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a silent camera whether it is there. The protocol has no question for that, but a camera tells its status to all
 * its clients whenever one more connects: so one more connects for a moment, and the connection that hears nothing of
 * it is dead. Confined to one event loop.
 */
final class PiProbe {
    private final NetClient client;
    private final PiAddress address;
    private final Duration patience;
    private Optional<NetSocket> second = Optional.empty();
    private boolean waiting;
    private boolean answered = true;
    private boolean closed;
    private long askedNanos;

    PiProbe(NetClient client, PiAddress address, Duration patience) {
        this.client = client;
        this.address = address;
        this.patience = patience;
    }

    /** Something was heard on the connection that is doubted. */
    void heard() {
        answered = true;
    }

    /** Whether it was asked long enough ago and nothing was heard; asks again from time to time. */
    boolean dead(long nowNanos) {
        boolean due = !waiting || nowNanos - askedNanos >= patience.toNanos();
        if (!due) {
            return false;
        }
        if (waiting && !answered) {
            return true;
        }
        ask(nowNanos);
        return false;
    }

    private void ask(long nowNanos) {
        hangUp();
        waiting = true;
        answered = false;
        askedNanos = nowNanos;
        client.connect(address.port(), address.hostName()).onSuccess(open -> {
            if (closed) {
                open.close();
            } else {
                second = Optional.of(open);
                // What it is told is nothing new; that it is told is.
                open.handler(_ -> open.close());
            }
        });
    }

    private void hangUp() {
        second.ifPresent(NetSocket::close);
        second = Optional.empty();
    }

    void close() {
        closed = true;
        hangUp();
    }
}
