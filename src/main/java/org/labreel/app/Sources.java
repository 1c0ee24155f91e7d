package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.ReplaySource;
import org.labreel.feed.SharedSource;
import org.labreel.feed.Source;
import org.labreel.feed.SourceAddress;
import org.labreel.feed.SourceToken;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplPlayer;
import org.labreel.feed.cpl.CplSource;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCamera;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiDesk;
import org.labreel.record.MessageMemory;
import org.labreel.serve.DemoServer;

/**
 * The sources of this program: one connection to each, whatever looks at it or records it. Safe for several threads.
 */
final class Sources implements AutoCloseable {
    private final Supplier<Vertx> network;
    private final DemoServer.Settings demo;
    private final SourceTokens tokens;
    private final MessageMemory memory = MessageMemory.ofThisProgram();
    private final Map<SourceChoice, SharedSource> shared = new ConcurrentHashMap<>();
    private final Map<PiAddress, PiDesk> desks = new ConcurrentHashMap<>();
    private final List<DemoServer> demos = new CopyOnWriteArrayList<>();

    /**
     * @param network
     *            asked when a source is connected that needs it, off the JavaFX thread; the caller's, closed after this
     * @param demo
     *            how the simulated device is, when it is asked for
     */
    Sources(Supplier<Vertx> network, DemoServer.Settings demo) {
        this(network, demo, SourceTokens.ofThisRun());
    }

    /**
     * @param tokens
     *            what is shown to sources that ask for it
     */
    Sources(Supplier<Vertx> network, DemoServer.Settings demo, SourceTokens tokens) {
        this.network = network;
        this.demo = demo;
        this.tokens = tokens;
    }

    /** What the recorders of all sources share. */
    MessageMemory memory() {
        return memory;
    }

    /** The connection to a source. Its branches are started off the JavaFX thread: connecting may take a moment. */
    SharedSource shared(SourceChoice choice) {
        return shared.computeIfAbsent(bare(choice), each -> new SharedSource(each.address(), () -> open(each)));
    }

    /**
     * The address of what the operator typed, as it is shown and remembered: without its token, which is kept apart.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    String address(String text) {
        return bare(SourceChoice.of(text)).address();
    }

    private SourceChoice bare(SourceChoice choice) {
        if (choice instanceof SourceChoice.Device(SourceAddress at) && at.token().isPresent()) {
            tokens.remember(at.feed(), at.token().get());
            return new SourceChoice.Device(at.withoutToken());
        }
        return choice;
    }

    /** What is asked of callers of a device server, as far as it was told. */
    Optional<SourceToken> token(SourceAddress at) {
        return at.token().or(() -> tokens.of(at.feed()));
    }

    private Source open(SourceChoice choice) {
        return switch (choice) {
            case SourceChoice.Demo _ -> demo();
            case SourceChoice.Device(SourceAddress at) -> new PurpleDropSource(network.get(), at.feed(), at.rpc(),
                    token(at));
            case SourceChoice.Pi(PiAddress at) -> new PiCameraSource(network.get(), at, desk(at));
            case SourceChoice.Cpl(CplAddress at) -> new CplSource(network.get(), at);
            case SourceChoice.Log(Replay replay) -> new ReplaySource(replay.file(), replay.speed(), replay.loop(),
                    BoardBeside.of(replay.file()));
        };
    }

    /** The controls of a camera that has some. */
    Optional<PiCamera> camera(SourceChoice choice) {
        return choice instanceof SourceChoice.Pi(PiAddress at) ? Optional.of(desk(at)) : Optional.empty();
    }

    /** What the source at this address tells as a player, while it is open and if it is one. */
    Optional<CplPlayer> remoteRecorder(String address) {
        return shared(SourceChoice.of(address)).offers(CplPlayer.class);
    }

    private PiDesk desk(PiAddress at) {
        return desks.computeIfAbsent(at, _ -> new PiDesk());
    }

    private Source demo() {
        DemoServer server = DemoServer.start(network.get(), demo);
        demos.add(server);
        return new DemoSource(server, new PurpleDropSource(network.get(), server.feed(), server.rpc()));
    }

    /** Hangs up everywhere. */
    @Override
    public void close() {
        shared.values().forEach(SharedSource::close);
        demos.forEach(DemoServer::close);
    }
}
