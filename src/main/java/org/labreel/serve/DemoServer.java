package org.labreel.serve;

import io.vertx.core.Vertx;
import java.net.URI;

/** A simulated PurpleDrop on loopback: the websocket feed and the JSON-RPC, a board and droplets of its own. */
public final class DemoServer implements AutoCloseable {
    /**
     * @param wsPort
     *            port of the feed, 0 for a free one
     * @param rpcPort
     *            port of the RPC, 0 for a free one
     * @param fps
     *            frames a second
     */
    public record Settings(int wsPort, int rpcPort, int width, int height, double fps, int jpegQuality) {
        public static final Settings DEFAULT = new Settings(0, 0, 1024, 768, 30, 85);
    }

    private DemoServer() {
    }

    /** Starts the servers and returns once both ports are open. Not to be called on an event loop. */
    public static DemoServer start(Vertx vertx, Settings settings) {
        throw new UnsupportedOperationException();
    }

    /** ws://127.0.0.1:port */
    public URI feed() {
        throw new UnsupportedOperationException();
    }

    /** http://127.0.0.1:port/rpc */
    public URI rpc() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
