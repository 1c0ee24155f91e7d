package org.labreel.ui.session;

import java.util.List;
import javafx.scene.input.KeyEvent;
import org.labreel.model.Session.State;
import org.labreel.ui.kit.Shortcut;

/** The keys of the page. */
final class SessionKeys {
    static final List<Shortcut> SHORTCUTS = List.of(new Shortcut("N", "New session"),
            new Shortcut("Ctrl+D", "Duplicate it"), new Shortcut("Delete", "Move it to the trash"),
            new Shortcut("F2", "Write its name"), new Shortcut("S", "Schedule it"),
            new Shortcut("A", "Arm it (Standby)"),
            new Shortcut("R", "Start it; while it records: end the segment and stay armed"),
            new Shortcut("Shift+R", "Stop it"), new Shortcut("M", "Mark this moment"),
            new Shortcut("Ctrl+Z Ctrl+Shift+Z",
                    "Undo, redo changes of the plan; Ctrl+Z also brings a deleted session back"),
            new Shortcut("Ctrl+E", "Export the plan as JSON"), new Shortcut("Ctrl+O", "Import a plan"),
            new Shortcut("Esc", "Leave a field; leave the question"));

    private final SessionsModel model;
    private final PlanShelf plans;
    private final SessionList list;
    private final PlanForm plan;

    SessionKeys(SessionsModel model, PlanShelf plans, SessionList list, PlanForm plan) {
        this.model = model;
        this.plans = plans;
        this.list = list;
        this.plan = plan;
    }

    void pressed(KeyEvent event) {
        if (event.isShortcutDown() ? withControl(event) : plain(event)) {
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    model.editor().redo();
                } else {
                    model.undo();
                }
                yield true;
            }
            case Y -> done(model.editor()::redo);
            case D -> done(plans::duplicate);
            case E -> done(list::exportPlan);
            case O -> done(list::importPlan);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case N -> done(plans::create);
            case F2 -> done(plan::editName);
            case S -> done(() -> model.change(State.SCHEDULED));
            case A -> done(() -> model.change(State.STANDBY));
            case R -> done(() -> trigger(event.isShiftDown()));
            case M -> done(() -> model.mark(""));
            case DELETE -> done(() -> model.askDelete(true));
            case ENTER -> model.deleteAsked() && done(model::delete);
            case ESCAPE -> model.deleteAsked() && done(() -> model.askDelete(false));
            default -> false;
        };
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    private void trigger(boolean stop) {
        boolean running = model.selected().filter(view -> view.session().state() == State.STARTED).isPresent();
        model.change(stop ? State.STOPPED : running ? State.STANDBY : State.STARTED);
    }
}
