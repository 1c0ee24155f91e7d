package org.labreel.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labreel.serve.Access;
import org.labreel.serve.FeedRelay;
import picocli.CommandLine.Option;

/** How {@code labreel serve} passes feeds on. */
final class RelayOptions {
    private static final int PORTS_A_SOURCE = 2;

    @Option(names = "--relay-port", paramLabel = "N", defaultValue = "-1", description = "Pass the feed of the first source on at ws://ADDR:N, as a PurpleDrop does, with its RPC at N-1; further sources at N+2, N+4, ...; 0 for free ports. Default: not passed on.")
    private int port;

    @Option(names = "--relay-commands", description = "Let clients of the relay also command the device; without it only what they ask is passed on.")
    private boolean commands;

    @Option(names = "--relay-origin", paramLabel = "URL", description = "A page whose scripts may read the relay in a browser; several may be given.")
    private List<String> origins = new ArrayList<>();

    @Option(names = "--no-relay-state", description = "Tell new clients nothing but what comes, as a PurpleDrop does.")
    private boolean withoutState;

    /** What is wrong with them; empty when nothing is. */
    Optional<String> conflict(int sources) {
        int highest = port + PORTS_A_SOURCE * (sources - 1);
        return port < -1 || port == 1 || highest > 65_535
                ? Optional.of("--relay-port is 0, or from 2 to " + (65_535 - PORTS_A_SOURCE * (sources - 1)))
                : Optional.empty();
    }

    boolean wanted() {
        return port >= 0;
    }

    /**
     * Of the source with this number, counted from 0.
     *
     * @throws IllegalArgumentException
     *             when nobody may be let in like this
     */
    FeedRelay.Settings settings(String bind, Optional<String> secret, int number) {
        int feed = port == 0 ? 0 : port + PORTS_A_SOURCE * number;
        FeedRelay.Settings usual = FeedRelay.Settings.at(new Access(bind, secret, Set.copyOf(origins)), feed);
        return new FeedRelay.Settings(usual.access(), usual.port(), usual.rpcPort(), !withoutState, commands,
                usual.queueBytes());
    }
}
