package org.labreel.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.model.Marker;
import org.labreel.model.Session;

/**
 * Runs the sessions of one recordings folder. The clock is asked by {@link #tick}, which whoever owns the engine calls
 * several times a second.
 */
public final class SessionEngine implements SessionDesk {
    private final SessionStore store;
    private final Rig rig;
    private final EngineSettings settings;
    private final FeedClock clock;
    private final Executor work;
    private final Conduct conduct;
    private final Map<UUID, Slot> slots = new ConcurrentHashMap<>();
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private final ClockHands hands;
    private volatile boolean closed;

    /**
     * @param root
     *            the recordings folder; made when first needed
     * @param clock
     *            both clocks; the wall clock may be stepped
     * @param work
     *            where sessions are brought from state to state; touches disks
     */
    public SessionEngine(Path root, Rig rig, EngineSettings settings, FeedClock clock, Executor work) {
        this.store = new SessionStore(root);
        this.rig = rig;
        this.settings = settings;
        this.clock = clock;
        this.work = work;
        this.conduct = new Conduct(rig, settings, clock);
        this.hands = new ClockHands(slots, conduct, settings, clock, this::tell);
        look();
    }

    /** The recordings folder. */
    public Path root() {
        return store.root();
    }

    /** The configured cameras with their feeds. */
    public Rig rig() {
        return rig;
    }

    /** What the clocks ask for at this moment. */
    public void tick() {
        if (!closed) {
            hands.tick();
        }
    }

    /** Looks what the folder holds now: sessions that others made, changed or took away. */
    public void look() {
        if (closed) {
            return;
        }
        Map<Path, Slot> known = new HashMap<>();
        slots.values().forEach(slot -> known.put(slot.folder().path(), slot));
        for (Path folder : store.folders()) {
            Slot slot = known.remove(folder);
            if (slot == null) {
                open(folder).ifPresent(this::add);
            } else if (slot.active().isEmpty() && !slot.written().equals(SessionStore.written(folder))) {
                slot.executeOnce(() -> reopen(slot));
            } else if (slot.active().isEmpty() && Recovery.needed(slot.folder())) {
                slot.executeOnce(() -> recover(slot));
            }
        }
        known.values().stream().filter(slot -> slot.active().isEmpty()).forEach(this::forget);
    }

    private Optional<SessionFolder> open(Path folder) {
        try {
            return Optional.of(SessionFolder.open(folder));
        } catch (IOException _) {
            // The catalogue tells of folders that cannot be read; here they are no sessions.
            return Optional.empty();
        }
    }

    private void add(SessionFolder folder) {
        Slot slot = new Slot(folder, work);
        if (slots.putIfAbsent(slot.id(), slot) == null) {
            if (Recovery.needed(folder)) {
                slot.executeOnce(() -> recover(slot));
            }
            tell(slot);
        }
    }

    private void recover(Slot slot) {
        conduct.recover(slot, _ -> {
            slot.rest();
            tell(slot);
        });
    }

    private void reopen(Slot slot) {
        if (slot.active().isEmpty()) {
            open(slot.folder().path()).filter(next -> next.session().id().equals(slot.id())).ifPresent(next -> {
                slot.reopened(next);
                tell(slot);
            });
        }
    }

    private void forget(Slot slot) {
        slots.remove(slot.id());
        listeners.forEach(listener -> listener.gone(slot.id()));
    }

    private void tell(Slot slot) {
        if (slot.news()) {
            SessionView view = view(slot);
            listeners.forEach(listener -> listener.changed(view));
        }
    }

    private SessionView view(Slot slot) {
        List<Station> stations = slot.active().map(ActiveSession::stations).orElse(List.of());
        List<StreamCheck> checks = new ArrayList<>();
        stations.forEach(station -> checks.addAll(station.checks()));
        Session session = slot.session();
        long usable = store.usableBytes();
        Optional<DiskForecast> forecast = usable < 0
                ? Optional.empty()
                : Optional.of(DiskForecast.of(session, clock.wall().instant(),
                        Math.max(0, usable - settings.recorder().reserveBytes())));
        return new SessionView(session, String.valueOf(slot.folder().path().getFileName()),
                slot.active().isPresent(), stations.stream().map(Station::view).toList(), checks, forecast);
    }

    private Slot slot(UUID id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no session " + id + ".");
        }
        return slot;
    }

    /** Has it done in the session's turn; the answer is the session as it stands then. */
    private CompletableFuture<SessionView> turn(UUID id, Consumer<Slot> change) {
        return turn(id, (slot, taken) -> {
            change.accept(slot);
            taken.run();
        });
    }

    private interface Turn {
        void take(Slot slot, Runnable taken);
    }

    private CompletableFuture<SessionView> turn(UUID id, Turn change) {
        CompletableFuture<SessionView> answer = new CompletableFuture<>();
        try {
            refuseWhenClosed();
            Slot slot = slot(id);
            slot.execute(() -> {
                try {
                    change.take(slot, () -> answer.complete(view(slot)));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
                tell(slot);
            });
        } catch (Refusal e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "Labreel is ending.");
        }
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public CompletableFuture<List<SessionView>> sessions() {
        return CompletableFuture.completedFuture(slots.values().stream().map(this::view)
                .sorted(Comparator.comparing((SessionView view) -> view.session().created()).reversed()).toList());
    }

    /** The session, at once; empty when there is none. */
    public Optional<SessionView> session(UUID id) {
        return Optional.ofNullable(slots.get(id)).map(this::view);
    }

    /** Where a session lies. */
    public Optional<Path> folder(UUID id) {
        return Optional.ofNullable(slots.get(id)).map(slot -> slot.folder().path());
    }

    @Override
    public CompletableFuture<List<CameraView>> cameras() {
        return CompletableFuture.completedFuture(rig.feeds().stream().map(feed -> new CameraView(feed.camera(),
                feed.health(), false, 0, 0, 0, Duration.ZERO, Optional.empty())).toList());
    }

    @Override
    public CompletableFuture<SessionView> create(String name, Session.Plan plan) {
        CompletableFuture<SessionView> answer = new CompletableFuture<>();
        work.execute(() -> {
            try {
                refuseWhenClosed();
                PlanCheck.check(name, plan);
                Session session = Session.named(name.strip(), clock.wall().instant()).withPlan(plan);
                Slot slot = new Slot(store.create(session), work);
                slots.put(slot.id(), slot);
                answer.complete(view(slot));
                tell(slot);
            } catch (IOException e) {
                answer.completeExceptionally(new Refusal(Refusal.Kind.FAILED, SessionWords.why(e), e));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Override
    public CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan) {
        return turn(id, slot -> {
            refuseWhenActive(slot);
            PlanCheck.check(name, plan);
            Conduct.save(slot, session -> session.withName(name.strip()).withPlan(plan));
            slot.rest();
        });
    }

    /** Changes the plan of a session that is not armed or started, as it stands when its turn comes. */
    public CompletableFuture<SessionView> revise(UUID id, UnaryOperator<Session.Plan> change) {
        return turn(id, slot -> {
            refuseWhenActive(slot);
            Session.Plan next = change.apply(slot.session().plan());
            PlanCheck.check(slot.session().name(), next);
            Conduct.save(slot, session -> session.withPlan(next));
            slot.rest();
        });
    }

    private static void refuseWhenActive(Slot slot) {
        if (slot.active().isPresent()) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "The session is armed or being recorded. Stop it first.");
        }
    }

    @Override
    public CompletableFuture<SessionView> delete(UUID id) {
        return turn(id, slot -> {
            refuseWhenActive(slot);
            try {
                store.trash(slot.folder());
            } catch (IOException e) {
                throw new Refusal(Refusal.Kind.ELSEWHERE, SessionWords.why(e), e);
            }
            forget(slot);
        });
    }

    @Override
    public CompletableFuture<SessionView> change(UUID id, Session.State to) {
        return turn(id, (slot, taken) -> conduct.change(slot, to, Conduct.Reason.HAND, taken));
    }

    @Override
    public CompletableFuture<SessionView> mark(UUID id, Marker marker) {
        return turn(id, slot -> Conduct.save(slot, session -> {
            List<Marker> markers = new ArrayList<>(session.markers());
            markers.removeIf(old -> old.id().equals(marker.id()));
            markers.add(marker);
            return session.withMarkers(markers);
        }));
    }

    @Override
    public Watch watch(DeskListener listener) {
        listeners.add(listener);
        listener.connection(new DeskListener.Connection(true, "In this program."));
        return () -> listeners.remove(listener);
    }

    /** Stops all that is armed or started, in order, and waits for it. */
    @Override
    public void close() {
        closed = true;
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (Slot slot : slots.values()) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            ends.add(end);
            slot.execute(() -> {
                try {
                    hands.endWithProgram(slot);
                } finally {
                    end.complete(null);
                }
            });
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
        rig.close();
    }
}
