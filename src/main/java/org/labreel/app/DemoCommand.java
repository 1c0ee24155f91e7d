package org.labreel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiResponder;
import org.labreel.feed.pi.SearchPlaces;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.LogServer;
import org.labreel.serve.cpl.SimulatedRecorder;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.SimulatedPi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulated PurpleDrop alone. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Run a simulated PurpleDrop on this computer until interrupted: feed and JSON-RPC on loopback.")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--ws-port", paramLabel = "N", defaultValue = "7001", description = "Port of the websocket feed, 0 for a free one (default ${DEFAULT-VALUE}).")
    private int wsPort;

    @Option(names = "--rpc-port", paramLabel = "N", defaultValue = "7000", description = "Port of the JSON-RPC, 0 for a free one (default ${DEFAULT-VALUE}).")
    private int rpcPort;

    @Option(names = "--pi-port", paramLabel = "N", defaultValue = "-1", description = "Also simulate a remote Pi camera on this port, 9898 as the real one or 0 for a free one. Default: none.")
    private int piPort;

    @Option(names = "--pi-discoverable", description = "With --pi-port: answer searches for Pi cameras from this computer.")
    private boolean piDiscoverable;

    @Option(names = "--fps", paramLabel = "N", defaultValue = "30", description = "Frames a second, 0.1 to 240 (default ${DEFAULT-VALUE}).")
    private double fps;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1024x768", description = "Size of the frames in pixels (default ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(names = "--replay", paramLabel = "LOG", description = "Send the records of this log instead, byte for byte at their own pace.")
    @Nullable
    private Path replay;

    @Option(names = "--loop", description = "With --replay: begin again after the end.")
    private boolean loop;

    @Mixin
    private SimulatedCplOptions cpl = new SimulatedCplOptions();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        DemoServer.Settings settings = settings();
        Vertx vertx = Vertx.vertx();
        try (var _ = simulatedPi(vertx); var _ = simulatedRecorder(vertx)) {
            if (replay == null) {
                try (DemoServer server = DemoServer.start(vertx, settings)) {
                    untilInterrupted("Simulated PurpleDrop: feed " + server.feed() + "  RPC " + server.rpc()
                            + "  camera REALSENSE_D435 " + DemoServer.SERIAL);
                }
            } else {
                Path log = LogFiles.existing(replay);
                try (LogServer server = LogServer.start(vertx, log, new LogServer.Settings(wsPort, 1, loop))) {
                    untilInterrupted("Playing " + log + ": feed " + server.feed());
                }
            }
            return 0;
        } finally {
            vertx.close();
        }
    }

    /** Closes with nothing done when none was asked for. */
    private AutoCloseable simulatedPi(Vertx vertx) throws IOException {
        if (piPort < 0) {
            return () -> {
            };
        }
        SimulatedPi camera = SimulatedPi.start(vertx,
                new PiCameraServer.Settings(piPort, AllowedAddresses.THIS_COMPUTER));
        terminal.result("Simulated Pi camera: pi://127.0.0.1:" + camera.port());
        return piDiscoverable ? discoverable(camera) : camera;
    }

    /** Only this computer reaches it, so only this computer is answered. */
    private static AutoCloseable discoverable(SimulatedPi camera) throws IOException {
        PiResponder responder = PiResponder.start(new PiDatagrams(SearchPlaces.NETWORK), HostName.here(),
                camera.port(), _ -> false);
        return () -> {
            responder.close();
            camera.close();
        };
    }

    private AutoCloseable simulatedRecorder(Vertx vertx) {
        try {
            Optional<SimulatedRecorder> recorder = cpl.start(vertx, fps);
            recorder.ifPresent(each -> terminal.result("Simulated remote recorder: " + each.address()));
            return () -> recorder.ifPresent(SimulatedRecorder::close);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void untilInterrupted(String what) throws InterruptedException {
        terminal.result(what);
        terminal.say("Press Ctrl+C to stop.");
        CountDownLatch interrupted = new CountDownLatch(1);
        try (var end = Interrupts.asEnd(interrupted::countDown)) {
            interrupted.await();
            end.with(0);
        }
    }

    private DemoServer.Settings settings() {
        if (!size.matches("\\d{2,5}x\\d{2,5}")) {
            throw new ParameterException(spec.commandLine(), "--size is WIDTHxHEIGHT in pixels, such as 1024x768");
        }
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        if (width < 160 || height < 120 || (long) width * height > 16_000_000L) {
            throw new ParameterException(spec.commandLine(), "--size is from 160x120 to 16 million pixels");
        }
        if (!(fps >= 0.1 && fps <= 240)) {
            throw new ParameterException(spec.commandLine(), "--fps is from 0.1 to 240");
        }
        port("--ws-port", wsPort);
        port("--rpc-port", rpcPort);
        port("--pi-port", Math.max(0, piPort));
        return new DemoServer.Settings(wsPort, rpcPort, width, height, fps, 85);
    }

    private void port(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), option + " is from 0 to 65535");
        }
    }
}
