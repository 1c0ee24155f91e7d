package org.labreel.feed;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * The websocket feed of a PurpleDrop device server, with its RPC for what the feed does not say. All listener calls
 * come on one event loop of the caller's Vert.x; messages are taken off the socket as they come, since a client that
 * reads slowly stalls the server's other clients.
 */
public final class PurpleDropSource implements Source {
    private final Vertx vertx;
    private final URI feed;
    private final URI rpc;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final AtomicLong textMessages = new AtomicLong();
    private Optional<Running> running = Optional.empty();
    private boolean closed;

    private record Running(Context context, ShutOffListener listener, Connection connection) {
    }

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param feed
     *            ws://host:7001
     * @param rpc
     *            http://host:7000/rpc
     */
    public PurpleDropSource(Vertx vertx, URI feed, URI rpc) {
        this(vertx, feed, rpc, FeedLimits.DEFAULT, FeedClock.SYSTEM);
    }

    public PurpleDropSource(Vertx vertx, URI feed, URI rpc, FeedLimits limits, FeedClock clock) {
        this.vertx = vertx;
        this.feed = feed;
        this.rpc = rpc;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String address() {
        return feed.toString();
    }

    /** Text messages received, which a PurpleDrop feed does not know and which are left out. */
    public long textMessages() {
        return textMessages.get();
    }

    @Override
    public synchronized void start(FeedListener listener) {
        if (running.isPresent()) {
            throw new IllegalStateException("the feed " + feed + " was started before");
        }
        if (closed) {
            return;
        }
        ShutOffListener guarded = new ShutOffListener(listener);
        DeviceRpc deviceRpc = new DeviceRpc(vertx, rpc, limits.rpc());
        Connection connection = new Connection(vertx, vertx.createWebSocketClient(options()), feed, limits, clock,
                new BackOff(limits.firstRetry(), limits.longestRetry(), RandomGenerator.getDefault()), guarded,
                deviceRpc, textMessages::incrementAndGet);
        Context context = vertx.getOrCreateContext();
        running = Optional.of(new Running(context, guarded, connection));
        context.runOnContext(_ -> connection.connect());
    }

    private WebSocketClientOptions options() {
        // Compression is never offered, so no small message can unfold to a large one before its length is checked.
        return new WebSocketClientOptions().setMaxFrameSize(limits.maxMessageBytes())
                .setMaxMessageSize(limits.maxMessageBytes()).setConnectTimeout((int) limits.connect().toMillis())
                .setTryUsePerMessageCompression(false).setTryUsePerFrameCompression(false).setClosingTimeout(1)
                .setTcpKeepAlive(true);
    }

    @Override
    public void close() {
        Optional<Running> ending;
        synchronized (this) {
            ending = closed ? Optional.empty() : running;
            closed = true;
        }
        ending.ifPresent(PurpleDropSource::end);
    }

    private static void end(Running ending) {
        ending.listener().shutOff();
        try {
            ending.context().runOnContext(_ -> ending.connection().close());
        } catch (RejectedExecutionException _) {
            // The caller closed its Vert.x first, and the connection with it.
        }
    }
}
