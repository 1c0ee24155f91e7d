package org.labreel.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What one client has yet to get. A client that reads slowly loses frames first, then its oldest readings; others do
 * not notice. Confined to the client's event loop.
 */
final class Outbox {
    private static final int MAX_UNSENT_BYTES = 1 << 20;
    private static final int MAX_WAITING_BYTES = 512 << 10;

    private final WebSocketBase client;
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private long droppedFrames;
    private long droppedReadings;

    Outbox(WebSocketBase client) {
        this.client = client;
        client.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        client.drainHandler(_ -> drain());
    }

    /** The messages of one frame: all of them or none. A client that just left gets nothing more. */
    void frame(List<Buffer> messages) {
        if (client.isClosed()) {
            return;
        }
        if (blocked()) {
            droppedFrames++;
        } else {
            messages.forEach(client::writeBinaryMessage);
        }
    }

    void reading(Buffer message) {
        if (client.isClosed()) {
            return;
        }
        if (!blocked()) {
            client.writeBinaryMessage(message);
            return;
        }
        waiting.add(message);
        waitingBytes += message.length();
        while (waitingBytes > MAX_WAITING_BYTES) {
            waitingBytes -= waiting.remove().length();
            droppedReadings++;
        }
    }

    void ping() {
        if (!client.isClosed() && !blocked()) {
            client.writePing(Buffer.buffer("labreel"));
        }
    }

    private boolean blocked() {
        return client.writeQueueFull() || !waiting.isEmpty();
    }

    private void drain() {
        while (!waiting.isEmpty() && !client.writeQueueFull()) {
            Buffer next = waiting.remove();
            waitingBytes -= next.length();
            client.writeBinaryMessage(next);
        }
    }

    long droppedFrames() {
        return droppedFrames;
    }

    long droppedReadings() {
        return droppedReadings;
    }
}
