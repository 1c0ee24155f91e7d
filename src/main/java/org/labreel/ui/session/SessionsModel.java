package org.labreel.ui.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.labreel.model.Marker;
import org.labreel.model.Session;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.MarkerColour;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Notices;

/** The page without its controls: which session is chosen, what can be done with it, and what came of it. */
final class SessionsModel implements AutoCloseable {
    private final DeskModel desk;
    private final Editor editor;
    private final Deletions deletions = new Deletions();
    private final Notices notices;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<UUID> selected = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean changing;
    private boolean deleteAsked;

    /**
     * @param fx
     *            the thread that this is confined to
     */
    SessionsModel(Notices notices, InstantSource clock, ZoneId zone, Executor fx) {
        this.desk = new DeskModel(fx);
        this.editor = new Editor(desk, zone, this::tell);
        this.notices = notices;
        this.clock = clock;
        this.zone = zone;
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
        deletions.clear();
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

    void refused(String words) {
        changing = false;
        refusal = Optional.of(words);
        tell();
    }

    /** Whether the operator was asked whether the chosen session may go. */
    boolean deleteAsked() {
        return deleteAsked;
    }

    /** Whether the desk can delete the chosen session. */
    boolean mayDelete() {
        return selected().isPresent() && selected.filter(id -> desk.can(Operation.DELETE, id)).isPresent();
    }

    void askDelete(boolean asked) {
        deleteAsked = asked && mayDelete();
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
        UUID id = gone.session().id();
        desk.forget(id);
        if (desk.can(Operation.RESTORE)) {
            deletions.deleted(id, editor.changes());
            notices.info("Session moved to the trash", "\"" + gone.session().name() + "\" lies in the folder .trash of "
                    + "the recordings folder, with everything that it recorded. Ctrl+Z brings it back.",
                    new Notice.Choice("Bring it back", () -> restore(id)));
        }
    }

    private void restore(UUID id) {
        deletions.forget(id);
        CompletableFuture<Void> _ = desk.ask(now -> now.restore(id),
                back -> select(Optional.of(back.session().id())), this::refused);
    }

    boolean canUndo() {
        return editor.canUndo() || (desk.can(Operation.RESTORE) && deletions.any().isPresent());
    }

    /** Takes back the last change of the plan, or the last deletion if that came later. */
    void undo() {
        Optional<UUID> last = deletions.newest(editor.changes()).or(
                () -> editor.canUndo() ? Optional.empty() : deletions.any());
        last.filter(_ -> desk.can(Operation.RESTORE)).ifPresentOrElse(this::restore, editor::undo);
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

    @Override
    public void close() {
        editor.commit();
        listeners.clear();
        desk.close();
    }
}
