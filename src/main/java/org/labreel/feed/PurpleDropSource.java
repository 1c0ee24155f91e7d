package org.labreel.feed;

import io.vertx.core.Vertx;
import java.net.URI;

/** The websocket feed of a PurpleDrop device server, with its RPC for what the feed does not say. */
public final class PurpleDropSource implements Source {
    private final URI address;

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param feed
     *            ws://host:7001
     * @param rpc
     *            http://host:7000/rpc
     */
    public PurpleDropSource(Vertx vertx, URI feed, URI rpc) {
        this.address = feed;
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public void start(FeedListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
