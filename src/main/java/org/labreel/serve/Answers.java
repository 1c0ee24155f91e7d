package org.labreel.serve;

import io.vertx.core.http.ServerWebSocket;

/** Does not read on from a client that does not read what it is answered. */
final class Answers {
    private Answers() {
    }

    /** All that comes is answered, pings too; whoever drains the socket has it read on. */
    static void areRead(ServerWebSocket socket) {
        socket.frameHandler(_ -> {
            // Its farewell has closed it already.
            if (!socket.isClosed() && socket.writeQueueFull()) {
                socket.pause();
            }
        });
    }
}
