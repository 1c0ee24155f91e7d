package org.labreel.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.model.Session;

/** The sessions of a folder as they stand, and who hears of them. Safe for several threads. */
final class Roster {
    private final SessionStore store;
    private final Conduct conduct;
    private final Supplier<EngineSettings> settings;
    private final FeedClock clock;
    private final Executor work;
    private final Damages damages = new Damages();
    private final Map<UUID, Slot> slots = new ConcurrentHashMap<>();
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();

    Roster(SessionStore store, Conduct conduct, Supplier<EngineSettings> settings, FeedClock clock, Executor work) {
        this.store = store;
        this.conduct = conduct;
        this.settings = settings;
        this.clock = clock;
        this.work = work;
    }

    Damages damages() {
        return damages;
    }

    Map<UUID, Slot> slots() {
        return slots;
    }

    /** By its id. @throws Refusal when there is none */
    Slot slot(UUID id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no session " + id + ".");
        }
        return slot;
    }

    /** Takes in one that was made just now; whoever made it tells of it. */
    Slot made(SessionFolder folder) {
        Slot slot = new Slot(folder, work);
        slots.put(slot.id(), slot);
        return slot;
    }

    SessionDesk.Watch watch(DeskListener listener) {
        listeners.add(listener);
        listener.connection(new DeskListener.Connection(true, "In this program."));
        return () -> listeners.remove(listener);
    }

    /** Looks what the folder holds now: sessions that others made, changed or took away. */
    void look() {
        Map<Path, Slot> known = new HashMap<>();
        slots.values().forEach(slot -> known.put(slot.folder().path(), slot));
        List<Path> folders = store.folders();
        damages.keep(Set.copyOf(folders));
        for (Path folder : folders) {
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
            SessionFolder opened = SessionFolder.open(folder);
            damages.mended(folder);
            return Optional.of(opened);
        } catch (IOException e) {
            damages.found(folder, SessionWords.why(e));
            return Optional.empty();
        }
    }

    private void add(SessionFolder folder) {
        Slot slot = new Slot(folder, work);
        Slot other = slots.get(slot.id());
        if (other != null && !other.folder().path().equals(folder.path())) {
            beside(slot, other);
            return;
        }
        if (slots.putIfAbsent(slot.id(), slot) == null) {
            if (Recovery.needed(folder)) {
                slot.executeOnce(() -> recover(slot));
            }
            tell(slot);
        }
    }

    /** Two folders with one session: the one is a copy, or the folder was only renamed. */
    private void beside(Slot slot, Slot other) {
        Path here = slot.folder().path();
        Path there = other.folder().path();
        if (SessionStore.written(there).isEmpty()) {
            if (other.active().isEmpty()) {
                slots.remove(other.id());
                add(slot.folder());
            }
        } else if (other.active().isPresent() || Copies.isCopy(here, there)) {
            separate(slot.folder(), there);
        } else {
            slots.remove(other.id());
            add(slot.folder());
            separate(other.folder(), here);
        }
    }

    private void separate(SessionFolder copy, Path original) {
        try {
            Copies.separate(copy, original, clock.wall().instant());
            add(copy);
        } catch (IOException e) {
            damages.found(copy.path(), copy.path() + " is a copy of \"" + original.getFileName()
                    + "\" and could not be made a session of its own: " + SessionWords.why(e));
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

    void forget(Slot slot) {
        // Its folder may only have another name by now, and be known under that already.
        if (slots.remove(slot.id(), slot)) {
            listeners.forEach(listener -> listener.gone(slot.id()));
        }
    }

    void tell(Slot slot) {
        if (slot.news()) {
            SessionView view = view(slot);
            listeners.forEach(listener -> listener.changed(view));
        }
    }

    SessionView view(Slot slot) {
        List<Station> stations = slot.active().map(ActiveSession::stations).orElse(List.of());
        List<StreamCheck> checks = new ArrayList<>();
        stations.forEach(station -> checks.addAll(station.checks()));
        Session session = slot.session();
        long usable = store.usableBytes();
        Optional<DiskForecast> forecast = usable < 0
                ? Optional.empty()
                : Optional.of(DiskForecast.of(session, clock.wall().instant(),
                        Math.max(0, usable - settings.get().recorder().reserveBytes())));
        return new SessionView(session, String.valueOf(slot.folder().path().getFileName()),
                slot.active().isPresent(), stations.stream().map(Station::view).toList(), checks, forecast);
    }
}
