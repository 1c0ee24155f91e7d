package org.labreel.app;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.session.CameraView;
import org.labreel.session.DamagedSession;
import org.labreel.session.Refusal;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionEngine;
import org.labreel.session.SessionView;

/** A desk that has all done by an engine, which may not have been started yet. */
abstract class EngineDesk implements SessionDesk {
    /** The engine, started when it was not yet; fails with a {@link Refusal}. */
    abstract CompletableFuture<SessionEngine> engine();

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.values());
    }

    @Override
    public CompletableFuture<List<SessionView>> sessions() {
        return engine().thenCompose(SessionEngine::sessions);
    }

    @Override
    public CompletableFuture<List<DamagedSession>> damaged() {
        return engine().thenCompose(SessionEngine::damaged);
    }

    @Override
    public CompletableFuture<List<CameraView>> cameras() {
        return engine().thenCompose(SessionEngine::cameras);
    }

    @Override
    public CompletableFuture<SessionView> create(String name, Session.Plan plan) {
        return engine().thenCompose(now -> now.create(name, plan));
    }

    @Override
    public CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan) {
        return engine().thenCompose(now -> now.edit(id, name, plan));
    }

    @Override
    public CompletableFuture<SessionView> delete(UUID id) {
        return engine().thenCompose(now -> now.delete(id));
    }

    @Override
    public CompletableFuture<SessionView> restore(UUID id) {
        return engine().thenCompose(now -> now.restore(id));
    }

    @Override
    public CompletableFuture<SessionView> change(UUID id, Session.State to) {
        return engine().thenCompose(now -> now.change(id, to));
    }

    @Override
    public CompletableFuture<SessionView> mark(UUID id, Marker marker) {
        return engine().thenCompose(now -> now.mark(id, marker));
    }
}
