package org.labreel.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
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
    private final FeedClock clock;
    private final Conduct conduct;
    private final Roster roster;
    private final ClockHands hands;
    private final Turns turns;
    private final Trashed trashed;
    private volatile EngineSettings settings;
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
        this.clock = clock;
        this.settings = settings;
        this.conduct = new Conduct(rig, this::settings, clock);
        this.roster = new Roster(store, conduct, this::settings, clock, work);
        this.turns = new Turns(roster, work, () -> closed);
        this.trashed = new Trashed(store);
        this.hands = new ClockHands(roster.slots(), conduct, this::settings, clock, roster::tell);
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

    private EngineSettings settings() {
        return settings;
    }

    /**
     * Sessions are run like this from now on. In one that is armed or started the pre-roll and the space kept free
     * change at once, the size of a file and whether repeats are stored with its next segment.
     */
    public void settings(EngineSettings next) {
        settings = next;
        roster.slots().values().forEach(slot -> slot.active().ifPresent(
                active -> active.stations().forEach(station -> station.settings(next.recorder()))));
    }

    /** What the clocks ask for at this moment. */
    public void tick() {
        if (!closed) {
            hands.tick();
        }
    }

    /** Looks what the folder holds now: sessions that others made, changed or took away. */
    public void look() {
        if (!closed) {
            roster.look();
        }
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public CompletableFuture<List<SessionView>> sessions() {
        return CompletableFuture.completedFuture(roster.slots().values().stream().map(roster::view)
                .sorted(Comparator.comparing((SessionView view) -> view.session().created()).reversed()).toList());
    }

    @Override
    public CompletableFuture<List<DamagedSession>> damaged() {
        return CompletableFuture.completedFuture(roster.damages().all());
    }

    /** The session, at once; empty when there is none. */
    public Optional<SessionView> session(UUID id) {
        return Optional.ofNullable(roster.slots().get(id)).map(roster::view);
    }

    /** Where a session lies. */
    public Optional<Path> folder(UUID id) {
        return Optional.ofNullable(roster.slots().get(id)).map(slot -> slot.folder().path());
    }

    @Override
    public CompletableFuture<List<CameraView>> cameras() {
        return CompletableFuture.completedFuture(rig.feeds().stream().map(feed -> new CameraView(feed.camera(),
                feed.health(), false, 0, 0, 0, Duration.ZERO, Optional.empty())).toList());
    }

    @Override
    public CompletableFuture<SessionView> create(String name, Session.Plan plan) {
        return turns.made(() -> {
            PlanCheck.check(name, plan);
            return roster.made(store.create(Session.named(name.strip(), clock.wall().instant()).withPlan(plan)));
        });
    }

    @Override
    public CompletableFuture<SessionView> edit(UUID id, String name, Session.Plan plan) {
        return turns.turn(id, slot -> {
            letGo(slot);
            PlanCheck.check(name, plan);
            Conduct.save(slot, session -> session.withName(name.strip()).withPlan(plan));
            slot.rest();
        });
    }

    /** Changes the plan of a session that is not armed or started, as it stands when its turn comes. */
    public CompletableFuture<SessionView> revise(UUID id, UnaryOperator<Session.Plan> change) {
        return turns.turn(id, slot -> {
            letGo(slot);
            Session.Plan next = change.apply(slot.session().plan());
            PlanCheck.check(slot.session().name(), next);
            Conduct.save(slot, session -> session.withPlan(next));
            slot.rest();
        });
    }

    /** One that is only held ready for its start may be changed; it is made ready anew. */
    private void letGo(Slot slot) {
        conduct.unprepare(slot);
        if (slot.active().isPresent()) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "The session is armed or being recorded. Stop it first.");
        }
    }

    @Override
    public CompletableFuture<SessionView> delete(UUID id) {
        return turns.turn(id, slot -> {
            letGo(slot);
            try {
                trashed.put(slot);
            } catch (IOException e) {
                throw new Refusal(Refusal.Kind.ELSEWHERE, SessionWords.why(e), e);
            }
            roster.forget(slot);
        });
    }

    @Override
    public CompletableFuture<SessionView> restore(UUID id) {
        return turns.made(() -> {
            trashed.restore(id);
            roster.look();
            return roster.slot(id);
        });
    }

    @Override
    public CompletableFuture<SessionView> change(UUID id, Session.State to) {
        return turns.turn(id, (slot, taken) -> conduct.change(slot, to, Conduct.Reason.HAND, taken));
    }

    @Override
    public CompletableFuture<SessionView> mark(UUID id, Marker marker) {
        return turns.turn(id, slot -> Conduct.save(slot, session -> {
            List<Marker> markers = new ArrayList<>(session.markers());
            markers.removeIf(old -> old.id().equals(marker.id()));
            markers.add(marker);
            return session.withMarkers(markers);
        }));
    }

    @Override
    public Watch watch(DeskListener listener) {
        return roster.watch(listener);
    }

    /** Stops all that is armed or started, in order, and waits for it. */
    @Override
    public void close() {
        closed = true;
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (Slot slot : roster.slots().values()) {
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
