package org.labreel.session;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedClock;
import org.labreel.log.FileDisk;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.record.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a session from state to state. To be run in the session's turns. */
final class Conduct {
    private static final Logger LOG = LoggerFactory.getLogger(Conduct.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Rig rig;
    private final Supplier<EngineSettings> settings;
    private final FeedClock clock;

    Conduct(Rig rig, Supplier<EngineSettings> settings, FeedClock clock) {
        this.rig = rig;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Why a state is changed.
     *
     * @param why
     *            for the span that ends; empty when it was asked for by hand
     */
    record Reason(Span.Cause cause, String why) {
        static final Reason HAND = new Reason(Span.Cause.HAND, "");
    }

    /**
     * Takes all steps to the state.
     *
     * @param taken
     *            called as soon as the state is reached, which may be before it is on the disk
     * @throws Refusal
     *             when it cannot be done
     */
    void change(Slot slot, Session.State to, Reason reason, Runnable taken) {
        Session.State from = slot.session().state();
        List<Step> steps = Transitions.steps(from, to);
        boolean held = from == Session.State.STANDBY || from == Session.State.STARTED;
        if (held && slot.active().isEmpty()) {
            throw new Refusal(Refusal.Kind.ELSEWHERE,
                    "Another program runs this session (" + from.word() + "). Change it there.");
        }
        Optional<ActiveSession> ready = slot.active().filter(ActiveSession::isAhead);
        if (ready.isPresent() && to == Session.State.STOPPED) {
            disarm(slot, to);
            taken.run();
            return;
        }
        ready.filter(_ -> to != Session.State.SCHEDULED).ifPresent(active -> active.ahead(false));
        for (Step step : steps) {
            if (step != Step.ARM || ready.isEmpty()) {
                take(slot, step, to, reason, taken);
            }
        }
        if (!steps.contains(Step.BEGIN)) {
            if (from != to && !steps.contains(Step.DISARM)) {
                save(slot, session -> session.withState(to));
            }
            taken.run();
        }
    }

    /** Connects the cameras of a scheduled session, so that its start finds a pre-roll. */
    void prepare(Slot slot) {
        ActiveSession active = ActiveSession.arm(slot.folder(), this::station, clock);
        active.ahead(true);
        slot.activate(active);
    }

    /** Lets go of a scheduled session that is not to start soon any more; it stays scheduled. */
    void unprepare(Slot slot) {
        if (slot.active().filter(ActiveSession::isAhead).isPresent()) {
            disarm(slot, Session.State.SCHEDULED);
        }
    }

    private void take(Slot slot, Step step, Session.State to, Reason reason, Runnable taken) {
        switch (step) {
            case PLAN -> plan(slot.session().plan());
            case ARM -> slot.activate(ActiveSession.arm(slot.folder(), this::station, clock));
            case BEGIN -> begin(slot, to, reason, taken);
            case END -> end(slot, reason);
            case DISARM -> disarm(slot, to);
        }
    }

    private void plan(Session.Plan plan) {
        Instant now = clock.wall().instant();
        if (plan.start().isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "There is no start to wait for. Set one, or start by hand.");
        }
        if (plan.end().isPresent() && !now.isBefore(plan.end().get())) {
            throw new Refusal(Refusal.Kind.INVALID, "Its end at " + SessionWords.at(plan.end().get())
                    + " has passed. Set a later one.");
        }
    }

    private Station station(Session.Camera camera, SessionFolder folder) throws IOException {
        CameraFeed feed = rig.feed(camera).orElseThrow(() -> new IOException("The camera " + camera.model() + " "
                + camera.serial() + " (" + camera.address() + ") is not configured here."));
        Recorder recorder = new Recorder(feed.camera().address(), settings.get().recorder(), clock.wall(),
                clock.monotonicNanos(), new FileDisk(), ROUND, rig.memory());
        return Station.arm(camera, feed, recorder, folder);
    }

    private void begin(Slot slot, Session.State to, Reason reason, Runnable taken) {
        ActiveSession active = slot.active().orElseThrow();
        Span span;
        try {
            span = active.begin(reason.cause());
        } catch (Refusal e) {
            if (slot.folder().session().state() != Session.State.STANDBY) {
                disarm(slot, slot.folder().session().state());
            }
            throw e;
        }
        taken.run();
        save(slot, session -> {
            List<Span> spans = new ArrayList<>(session.spans());
            spans.add(span);
            return session.withSpans(spans).withState(to)
                    .withBoardDefinition(session.boardDefinition().or(() -> board(active)));
        });
    }

    /** Notes cameras that were not connected at the start and are now, and the board that one of them told since. */
    static void join(Slot slot, ActiveSession active) {
        List<Span> spans = slot.session().spans();
        if (active.state() != Session.State.STARTED || spans.isEmpty()) {
            return;
        }
        List<Span.Part> parts = active.joined(spans.getLast().parts());
        Optional<String> board = slot.session().boardDefinition().or(() -> board(active));
        if (!parts.equals(spans.getLast().parts()) || !board.equals(slot.session().boardDefinition())) {
            save(slot, session -> SessionStore.withOpenSpan(session.withBoardDefinition(board),
                    span -> new Span(span.requested(), span.cause(), span.ended(), span.ending(), parts)));
        }
    }

    private static Optional<String> board(ActiveSession active) {
        return active.stations().stream().flatMap(station -> station.board().stream()).findFirst();
    }

    private void end(Slot slot, Reason reason) {
        ActiveSession active = slot.active().orElseThrow();
        Instant now = clock.wall().instant();
        active.end();
        String why = reason.why().isEmpty() ? "Ended by hand." : reason.why();
        save(slot, session -> SessionStore.withOpenSpan(session.withState(Session.State.STANDBY),
                span -> new Span(span.requested(), span.cause(), Optional.of(now), why, span.parts())));
    }

    /** The files are completed and the truth is written while the folder is still claimed. */
    private void disarm(Slot slot, Session.State to) {
        ActiveSession active = slot.active().orElseThrow();
        List<String> problems = active.disarm();
        Instant now = clock.wall().instant();
        save(slot, session -> {
            Session next = session.withState(to);
            for (String problem : problems) {
                next = next.noting(now, problem);
            }
            return next;
        });
        slot.rest();
        active.release();
    }

    /** Brings what another run left to the truth, unless somebody is at work there. */
    void recover(Slot slot, Consumer<Session> recovered) {
        SessionFolder folder = slot.folder();
        try {
            folder.claim();
        } catch (IOException _) {
            // Another program records there: it is the one that knows.
            return;
        }
        try {
            if (!Recovery.needed(folder)) {
                // Whoever recorded there has just completed it in order.
                recovered.accept(folder.session());
                return;
            }
            recovered.accept(Recovery.recover(folder, clock.wall().instant()));
        } catch (IOException e) {
            LOG.warn("{} could not be brought in order: {}", folder.path(), e.getMessage());
        } finally {
            release(folder);
        }
    }

    private static void release(SessionFolder folder) {
        try {
            folder.release();
        } catch (IOException e) {
            LOG.warn("{} could not be let go of: {}", folder.path(), e.toString());
        }
    }

    /** What was refused must not be written later, over what somebody else writes there meanwhile. */
    private static void reopen(Slot slot) {
        try {
            slot.reopened(SessionFolder.open(slot.folder().path()));
        } catch (IOException e) {
            LOG.warn("{} could not be read again: {}", slot.folder().path(), e.toString());
        }
    }

    /** Writes a change; what cannot be written is kept in memory and written with the next one. */
    static void save(Slot slot, UnaryOperator<Session> change) {
        try {
            slot.folder().update(change);
        } catch (IOException e) {
            if (slot.active().isEmpty()) {
                reopen(slot);
                throw new Refusal(Refusal.Kind.FAILED, SessionWords.why(e), e);
            }
            LOG.warn("{} could not be written and is kept in memory: {}", slot.folder().path(), e.toString());
        }
    }
}
