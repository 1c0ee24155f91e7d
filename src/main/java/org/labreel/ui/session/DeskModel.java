package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.labreel.session.DeskListener;
import org.labreel.session.DeskListener.Connection;
import org.labreel.session.Refusal;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;

/**
 * The sessions of the desk that is in use, as last heard: kept while the connection is gone. Confined to one thread, to
 * which everything that is heard is handed.
 */
final class DeskModel implements AutoCloseable {
    private final Executor fx;
    private final List<Runnable> listeners = new ArrayList<>();
    private final KnownSessions sessions = new KnownSessions();
    private final DeskStock stock;
    private Optional<InUse> inUse = Optional.empty();
    private Optional<SessionDesk.Watch> watch = Optional.empty();
    private Set<Operation> operations = Set.of();
    private Connection connection = new Connection(false, "Not connected.");
    private boolean everUp;

    /**
     * @param fx
     *            the thread that this is confined to
     */
    DeskModel(Executor fx) {
        this.fx = fx;
        this.stock = new DeskStock(fx, () -> inUse.map(InUse::desk), () -> connection.up(), this::can, this::tell);
    }

    private record InUse(SessionDesk desk, boolean remote) {
    }

    /** Hears that anything changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Goes over to a desk. One in another program is closed when it is left; that of this program is its owner's.
     */
    void use(SessionDesk desk, boolean remote) {
        leave();
        InUse next = new InUse(desk, remote);
        inUse = Optional.of(next);
        sessions.clear();
        stock.clear();
        operations = desk.operations();
        everUp = false;
        watch = Optional.of(desk.watch(new Ear(next)));
        tell();
    }

    private void leave() {
        watch.ifPresent(SessionDesk.Watch::close);
        watch = Optional.empty();
        inUse.filter(InUse::remote).ifPresent(old -> old.desk().close());
        inUse = Optional.empty();
    }

    boolean remote() {
        return inUse.filter(InUse::remote).isPresent();
    }

    Connection connection() {
        return connection;
    }

    /** Whether this desk was ever reached. */
    boolean everUp() {
        return everUp;
    }

    /** Newest first. */
    List<SessionView> sessions() {
        return sessions.newestFirst();
    }

    Optional<SessionView> session(UUID id) {
        return sessions.get(id);
    }

    /** Its cameras, and the folders there whose sessions cannot be worked with. */
    DeskStock stock() {
        return stock;
    }

    boolean can(Operation operation) {
        return connection.up() && operations.contains(operation);
    }

    /** Whether it can be done with this session. */
    boolean can(Operation operation, UUID id) {
        return connection.up() && inUse.filter(now -> now.desk().operations(id).contains(operation)).isPresent();
    }

    /** What is different on this desk. */
    Optional<String> remark() {
        return connection.up() ? inUse.flatMap(now -> now.desk().remark()) : Optional.empty();
    }

    /** What the desk cannot do, though it is there. */
    Set<Operation> missing() {
        Set<Operation> all = EnumSet.allOf(Operation.class);
        all.removeAll(operations);
        return connection.up() ? all : Set.of();
    }

    /**
     * Asks the desk for something; what it answers is known here before {@code done} hears of it.
     *
     * @param refused
     *            hears the words when it cannot be done
     */
    CompletableFuture<Void> ask(Function<SessionDesk, CompletableFuture<SessionView>> work,
            Consumer<SessionView> done, Consumer<String> refused) {
        Optional<InUse> with = inUse;
        if (with.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return work.apply(with.get().desk()).handleAsync((view, failure) -> {
            if (failure != null) {
                refused.accept(Refusal.wordsOf(failure));
            } else if (inUse.equals(with)) {
                sessions.put(view);
                done.accept(view);
                tell();
            }
            return null;
        }, fx);
    }

    /** The desk no longer has it. */
    void forget(UUID id) {
        sessions.remove(id);
        tell();
    }

    private void connected(InUse desk) {
        everUp = true;
        operations = desk.desk().operations();
        CompletableFuture<Void> _ = desk.desk().learn().thenAcceptAsync(can -> {
            if (inUse.filter(desk::equals).isPresent()) {
                operations = can;
                stock.refreshCameras();
                stock.refreshDamaged();
                list(desk);
                tell();
            }
        }, fx).exceptionally(_ -> null);
    }

    private void list(InUse desk) {
        if (can(Operation.LIST)) {
            sessions.asked();
            CompletableFuture<Void> _ = desk.desk().sessions().thenAcceptAsync(all -> {
                if (inUse.filter(desk::equals).isPresent()) {
                    sessions.listed(all);
                    tell();
                }
            }, fx).exceptionally(_ -> null);
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Hears the desk on its threads. */
    private final class Ear implements DeskListener {
        private final InUse from;

        Ear(InUse from) {
            this.from = from;
        }

        private void hear(Runnable what) {
            fx.execute(() -> {
                if (inUse.filter(from::equals).isPresent()) {
                    what.run();
                    tell();
                }
            });
        }

        @Override
        public void changed(SessionView session) {
            hear(() -> sessions.put(session));
        }

        @Override
        public void gone(UUID id) {
            hear(() -> sessions.remove(id));
        }

        @Override
        public void connection(Connection next) {
            hear(() -> {
                boolean comes = next.up() && (!connection.up() || !everUp);
                connection = next;
                if (comes) {
                    connected(from);
                }
            });
        }
    }

    @Override
    public void close() {
        leave();
        listeners.clear();
    }
}
