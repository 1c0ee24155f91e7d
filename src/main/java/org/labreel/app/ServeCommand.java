package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.labreel.serve.DemoServer;
import org.labreel.serve.SessionServer;
import org.labreel.session.CameraView;
import org.labreel.session.Due;
import org.labreel.session.EngineSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The engine without a window. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false, description = "Run recording sessions without a window, until interrupted, and serve them over GraphQL.")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "URL[,MODEL[,SERIAL]]", description = "A camera: ws://HOST[:7001], pi://HOST[:9898], cpl://HOST[:10000], a log to play (PATH or replay:PATH?speed=2), or demo; several may be given. Default: the demo.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--root", paramLabel = "DIR", description = "The recordings folder. Default: Labreel in your documents.")
    @Nullable
    private Path root;

    @Option(names = "--bind", paramLabel = "ADDR", defaultValue = "127.0.0.1", description = "Address to listen on (default ${DEFAULT-VALUE}); others than loopback need --secret.")
    private String bind = "";

    @Option(names = "--secret", paramLabel = "S", description = "What clients must send as x-hasura-admin-secret. Also from the variable LABREEL_SECRET, which other users of this computer cannot see.", defaultValue = "${env:LABREEL_SECRET}")
    @Nullable
    private String secret;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port of the endpoint, 0 for a free one (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--introspection", description = "Tell the schema also off this computer.")
    private boolean introspection;

    @Option(names = "--missed-start", paramLabel = "late|leave", defaultValue = "late", description = "What to do about a start that was slept through while the end lies ahead (default ${DEFAULT-VALUE}).")
    private String missedStart = "";

    @Mixin
    private RelayOptions relay = new RelayOptions();

    @Mixin
    private CplOptions cpl = new CplOptions();

    @Mixin
    private PiOptions pi = new PiOptions();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<CameraChoice> cameras = cameras();
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is from 0 to 65535");
        }
        relay.conflict(cameras.size()).or(() -> cpl.conflict(cameras.size()))
                .or(() -> pi.conflict(cameras.size())).ifPresent(why -> {
                    throw new ParameterException(spec.commandLine(), why);
                });
        SessionServer.Settings settings = new SessionServer.Settings(bind, port,
                Optional.ofNullable(secret).filter(text -> !text.isBlank()), introspection, Set.of());
        Path folder = root == null ? ConfigurationFolder.recordings(Path.of(System.getProperty("user.home"))) : root;
        Vertx vertx = Vertx.vertx();
        CountDownLatch stop = new CountDownLatch(1);
        try (var end = Interrupts.asEnd(stop::countDown);
                Headless engine = Headless.start(vertx, folder.toAbsolutePath(), cameras, handling(),
                        DemoServer.Settings.DEFAULT);
                SessionServer server = SessionServer.start(vertx, engine.engine(), settings);
                Relays relays = Relays.start(vertx, engine.sources(), cameras,
                        number -> relay.settings(bind, settings.secret(), number), relay.wanted());
                CplRecorders recorders = CplRecorders.start(vertx, engine.sources(), cameras, cpl);
                PiCameras served = PiCameras.start(vertx, engine, cameras, pi)) {
            terminal.result("Sessions: " + server.endpoint());
            terminal.result("Recordings folder: " + folder.toAbsolutePath());
            relays.lines().forEach(terminal::result);
            recorders.lines().forEach(terminal::result);
            served.lines().forEach(terminal::result);
            say(engine);
            stop.await();
            relays.summary().forEach(terminal::say);
            recorders.summary().forEach(terminal::say);
            terminal.say("Ending: what is being recorded is completed.");
            return end.with(0);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<CameraChoice> cameras() {
        try {
            List<String> given = sources.isEmpty() ? List.of(SourceChoice.DEMO) : sources;
            return given.stream().map(CameraChoice::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private EngineSettings handling() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return switch (missedStart) {
            case "late" -> usual;
            case "leave" -> usual.withMissedStart(Due.MissedStart.LEAVE);
            default -> throw new ParameterException(spec.commandLine(), "--missed-start is late or leave");
        };
    }

    /** A device tells its serial a moment after it is asked. */
    private void say(Headless engine) throws InterruptedException {
        for (int tries = 0; tries < 30
                && views(engine).stream().anyMatch(each -> each.camera().serial().isEmpty()); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        for (CameraView each : views(engine)) {
            String serial = each.camera().serial();
            terminal.result("Camera: " + each.camera().model() + " "
                    + (serial.isEmpty() ? "(serial not known yet)" : serial) + " at " + each.camera().address());
        }
        terminal.say("Press Ctrl+C to stop.");
    }

    private static List<CameraView> views(Headless engine) {
        return engine.engine().cameras().join();
    }
}
