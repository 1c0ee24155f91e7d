package org.labreel.ui.session;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Session;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;

/**
 * The plan that is being written. What is typed is checked at once and given to the desk when the operator leaves the
 * field, if nothing is wrong with it. Confined to one thread.
 */
final class Editor {
    private final DeskModel desk;
    private final ZoneId usualZone;
    private final Runnable changed;
    private final Map<UUID, DraftHistory> histories = new HashMap<>();
    private Optional<UUID> id = Optional.empty();
    private Optional<Draft> draft = Optional.empty();
    /** As the desk has it. */
    private Optional<Draft> saved = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private int saving;
    private long changes;
    private CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);

    /**
     * @param changed
     *            called when what is shown here is not as it was
     */
    Editor(DeskModel desk, ZoneId usualZone, Runnable changed) {
        this.desk = desk;
        this.usualZone = usualZone;
        this.changed = changed;
    }

    /** Shows a session; what was being written in another is given to the desk before. */
    void open(Optional<UUID> next) {
        if (!next.equals(id)) {
            commit();
            id = next;
            draft = Optional.empty();
            saved = Optional.empty();
            refusal = Optional.empty();
            follow();
        }
    }

    /** Takes over what the desk has, unless the operator is at work on it. */
    void follow() {
        Optional<Session> now = id.flatMap(desk::session).map(SessionView::session);
        if (now.isEmpty()) {
            draft = Optional.empty();
            saved = Optional.empty();
            return;
        }
        ZoneId zone = draft.map(Draft::zone).orElse(usualZone);
        Draft there = Draft.of(now.get(), zone);
        boolean same = saved.filter(there::equals).isPresent();
        boolean untouched = draft.equals(saved) && saving == 0;
        if (!same && (untouched || draft.isEmpty())) {
            draft = Optional.of(there);
            saved = draft;
        }
    }

    Optional<Draft> draft() {
        return draft;
    }

    /** Why the desk did not take the last change. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Whether what is shown is on the desk. */
    boolean isSaved() {
        return draft.equals(saved) && saving == 0;
    }

    boolean isSaving() {
        return saving > 0;
    }

    /** Whether the plan can be changed now. */
    boolean editable() {
        return id.filter(each -> desk.can(Operation.EDIT, each)).isPresent()
                && session().filter(view -> switch (view.session().state()) {
                    case STOPPED, SCHEDULED -> true;
                    case STANDBY, STARTED -> false;
                }).isPresent();
    }

    private Optional<SessionView> session() {
        return id.flatMap(desk::session);
    }

    /** The operator is writing. */
    void write(Draft next) {
        if (editable() && !draft.equals(Optional.of(next))) {
            draft = Optional.of(next);
            changed.run();
        }
    }

    /** Writes and gives it to the desk at once: a choice was made. */
    void choose(Draft next) {
        write(next);
        commit();
    }

    /** The operator is through with a field. */
    void commit() {
        if (draft.isPresent() && saved.isPresent() && !draft.equals(saved) && editable()
                && draft.get().problems().isEmpty()) {
            history().changed(saved.get());
            changes++;
            save(draft.get());
        }
    }

    private DraftHistory history() {
        return histories.computeIfAbsent(id.orElseThrow(), _ -> new DraftHistory());
    }

    private void save(Draft next) {
        UUID to = id.orElseThrow();
        saved = Optional.of(next);
        draft = saved;
        saving++;
        tail = tail.thenCompose(_ -> desk.ask(now -> now.edit(to, next.name().strip(), next.plan()),
                _ -> done(Optional.empty()), words -> done(Optional.of(words))));
        changed.run();
    }

    private void done(Optional<String> refused) {
        saving--;
        refusal = refused;
        if (refused.isPresent()) {
            // What the desk has is the truth; what was written stays in sight.
            saved = session().map(view -> Draft.of(view.session(), draft.map(Draft::zone).orElse(usualZone)));
        }
        changed.run();
    }

    /** Completes when all that was written so far is on the desk, or was refused. */
    CompletableFuture<Void> settled() {
        commit();
        return tail;
    }

    /** How many changes the operator made. */
    long changes() {
        return changes;
    }

    boolean canUndo() {
        return editable() && id.isPresent() && history().canUndo();
    }

    boolean canRedo() {
        return editable() && id.isPresent() && history().canRedo();
    }

    void undo() {
        if (canUndo()) {
            commit();
            history().undo(saved.orElseThrow()).ifPresent(this::save);
        }
    }

    void redo() {
        if (canRedo()) {
            commit();
            history().redo(saved.orElseThrow()).ifPresent(this::save);
        }
    }
}
