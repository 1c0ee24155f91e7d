package org.labreel.app;

import org.labreel.feed.FeedListener;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.Source;
import org.labreel.serve.DemoServer;

/** The simulated device, for as long as it is heard: its server on loopback, and the client as for any device. */
final class DemoSource implements Source {
    private final DemoServer server;
    private final PurpleDropSource client;

    /**
     * @param server
     *            closed with this source
     */
    DemoSource(DemoServer server, PurpleDropSource client) {
        this.server = server;
        this.client = client;
    }

    @Override
    public String address() {
        return SourceChoice.DEMO;
    }

    @Override
    public void start(FeedListener listener) {
        client.start(listener);
    }

    @Override
    public void close() {
        client.close();
        // The server waits for its connections to end, which whoever hangs up has no time for.
        Thread.ofVirtual().start(server::close);
    }
}
