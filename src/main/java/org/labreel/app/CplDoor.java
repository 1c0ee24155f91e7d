package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.function.Supplier;
import org.labreel.feed.cpl.CplFigures;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.cpl.CplCounts;
import org.labreel.serve.cpl.CplServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.ServingChoices;
import org.labreel.ui.kit.Units;

/** Serves a source as a remote recorder of cpl_media, as Settings say. Safe for several threads. */
final class CplDoor {
    private final Supplier<Vertx> network;
    private final Sources sources;
    private final ServedSource served;

    CplDoor(Supplier<Vertx> network, Sources sources, ServedSource served) {
        this.network = network;
        this.sources = sources;
        this.served = served;
    }

    /** Opens it. May block. */
    Doors.Opened open(Serving serving, Serving.Door door) {
        AllowedAddresses allowed = AllowedAddresses.of(serving.letIn(door));
        ServingChoices how = door.choices();
        CplSettings settings = new CplSettings(door.port(), allowed, how.format(), how.imagesBuffered(),
                CplSettings.DEFAULT.players(), how.timeoutSeconds());
        CplServer server = CplServer.start(network.get(), settings, sources.shared(served.of(door)).branch());
        return new Doors.Opened("cpl://" + HostName.forCallers(allowed) + ":" + server.port(),
                () -> words(server.figures()), server::close);
    }

    /** What an operator would look at while others play. */
    static String words(CplCounts counts) {
        CplFigures frames = counts.frames();
        String now = frames.recording() ? "Records " + frames.frames() : "Does not record";
        return String.format(Locale.ROOT,
                "%s · %s elapsed · %s frames recorded, %s skipped, %s left out · %s, %s/s · %d of %d players play",
                now, Units.elapsed(frames.elapsed()), Units.count(frames.recorded()),
                Units.count(frames.skippedThere()), Units.count(frames.skippedHere()),
                Units.bytes(frames.storedBytes()), Units.bytes(Math.round(frames.bytesPerSecond())),
                counts.playing(), counts.connected());
    }
}
