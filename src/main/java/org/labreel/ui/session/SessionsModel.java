package org.labreel.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.labreel.archive.PlanFile;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.session.CameraView;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.kit.Notices;

/** The page without its controls: which session is chosen, what can be done with it, and what came of it. */
final class SessionsModel implements AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'Session' uuuu-MM-dd HH.mm",
            Locale.ROOT);

    private final DeskModel desk;
    private final Editor editor;
    private final Notices notices;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Executor disk;
    private final Executor fx;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<UUID> selected = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean changing;
    private boolean deleteAsked;

    /**
     * @param disk
     *            where files are read and written
     * @param fx
     *            the thread that this is confined to
     */
    SessionsModel(Notices notices, InstantSource clock, ZoneId zone, Executor disk, Executor fx) {
        this.desk = new DeskModel(fx);
        this.editor = new Editor(desk, zone, this::tell);
        this.notices = notices;
        this.clock = clock;
        this.zone = zone;
        this.disk = disk;
        this.fx = fx;
        desk.onChange(this::deskChanged);
    }

    DeskModel desk() {
        return desk;
    }

    Editor editor() {
        return editor;
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return clock.instant();
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Goes over to a desk; nothing of the last one stays in sight. */
    void use(SessionDesk next, boolean remote) {
        editor.commit();
        select(Optional.empty());
        desk.use(next, remote);
    }

    private void deskChanged() {
        if (selected.filter(id -> desk.session(id).isEmpty()).isPresent()) {
            select(Optional.empty());
        }
        if (selected.isEmpty() && !desk.sessions().isEmpty()) {
            select(Optional.of(desk.sessions().getFirst().session().id()));
        }
        editor.follow();
        tell();
    }

    void select(Optional<UUID> id) {
        if (!id.equals(selected)) {
            selected = id;
            refusal = Optional.empty();
            deleteAsked = false;
            editor.open(id);
            tell();
        }
    }

    Optional<SessionView> selected() {
        return selected.flatMap(desk::session);
    }

    /** Why the last thing that was asked for was not done. */
    Optional<String> refusal() {
        return refusal.or(editor::refusal);
    }

    /** Whether a change of state is under way. */
    boolean changing() {
        return changing;
    }

    private void refused(String words) {
        changing = false;
        refusal = Optional.of(words);
        tell();
    }

    /** Makes a session with the first camera there is, and opens it. */
    void create() {
        desk.withCameras(this::create);
    }

    private void create(List<CameraView> cameras) {
        List<Session.Camera> first = cameras.stream().limit(1).map(CameraView::camera)
                .map(camera -> new Session.Camera(camera.id(), camera.model(), camera.serial(), camera.address())
                        .withStreams(StreamDraft.fresh().wish().stream().toList()))
                .toList();
        add(free(NAME.format(now().atZone(zone))), Session.Plan.NONE.withCameras(first));
    }

    /** Makes another session with the same plan, and opens it. */
    void duplicate() {
        selected().ifPresent(view -> {
            CompletableFuture<Void> _ = editor.settled()
                    .thenRunAsync(() -> add(free(view.session().name() + " copy"),
                            fresh(desk.session(view.session().id()).orElse(view).session().plan())), fx);
        });
    }

    private void add(String name, Session.Plan plan) {
        if (desk.can(Operation.CREATE)) {
            editor.commit();
            CompletableFuture<Void> _ = desk.ask(now -> now.create(name, plan),
                    view -> select(Optional.of(view.session().id())), this::refused);
        }
    }

    private String free(String name) {
        List<String> taken = desk.sessions().stream().map(view -> view.session().name()).toList();
        String next = name;
        for (int number = 2; taken.contains(next); number++) {
            next = name + " " + number;
        }
        return next;
    }

    /** The same plan with ids of its own. */
    private static Session.Plan fresh(Session.Plan plan) {
        return plan.withCameras(plan.cameras().stream().map(camera -> new Session.Camera(camera.id(), camera.model(),
                camera.serial(), camera.address(), UUID.randomUUID(),
                camera.streams().stream().map(SessionsModel::fresh).toList())).toList());
    }

    private static StreamWish fresh(StreamWish wish) {
        return new StreamWish(UUID.randomUUID(), wish.type(), wish.encoder(), wish.width(), wish.height(),
                wish.frameRate(), wish.bitrate(), wish.nearCut(), wish.farCut(), wish.alignTo(), wish.required());
    }

    /** Whether the operator was asked whether the chosen session may go. */
    boolean deleteAsked() {
        return deleteAsked;
    }

    void askDelete(boolean asked) {
        deleteAsked = asked && selected().isPresent() && desk.can(Operation.DELETE);
        tell();
    }

    /** Moves the chosen session to the trash. */
    void delete() {
        askDelete(false);
        selected().ifPresent(view -> {
            CompletableFuture<Void> _ = desk.ask(now -> now.delete(view.session().id()), this::deleted, this::refused);
        });
    }

    private void deleted(SessionView gone) {
        desk.forget(gone.session().id());
        notices.info("Session moved to the trash", "\"" + gone.session().name() + "\" lies in the folder .trash of the "
                + "recordings folder, with everything that it recorded.");
    }

    /** Whether the chosen session may be brought to a state now. */
    boolean may(Session.State to) {
        if (changing || !desk.can(Operation.CHANGE_STATE) || editor.draft().map(Draft::problems)
                .filter(problems -> !problems.isEmpty()).isPresent()) {
            return false;
        }
        return selected().filter(view -> switch (view.session().state()) {
            case STOPPED -> to != Session.State.STOPPED
                    && (to != Session.State.SCHEDULED || view.session().plan().start().isPresent()
                            || editor.draft().filter(draft -> draft.start().on()).isPresent());
            case SCHEDULED -> to != Session.State.SCHEDULED;
            case STANDBY -> view.here() && (to == Session.State.STARTED || to == Session.State.STOPPED);
            case STARTED -> view.here() && (to == Session.State.STANDBY || to == Session.State.STOPPED);
        }).isPresent();
    }

    /** Brings the chosen session to a state, with what was written last. */
    void change(Session.State to) {
        if (!may(to)) {
            return;
        }
        UUID id = selected.orElseThrow();
        changing = true;
        refusal = Optional.empty();
        CompletableFuture<Void> _ = editor.settled().thenCompose(_ -> desk.ask(now -> now.change(id, to),
                _ -> changing = false, this::refused)).exceptionally(_ -> null);
        tell();
    }

    boolean mayMark() {
        return desk.can(Operation.MARK) && selected().isPresent();
    }

    /** Notes a moment, this one. */
    void mark(String text) {
        if (mayMark()) {
            Marker marker = new Marker(UUID.randomUUID(), now(), text.strip(), MarkerColour.YELLOW.css());
            CompletableFuture<Void> _ = desk.ask(now -> now.mark(selected.orElseThrow(), marker), _ -> {
            }, this::refused);
        }
    }

    /** Writes the plan of the chosen session into a file. */
    void exportTo(Path file) {
        selected().map(SessionView::session).ifPresent(session -> disk.execute(() -> {
            try {
                PlanFile.write(file, new PlanFile.Planned(session.name(), session.plan()));
                notices.info("Plan exported", session.name() + " → " + file);
            } catch (IOException e) {
                notices.error("The plan was not exported", "Nothing was changed at " + file + ".", e);
            }
        }));
    }

    /** Makes a session of the plan in a file. */
    void importFrom(Path file) {
        disk.execute(() -> {
            try {
                PlanFile.Planned planned = PlanFile.read(file);
                fx.execute(() -> add(free(planned.name()), fresh(planned.plan())));
            } catch (IOException e) {
                notices.error("The plan was not imported", String.valueOf(e.getMessage()), e);
            }
        });
    }

    @Override
    public void close() {
        editor.commit();
        listeners.clear();
        desk.close();
    }
}
