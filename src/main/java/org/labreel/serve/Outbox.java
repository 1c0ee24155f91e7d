package org.labreel.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labreel.feed.HangUp;

/**
 * What one client has yet to get. A client that reads slowly loses frames first, then its oldest readings; others do
 * not notice. Confined to the client's event loop, but for {@link #report()}.
 */
final class Outbox {
    private static final int MAX_UNSENT_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(ServerLimits.IDLE_SECONDS);

    private final ServerWebSocket client;
    private final SendQueue queue;
    private final String name;
    private final Instant since;
    private long sent;
    private long sentBefore;
    private Instant moved;
    private volatile FeedClient report;

    /**
     * @param maxWaitingBytes
     *            beside 1 MiB and one message that the socket may hold
     */
    Outbox(ServerWebSocket client, long maxWaitingBytes, Instant since) {
        this.client = client;
        this.queue = new SendQueue(maxWaitingBytes);
        this.name = String.valueOf(client.remoteAddress());
        this.since = since;
        this.moved = since;
        this.report = new FeedClient(name, since, 0, 0, 0, 0);
        client.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        UnreadAnswers answers = UnreadAnswers.watch(client);
        client.drainHandler(_ -> {
            answers.read();
            drain();
        });
    }

    /** A client that just left gets nothing more. */
    void send(Buffer message, boolean frame) {
        if (!client.isClosed()) {
            queue.add(message, frame);
            drain();
        }
    }

    /** Asks whether it is there; one that took nothing for a minute is not. */
    void ping(Instant now) {
        if (client.isClosed()) {
            return;
        }
        if (!behind()) {
            moved = now;
            client.writePing(Buffer.buffer("labreel"));
        } else if (sentBefore == sent && moved.plus(PATIENCE).isBefore(now)) {
            cut();
        } else if (sentBefore != sent) {
            moved = now;
        }
        sentBefore = sent;
    }

    /**
     * Ends the connection without the farewell of the protocol, which a client that does not read would never let
     * through.
     */
    private void cut() {
        HangUp.on(client);
    }

    private void drain() {
        while (!queue.isEmpty() && !client.isClosed() && !client.writeQueueFull()) {
            Optional<Buffer> next = queue.take();
            next.ifPresent(client::writeBinaryMessage);
            sent++;
        }
        report = new FeedClient(name, since, sent, queue.bytes(), queue.droppedFrames(), queue.droppedReadings());
    }

    /** Ends the connection, with a farewell where that gets through. */
    void leave() {
        if (!client.isClosed() && !behind()) {
            client.close((short) 1001);
        }
        cut();
    }

    /** Whether something waits for it. */
    private boolean behind() {
        return !queue.isEmpty() || client.writeQueueFull();
    }

    /** How it is now. From any thread. */
    FeedClient report() {
        return report;
    }
}
