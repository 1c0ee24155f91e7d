package org.labreel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiResponder;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.RecordingSwitch;
import org.labreel.serve.pi.SourceCamera;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.live.RecordControl;
import org.labreel.ui.live.RecordControl.Phase;
import org.labreel.ui.live.RecordControl.Saved;

/**
 * Serves a source as a Pi camera, as Settings say. Its clients press the same Record as the operator. Safe for several
 * threads.
 */
final class PiDoor implements RecordingSwitch {
    private final Supplier<Vertx> network;
    private final Sources sources;
    private final ServedSource served;
    private final PiDatagrams datagrams;
    private final RecordControl control;
    private final Executor fx;
    private volatile boolean recording;
    private volatile Optional<String> newest = Optional.empty();

    /**
     * @param datagrams
     *            where searches are heard and answered, the same that this program searches by
     * @param fx
     *            where the control may be touched
     */
    PiDoor(Supplier<Vertx> network, Sources sources, ServedSource served, PiDatagrams datagrams,
            RecordControl control, Executor fx) {
        this.network = network;
        this.sources = sources;
        this.served = served;
        this.datagrams = datagrams;
        this.control = control;
        this.fx = fx;
        control.onChange(() -> recording = control.phase() == Phase.RECORDING);
    }

    /** Opens it. May block. */
    Doors.Opened open(Serving serving, Serving.Door door) {
        AllowedAddresses allowed = AllowedAddresses.of(serving.letIn(door));
        SourceCamera camera = SourceCamera.start(network.get(), sources.shared(served.of(door)).branch(),
                new PiCameraServer.Settings(door.port(), allowed), this);
        Optional<PiResponder> responder = door.choices().discoverable()
                ? Optional.of(answer(camera, allowed))
                : Optional.empty();
        return new Doors.Opened("pi://" + HostName.forCallers(allowed) + ":" + camera.port(),
                () -> clients(camera.clientCount()) + (responder.isPresent() ? " · answers searches" : ""), () -> {
                    responder.ifPresent(PiResponder::close);
                    camera.close();
                });
    }

    private PiResponder answer(SourceCamera camera, AllowedAddresses allowed) {
        try {
            return PiResponder.start(datagrams, HostName.here(), camera.port(), allowed::admits);
        } catch (IOException e) {
            camera.close();
            throw new UncheckedIOException(
                    new IOException("searches for cameras cannot be answered: " + e.getMessage(), e));
        }
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

    private <T> CompletableFuture<T> onFx(Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.completedFuture(Boolean.TRUE).thenComposeAsync(_ -> work.get(), fx);
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
