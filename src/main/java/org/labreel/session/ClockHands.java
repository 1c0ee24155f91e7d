package org.labreel.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.labreel.feed.FeedClock;
import org.labreel.model.Arrival;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and ends sessions by the clocks: schedules by the wall clock, limits by the monotonic one. */
final class ClockHands {
    private static final Logger LOG = LoggerFactory.getLogger(ClockHands.class);

    /** A camera that could not be armed ahead of its start is tried again after this. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Map<UUID, Slot> slots;
    private final Conduct conduct;
    private final Supplier<EngineSettings> settings;
    private final FeedClock clock;
    private final Consumer<Slot> tell;
    private Optional<Arrival> lastLook = Optional.empty();

    ClockHands(Map<UUID, Slot> slots, Conduct conduct, Supplier<EngineSettings> settings, FeedClock clock,
            Consumer<Slot> tell) {
        this.slots = slots;
        this.conduct = conduct;
        this.settings = settings;
        this.clock = clock;
        this.tell = tell;
    }

    /** One thread at a time. */
    synchronized void tick() {
        Optional<String> step = step();
        for (Slot slot : slots.values()) {
            step.ifPresent(words -> slot.execute(() -> noteStep(slot, words)));
            if (slot.active().isPresent() && !slot.isReady()) {
                slot.executeOnce(() -> active(slot));
            } else if (slot.session().state() == Session.State.SCHEDULED) {
                scheduled(slot);
            }
        }
    }

    private Optional<String> step() {
        Arrival now = clock.now();
        Optional<Arrival> before = lastLook;
        lastLook = Optional.of(now);
        return before.flatMap(last -> {
            Duration step = Duration.between(last.wall(), now.wall())
                    .minusNanos(now.monotonicNanos() - last.monotonicNanos());
            return step.abs().compareTo(settings.get().clockStep()) <= 0
                    ? Optional.empty()
                    : Optional.of("This computer's clock was set " + (step.isNegative() ? "back" : "forward") + " by "
                            + SessionWords.duration(step) + ", or it slept.");
        });
    }

    private void noteStep(Slot slot, String words) {
        boolean concerned = slot.active().isPresent() || slot.session().state() == Session.State.SCHEDULED;
        if (concerned && slot.session().plan().end().or(() -> slot.session().plan().start()).isPresent()) {
            guarded(slot, () -> Conduct.save(slot, session -> session.noting(clock.wall().instant(),
                    words + " Start and end go by the new time, limits by the time that passed.")));
        }
    }

    private void scheduled(Slot slot) {
        if (slot.session().cameras().isEmpty() && clock.wall().instant()
                .isBefore(slot.session().plan().start().orElse(Instant.MIN).plus(settings.get().grace()))) {
            // Whoever plans it over the network adds its cameras one by one, after its start was set to now.
            return;
        }
        Due due = Due.ofScheduled(slot.session().plan(), clock.wall().instant(), settings.get().missedStart(),
                settings.get().grace(), settings.get().ahead());
        switch (due) {
            case Due.Nothing _ -> {
                if (slot.isReady()) {
                    slot.executeOnce(() -> guarded(slot, () -> conduct.unprepare(slot)));
                }
            }
            case Due.End _ -> {
                // Of sessions that run.
            }
            case Due.Soon _ -> {
                if (!slot.isReady() && slot.mayPrepare(clock.monotonicNanos().getAsLong(), RETRY.toNanos())) {
                    slot.executeOnce(() -> prepare(slot));
                }
            }
            case Due.Start(Optional<Duration> late) -> slot.executeOnce(() -> start(slot, late));
            case Due.Missed(String why) -> slot.executeOnce(() -> miss(slot, why));
        }
    }

    private void prepare(Slot slot) {
        if (slot.session().state() == Session.State.SCHEDULED && slot.active().isEmpty()) {
            guarded(slot, () -> conduct.prepare(slot));
            tell.accept(slot);
        }
    }

    private void start(Slot slot, Optional<Duration> late) {
        if (slot.session().state() != Session.State.SCHEDULED) {
            return;
        }
        Instant now = clock.wall().instant();
        try {
            conduct.change(slot, Session.State.STARTED, new Conduct.Reason(Span.Cause.SCHEDULE, ""), () -> {
            });
            late.ifPresent(by -> Conduct.save(slot, session -> session.noting(now,
                    "Started " + SessionWords.duration(by) + " late: Labreel was not running at the start.")));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.ELSEWHERE) {
                giveUp(slot, "It could not be started: " + e.words());
            }
        }
        tell.accept(slot);
    }

    private void miss(Slot slot, String why) {
        if (slot.session().state() == Session.State.SCHEDULED) {
            giveUp(slot, why);
            tell.accept(slot);
        }
    }

    private void giveUp(Slot slot, String why) {
        guarded(slot, () -> {
            conduct.unprepare(slot);
            Conduct.save(slot, session -> session.withState(Session.State.STOPPED).noting(clock.wall().instant(),
                    why));
            slot.rest();
        });
    }

    private void active(Slot slot) {
        Optional<ActiveSession> running = slot.active();
        if (running.isEmpty()) {
            return;
        }
        ActiveSession active = running.get();
        Session session = slot.session();
        Optional<String> why = reasonToStop(active, session);
        if (why.isPresent()) {
            guarded(slot, () -> {
                conduct.change(slot, Session.State.STOPPED, new Conduct.Reason(Span.Cause.HAND, why.get()), () -> {
                });
                Conduct.save(slot, next -> next.noting(clock.wall().instant(), "Stopped. " + why.get()));
                slot.rest();
            });
        }
        slot.active().ifPresent(still -> Conduct.join(slot, still));
        tell.accept(slot);
    }

    private Optional<String> reasonToStop(ActiveSession active, Session session) {
        Due due = Due.ofActive(session.plan(), active.since().wall(), clock.wall().instant());
        return switch (due) {
            case Due.End(Instant at) -> Optional.of("Its end at " + SessionWords.at(at) + " has come.");
            case Due.Nothing _,Due.Soon _,Due.Start _,Due.Missed _ -> active.broken()
                    .or(() -> active.state() == Session.State.STARTED
                            ? LimitWatch.reached(session.limits(), active.recorded(), active.bytes())
                            : Optional.empty());
        };
    }

    /** The program ends: what is armed or started is completed, and what the schedule still wants stays scheduled. */
    void endWithProgram(Slot slot) {
        if (slot.active().isEmpty()) {
            return;
        }
        if (slot.isReady()) {
            guarded(slot, () -> conduct.unprepare(slot));
            return;
        }
        guarded(slot, () -> {
            Instant now = clock.wall().instant();
            Session session = slot.session();
            boolean wanted = session.state() == Session.State.STARTED && !session.spans().isEmpty()
                    && session.spans().getLast().cause() == Span.Cause.SCHEDULE
                    && session.plan().end().map(now::isBefore).orElse(true);
            conduct.change(slot, Session.State.STOPPED, new Conduct.Reason(Span.Cause.HAND, "Labreel was ended."),
                    () -> {
                    });
            Conduct.save(slot, next -> wanted
                    ? next.withState(Session.State.SCHEDULED).noting(now,
                            "Labreel was ended; the recording goes on by its schedule when it runs again.")
                    : next.noting(now, "Stopped, because Labreel was ended."));
        });
    }

    private static void guarded(Slot slot, Runnable work) {
        try {
            work.run();
        } catch (Refusal e) {
            LOG.warn("{}: {}", slot.folder().path(), e.words());
        }
    }
}
