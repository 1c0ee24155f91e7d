package org.labreel.serve;

import io.vertx.core.http.ServerWebSocket;
import org.labreel.feed.HangUp;

/**
 * Keeps what a client has not read from growing by its own asking: while it reads nothing, its words are not read
 * either, and one that goes on with pings, which are answered all the same, is left. Confined to the client's event
 * loop.
 */
final class UnreadAnswers {
    private static final int MOST = 1000;

    private final ServerWebSocket client;
    private int unread;

    private UnreadAnswers(ServerWebSocket client) {
        this.client = client;
    }

    /** Takes the place of a frame handler. */
    static UnreadAnswers watch(ServerWebSocket client) {
        UnreadAnswers made = new UnreadAnswers(client);
        client.frameHandler(_ -> made.asked());
        return made;
    }

    private void asked() {
        if (client.isClosed() || !client.writeQueueFull()) {
            return;
        }
        client.pause();
        unread++;
        if (unread > MOST) {
            HangUp.on(client);
        }
    }

    /** The client has read on. */
    void read() {
        unread = 0;
        client.resume();
    }
}
