package org.labreel.app;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.labreel.feed.DeviceRpc;
import org.labreel.serve.Access;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.FeedRelay;
import org.labreel.serve.cpl.CplCounts;
import org.labreel.serve.cpl.CplServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.ui.kit.Serving;

/** Passes sources on to others. Safe for several threads. */
final class RelayDoor {
    /** Moving a drop takes a device up to five seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final Supplier<Vertx> network;
    private final Sources sources;
    private volatile Optional<SourceChoice> chosen = Optional.empty();

    RelayDoor(Supplier<Vertx> network, Sources sources) {
        this.network = network;
        this.sources = sources;
    }

    /** Which source the console passes on from its next opening on; whether it is another than before. */
    boolean choose(SourceChoice next) {
        boolean other = !Optional.of(next).equals(chosen);
        chosen = Optional.of(next);
        return other;
    }

    /** Opens it as Settings say. May block. */
    Doors.Opened open(Serving serving, Serving.Door door) {
        Access access = new Access(serving.bind().strip(), Optional.of(serving.secret()), Set.of());
        SourceChoice live = chosen.orElseThrow(() -> new IllegalStateException("no source is live yet"));
        FeedRelay relay = start(live, FeedRelay.Settings.at(access, door.port()));
        return new Doors.Opened(relay.feed().toString(), relay::words, relay::close);
    }

    /** Opens the live source as a remote recorder of cpl_media, as Settings say. May block. */
    Doors.Opened recorder(Serving serving, Serving.Door door) {
        SourceChoice live = chosen.orElseThrow(() -> new IllegalStateException("no source is live yet"));
        CplSettings usual = CplSettings.DEFAULT;
        CplServer server = CplServer.start(network.get(),
                new CplSettings(door.port(), AllowedAddresses.of(serving.allowedAddresses()), usual.format(),
                        usual.imagesBuffered(), usual.players()),
                sources.shared(live).branch());
        return new Doors.Opened(server.address(), () -> words(server.figures()), server::close);
    }

    /** "Players: 2; 1,204 images sent, 3 left out" */
    private static String words(CplCounts counts) {
        return String.format(Locale.ROOT, "Players: %d; %,d images sent, %,d left out", counts.connected(),
                counts.sent(),
                counts.dropped());
    }

    /** Begins to hear a source and to pass it on. Neither on an event loop nor on the JavaFX thread. */
    FeedRelay start(SourceChoice choice, FeedRelay.Settings settings) {
        Optional<DeviceRpc> device = choice instanceof SourceChoice.Device(var at)
                ? Optional.of(new DeviceRpc(network.get(), at.rpc(), ANSWER))
                : Optional.empty();
        return FeedRelay.start(network.get(), sources.shared(choice).branch(), device, settings);
    }
}
