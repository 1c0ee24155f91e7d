package org.labreel.serve.pi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.labreel.feed.HangUp;

/**
 * What one client has yet to get: of each kind of signal the newest, and the newest frame. So it is bounded however
 * little the client reads, and nobody else notices. Confined to the server's event loop.
 */
final class PiOutbox {
    private static final int MAX_UNSENT_BYTES = 256 << 10;

    private final NetSocket client;
    private final Duration patience;
    private final Map<Integer, Buffer> signals = new LinkedHashMap<>();
    private Optional<Buffer> frame = Optional.empty();
    private long droppedFrames;
    private OptionalLong fullSinceNanos = OptionalLong.empty();
    private boolean closed;

    /**
     * @param patience
     *            until a client is let go that takes nothing of what waits
     */
    PiOutbox(NetSocket client, Duration patience) {
        this.client = client;
        this.patience = patience;
        client.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        client.drainHandler(_ -> {
            fullSinceNanos = OptionalLong.empty();
            send();
        });
    }

    /** Of one kind only the newest matters. */
    void signal(int kind, Buffer message) {
        signals.remove(kind);
        signals.put(kind, message);
        send();
    }

    void frame(Buffer message) {
        if (frame.isPresent()) {
            droppedFrames++;
        }
        frame = Optional.of(message);
        send();
        if (fullSinceNanos.isPresent() && System.nanoTime() - fullSinceNanos.getAsLong() > patience.toNanos()) {
            // It only holds the place of one that would look.
            HangUp.on(client);
        }
    }

    private void send() {
        while (!closed && !client.writeQueueFull() && !(signals.isEmpty() && frame.isEmpty())) {
            client.write(next());
        }
        if (client.writeQueueFull() && fullSinceNanos.isEmpty()) {
            fullSinceNanos = OptionalLong.of(System.nanoTime());
        }
    }

    private Buffer next() {
        Iterator<Buffer> oldest = signals.values().iterator();
        if (oldest.hasNext()) {
            Buffer signal = oldest.next();
            oldest.remove();
            return signal;
        }
        Buffer newest = frame.orElseThrow();
        frame = Optional.empty();
        return newest;
    }

    void close() {
        closed = true;
        signals.clear();
        frame = Optional.empty();
    }

    long droppedFrames() {
        return droppedFrames;
    }
}
