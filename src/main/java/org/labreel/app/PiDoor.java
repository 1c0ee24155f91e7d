package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.RecordingSwitch;
import org.labreel.serve.pi.SourceCamera;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.live.RecordControl;
import org.labreel.ui.live.RecordControl.Phase;
import org.labreel.ui.live.RecordControl.Saved;

/**
 * Serves the source that the live page shows first as a Pi camera, to this computer alone: the protocol has no secret.
 * Its clients press the same Record as the operator. Safe for several threads.
 */
final class PiDoor implements RecordingSwitch {
    private final Supplier<Vertx> network;
    private final Sources sources;
    private final RecordControl control;
    private volatile Optional<SourceChoice> chosen = Optional.empty();
    private volatile boolean recording;
    private volatile Optional<String> newest = Optional.empty();

    PiDoor(Supplier<Vertx> network, Sources sources, RecordControl control) {
        this.network = network;
        this.sources = sources;
        this.control = control;
        control.onChange(() -> recording = control.phase() == Phase.RECORDING);
    }

    /** Which source is served from the next opening on; whether it is another than before. */
    boolean choose(SourceChoice next) {
        boolean other = !Optional.of(next).equals(chosen);
        chosen = Optional.of(next);
        return other;
    }

    /** Opens it as Settings say. May block. */
    Doors.Opened open(Serving serving, Serving.Door door) {
        SourceChoice live = chosen.orElseThrow(() -> new IllegalStateException("no source is live yet"));
        SourceCamera camera = SourceCamera.start(network.get(), sources.shared(live).branch(),
                new PiCameraServer.Settings(door.port(), AllowedAddresses.THIS_COMPUTER), this);
        return new Doors.Opened("pi://127.0.0.1:" + camera.port(), () -> clients(camera.clientCount()),
                camera::close);
    }

    private static String clients(int count) {
        return count == 1 ? "1 client" : count + " clients";
    }

    @Override
    public CompletionStage<Void> start() {
        return onFx(control::start).thenAccept(_ -> {
        });
    }

    @Override
    public CompletionStage<Void> stop() {
        return onFx(control::stop).thenAccept(this::keep);
    }

    private void keep(List<Saved> saved) {
        if (!saved.isEmpty()) {
            newest = Optional.of(String.valueOf(saved.getLast().file().getFileName()));
        }
    }

    private static <T> CompletableFuture<T> onFx(Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.completedFuture(Boolean.TRUE).thenComposeAsync(_ -> work.get(), FxThread.executor());
    }

    @Override
    public boolean recording() {
        return recording;
    }

    @Override
    public Optional<String> newest() {
        return newest;
    }
}
