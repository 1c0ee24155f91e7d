package org.labreel.app;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.labreel.feed.DeviceRpc;
import org.labreel.serve.Access;
import org.labreel.serve.FeedRelay;
import org.labreel.ui.kit.Serving;

/** Passes a source on to others, byte for byte. Safe for several threads. */
final class RelayDoor {
    /** Moving a drop takes a device up to five seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final Supplier<Vertx> network;
    private final Sources sources;
    private final ServedSource served;

    RelayDoor(Supplier<Vertx> network, Sources sources, ServedSource served) {
        this.network = network;
        this.sources = sources;
        this.served = served;
    }

    /** Opens it as Settings say. May block. */
    Doors.Opened open(Serving serving, Serving.Door door) {
        Access access = new Access(serving.bind().strip(), Optional.of(serving.secret()), Set.of());
        FeedRelay relay = start(network.get(), sources, served.of(door), FeedRelay.Settings.at(access, door.port()));
        String asks = serving.secret().isBlank() ? "" : " · asks for the secret";
        return new Doors.Opened(relay.feed().toString(), () -> relay.words() + asks, relay::close);
    }

    /** Begins to hear a source and to pass it on. Neither on an event loop nor on the JavaFX thread. */
    static FeedRelay start(Vertx network, Sources sources, SourceChoice choice, FeedRelay.Settings settings) {
        Optional<DeviceRpc> device = choice instanceof SourceChoice.Device(var at)
                ? Optional.of(new DeviceRpc(network, at.rpc(), ANSWER, sources.token(at)))
                : Optional.empty();
        return FeedRelay.start(network, sources.shared(choice).branch(), device, settings);
    }
}
