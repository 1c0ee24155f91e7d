package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.labreel.log.FrameArrivals;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A frame beside the one that is shown (A): of the same log or of another, going with A by a {@link Lock}. JavaFX
 * thread.
 */
final class CompareModel implements AutoCloseable {
    private final BrowserModel first;
    private final Companion second;
    private final ReadOnlyObjectWrapper<Lock> lock = new ReadOnlyObjectWrapper<>(new Lock.Released());
    private final ReadOnlyBooleanWrapper beyond = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    CompareModel(BrowserServices services, BrowserModel first) {
        this.first = first;
        this.second = new Companion(services, this::follow);
        first.transport().frameProperty().subscribe(this::follow);
        first.openProperty().subscribe(this::firstChanged);
    }

    /** The log of B; empty while nothing is compared. */
    ReadOnlyObjectProperty<Optional<OpenLog>> logProperty() {
        return second.logProperty();
    }

    /** What is on the screen as B. */
    ReadOnlyObjectProperty<Optional<FrameLoader.Loaded>> shownProperty() {
        return second.shownProperty();
    }

    /** The frame that is wanted as B. */
    ReadOnlyIntegerProperty frameProperty() {
        return second.frameProperty();
    }

    ReadOnlyObjectProperty<Lock> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /** Whether A stands where B's log does not reach. */
    ReadOnlyBooleanProperty beyondProperty() {
        return beyond.getReadOnlyProperty();
    }

    /** Why the last file was not taken, for the operator; empty when it was. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    boolean isActive() {
        return log().isPresent();
    }

    private Optional<OpenLog> log() {
        return second.logProperty().get();
    }

    private int frame() {
        return second.frameProperty().get();
    }

    /** Begins, or leaves. */
    void toggle() {
        if (isActive()) {
            leave();
        } else {
            begin();
        }
    }

    /** Takes the frame that is shown as B as well; it stays there while A is moved. */
    void begin() {
        first.openProperty().get().filter(open -> open.frames() > 0)
                .ifPresent(open -> take(open, false, first.transport().frame(), new Lock.Released()));
    }

    /** Opens a log for B, in the background; what is compared until then stays. */
    void open(Path file) {
        Optional<OpenLog> same = first.openProperty().get()
                .filter(open -> open.reader().file().toAbsolutePath().equals(file.toAbsolutePath()));
        if (same.isPresent()) {
            begin();
        } else {
            // Experiments are begun by hand: their times since the start tell most of what belongs together.
            open(file, new Lock.Time(Duration.ZERO));
        }
    }

    /** As {@link #open(Path)}, to go with A by this lock. */
    void open(Path file, Lock how) {
        refusal.set("");
        second.open(file, found -> opened(found, how), refusal::set);
    }

    private void opened(OpenLog found, Lock how) {
        if (found.frames() == 0) {
            refusal.set(found.reader().file().getFileName() + " holds no pictures to compare.");
        }
        if (found.frames() == 0 || first.transport().frame() < 0) {
            Companion.close(found.reader());
        } else {
            take(found, true, 0, how);
        }
    }

    private void take(OpenLog next, boolean ours, int at, Lock how) {
        lock.set(how);
        second.take(next, ours);
        // Whoever heard of the log may hold it by another lock already.
        place(lock.get().follow(first.transport().index(), first.transport().frame(), next.index(), at));
    }

    /** Moves B alone; under a lock that changes the offset. */
    void step(int frames) {
        goTo(frame() + frames);
    }

    /** Moves B alone to a frame. */
    void goTo(int wanted) {
        log().ifPresent(open -> {
            place(new Lock.Place(Math.clamp(wanted, 0, open.frames() - 1), false));
            lock.set(switch (lock.get()) {
                case Lock.Frames _ -> Lock.byFrames(first.transport().frame(), frame());
                case Lock.Time _ -> byTime(open);
                case Lock.Clock clock -> clock;
                case Lock.Released released -> released;
            });
        });
    }

    /** From now on B goes with A as they stand. */
    void lockByFrames() {
        log().ifPresent(_ -> lock.set(Lock.byFrames(first.transport().frame(), frame())));
    }

    /** From now on B goes with A as they stand. */
    void lockByTime() {
        log().ifPresent(open -> lock.set(byTime(open)));
    }

    /** From now on B shows the moment that A shows. */
    void lockByClock(FrameArrivals ofFirst, FrameArrivals ofSecond) {
        log().ifPresent(_ -> {
            lock.set(new Lock.Clock(ofFirst, ofSecond));
            follow();
        });
    }

    private Lock byTime(OpenLog open) {
        return Lock.byTime(first.transport().index(), first.transport().frame(), open.index(), frame());
    }

    /** B stays where it is. */
    void unlock() {
        lock.set(new Lock.Released());
        beyond.set(false);
    }

    /** Ends the comparison. */
    void leave() {
        second.leave();
        beyond.set(false);
    }

    /** Another log as A, or a longer index of the same. */
    private void firstChanged(Optional<OpenLog> next) {
        Optional<OpenLog> now = log();
        if (now.isPresent() && !second.owned()) {
            next.filter(open -> open.reader() == now.get().reader()).ifPresentOrElse(second::extend, this::leave);
        }
        second.look();
        follow();
    }

    private void follow() {
        Transport leading = first.transport();
        log().filter(_ -> leading.frame() >= 0 && frame() >= 0).ifPresent(
                open -> place(lock.get().follow(leading.index(), leading.frame(), open.index(), frame())));
    }

    private void place(Lock.Place next) {
        beyond.set(next.beyond());
        second.place(next.frame());
    }

    @Override
    public void close() {
        second.close();
    }
}
