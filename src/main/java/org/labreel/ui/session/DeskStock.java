package org.labreel.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.labreel.session.CameraView;
import org.labreel.session.DamagedSession;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionDesk.Operation;

/**
 * What a desk has beside its sessions, as last told: cameras, and folders that cannot be worked with. Both change
 * without a word, so they are asked for again. Confined to one thread.
 */
final class DeskStock {
    private final Executor fx;
    private final Supplier<Optional<SessionDesk>> inUse;
    private final BooleanSupplier up;
    private final Predicate<Operation> can;
    private final Runnable changed;
    private List<CameraView> cameras = List.of();
    private List<DamagedSession> damaged = List.of();

    /**
     * @param fx
     *            the thread that this is confined to
     * @param inUse
     *            the desk that is in use
     * @param up
     *            whether it is in reach
     */
    DeskStock(Executor fx, Supplier<Optional<SessionDesk>> inUse, BooleanSupplier up, Predicate<Operation> can,
            Runnable changed) {
        this.fx = fx;
        this.inUse = inUse;
        this.up = up;
        this.can = can;
        this.changed = changed;
    }

    /** Another desk is used. */
    void clear() {
        cameras = List.of();
        damaged = List.of();
    }

    /** The configured cameras. */
    List<CameraView> cameras() {
        return cameras;
    }

    /** Folders there whose sessions cannot be worked with. */
    List<DamagedSession> damaged() {
        return damaged;
    }

    void refreshDamaged() {
        inUse.get().filter(_ -> up.getAsBoolean()).ifPresent(from -> {
            CompletableFuture<Void> _ = from.damaged().thenAcceptAsync(all -> {
                if (isStill(from) && !damaged.equals(all)) {
                    damaged = all;
                    changed.run();
                }
            }, fx).exceptionally(_ -> null);
        });
    }

    void refreshCameras() {
        inUse.get().filter(_ -> can.test(Operation.CAMERAS)).ifPresent(from -> {
            CompletableFuture<Void> _ = from.cameras().thenAcceptAsync(all -> {
                if (isStill(from) && !cameras.equals(all)) {
                    cameras = all;
                    changed.run();
                }
            }, fx).exceptionally(_ -> null);
        });
    }

    /** The cameras as they are configured now, also when nobody asked before; handed over on the one thread. */
    void withCameras(Consumer<List<CameraView>> then) {
        Optional<SessionDesk> from = inUse.get().filter(_ -> can.test(Operation.CAMERAS));
        if (from.isEmpty()) {
            then.accept(cameras);
            return;
        }
        CompletableFuture<Void> _ = from.get().cameras().handleAsync((all, failure) -> {
            if (isStill(from.get())) {
                cameras = failure == null ? all : cameras;
                then.accept(cameras);
            }
            return null;
        }, fx);
    }

    private boolean isStill(SessionDesk from) {
        return inUse.get().filter(from::equals).isPresent();
    }
}
