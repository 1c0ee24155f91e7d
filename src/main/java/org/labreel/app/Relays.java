package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.labreel.serve.FeedRelay;

/** The relays of {@code labreel serve}, one for each source. */
final class Relays implements AutoCloseable {
    private final List<FeedRelay> relays = new ArrayList<>();

    /**
     * @param settings
     *            of the relay with this number
     * @param wanted
     *            whether anything is passed on
     */
    static Relays start(Vertx network, Sources sources, List<CameraChoice> cameras,
            IntFunction<FeedRelay.Settings> settings, boolean wanted) {
        Relays made = new Relays();
        boolean done = false;
        try {
            for (int i = 0; wanted && i < cameras.size(); i++) {
                made.relays.add(RelayDoor.start(network, sources, cameras.get(i).heard(), settings.apply(i)));
            }
            done = true;
            return made;
        } finally {
            if (!done) {
                made.close();
            }
        }
    }

    /** Where each can be called. */
    List<String> lines() {
        return relays.stream().map(each -> "Relay: " + each.feed() + " passes on " + each.source() + " (RPC "
                + each.rpc() + ")").toList();
    }

    /** What some client did not get. */
    List<String> summary() {
        return relays.stream().filter(each -> each.missed() > 0)
                .map(each -> String.format("Relay of %s: %,d messages were left out for clients that read too slowly.",
                        each.source(), each.missed()))
                .toList();
    }

    @Override
    public void close() {
        relays.forEach(FeedRelay::close);
    }
}
