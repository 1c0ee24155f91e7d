package org.labreel.feed;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

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
    private final Optional<SourceToken> token;
    private final AtomicLong textMessages = new AtomicLong();
    private final Line line;

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

    /**
     * @param token
     *            what a relay asks of its callers
     */
    public PurpleDropSource(Vertx vertx, URI feed, URI rpc, Optional<SourceToken> token) {
        this(vertx, feed, rpc, FeedLimits.DEFAULT, FeedClock.SYSTEM, token);
    }

    public PurpleDropSource(Vertx vertx, URI feed, URI rpc, FeedLimits limits, FeedClock clock) {
        this(vertx, feed, rpc, limits, clock, Optional.empty());
    }

    private PurpleDropSource(Vertx vertx, URI feed, URI rpc, FeedLimits limits, FeedClock clock,
            Optional<SourceToken> token) {
        this.vertx = vertx;
        this.feed = feed;
        this.rpc = rpc;
        this.limits = limits;
        this.clock = clock;
        this.token = token;
        this.line = new Line(vertx, feed.toString());
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
    public void start(FeedListener listener) {
        line.start(listener, this::dial);
    }

    private Line.Talk dial(FeedListener listener) {
        return new Connection(vertx, vertx.createWebSocketClient(options()), feed, token, limits, clock, listener,
                new DeviceRpc(vertx, rpc, limits.rpc(), token), textMessages::incrementAndGet);
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
        line.close();
    }
}
