package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second frame beside the one that is shown (A): B, of the same log or of another, going with A by a {@link Lock}.
 * A log that was opened for B is closed when B goes. JavaFX thread.
 */
final class CompareModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompareModel.class);

    private final BrowserServices services;
    private final BrowserModel first;
    private final FrameLoader loader;
    private final ReadOnlyObjectWrapper<Optional<OpenLog>> log = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FrameLoader.Loaded>> shown = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Lock> lock = new ReadOnlyObjectWrapper<>(new Lock.Released());
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper beyond = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private Optional<Job> opening = Optional.empty();
    private int attempt;
    /** Whether B's log was opened for B alone. */
    private boolean owned;

    CompareModel(BrowserServices services, BrowserModel first) {
        this.services = services;
        this.first = first;
        this.loader = new FrameLoader(services.worker(), services.ui(), services.decoders(), this::show);
        first.transport().frameProperty().subscribe(this::follow);
        first.openProperty().subscribe(this::firstChanged);
    }

    /** The log of B; empty while nothing is compared. */
    ReadOnlyObjectProperty<Optional<OpenLog>> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** What is on the screen as B. */
    ReadOnlyObjectProperty<Optional<FrameLoader.Loaded>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The frame that is wanted as B. */
    ReadOnlyIntegerProperty frameProperty() {
        return frame.getReadOnlyProperty();
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
        return log.get().isPresent();
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
        opening.ifPresent(Job::cancel);
        refusal.set("");
        int mine = ++attempt;
        Optional<OpenLog> same = first.openProperty().get()
                .filter(open -> open.reader().file().toAbsolutePath().equals(file.toAbsolutePath()));
        if (same.isPresent()) {
            begin();
            return;
        }
        opening = Optional.of(services.background().submit("Open " + file.getFileName() + " to compare",
                control -> OpenLog.of(LogReader.open(file, control::progress, control::cancelled),
                        services.boards().find(file)),
                found -> opened(mine, found), failure -> refused(mine, file, failure)));
    }

    private void opened(int mine, OpenLog found) {
        opening = Optional.empty();
        if (mine != attempt || found.frames() == 0 || first.transport().frame() < 0) {
            if (mine == attempt) {
                refusal.set(found.reader().file().getFileName() + " holds no pictures to compare.");
            }
            close(found.reader());
            return;
        }
        // Experiments are begun by hand: their times since the start tell most of what belongs together.
        take(found, true, 0, new Lock.Time(Duration.ZERO));
    }

    private void refused(int mine, Path file, Exception failure) {
        if (mine == attempt) {
            refusal.set(Refusals.words(file, failure));
            LOG.info("{} was not opened: {}", file, failure.toString());
        }
    }

    private void take(OpenLog next, boolean ours, int at, Lock how) {
        release();
        owned = ours;
        lock.set(how);
        log.set(Optional.of(next));
        place(next, how.follow(first.transport().index(), first.transport().frame(), next.index(), at));
    }

    /** Moves B alone; under a lock that changes the offset. */
    void step(int frames) {
        goTo(frame.get() + frames);
    }

    /** Moves B alone to a frame. */
    void goTo(int wanted) {
        log.get().ifPresent(open -> {
            place(open, new Lock.Place(Math.clamp(wanted, 0, open.frames() - 1), false));
            lock.set(switch (lock.get()) {
                case Lock.Frames _ -> Lock.byFrames(first.transport().frame(), frame.get());
                case Lock.Time _ -> byTime(open);
                case Lock.Released released -> released;
            });
        });
    }

    /** From now on B goes with A as they stand. */
    void lockByFrames() {
        log.get().ifPresent(_ -> lock.set(Lock.byFrames(first.transport().frame(), frame.get())));
    }

    /** From now on B goes with A as they stand. */
    void lockByTime() {
        log.get().ifPresent(open -> lock.set(byTime(open)));
    }

    private Lock byTime(OpenLog open) {
        return Lock.byTime(first.transport().index(), first.transport().frame(), open.index(), frame.get());
    }

    /** B stays where it is. */
    void unlock() {
        lock.set(new Lock.Released());
        beyond.set(false);
    }

    /** Ends the comparison. */
    void leave() {
        attempt++;
        opening.ifPresent(Job::cancel);
        opening = Optional.empty();
        release();
        frame.set(-1);
        beyond.set(false);
    }

    /** Lets go of B's log, and closes it unless it is A's. */
    private void release() {
        Optional<OpenLog> before = log.get();
        log.set(Optional.empty());
        Optional<FrameLoader.Loaded> last = shown.get();
        shown.set(Optional.empty());
        last.flatMap(FrameLoader.Loaded::picture).ifPresent(loader::recycle);
        before.filter(_ -> owned).ifPresent(old -> loader.afterwards(() -> close(old.reader())));
        owned = false;
    }

    /** Another log as A, or a longer index of the same. */
    private void firstChanged(Optional<OpenLog> next) {
        Optional<OpenLog> now = log.get();
        if (now.isPresent() && !owned) {
            Optional<OpenLog> same = next.filter(open -> open.reader() == now.get().reader());
            if (same.isPresent()) {
                log.set(same);
            } else {
                leave();
            }
        }
        follow();
    }

    private void follow() {
        Transport leading = first.transport();
        log.get().filter(_ -> leading.frame() >= 0 && frame.get() >= 0).ifPresent(open -> place(open,
                lock.get().follow(leading.index(), leading.frame(), open.index(), frame.get())));
    }

    private void place(OpenLog open, Lock.Place next) {
        beyond.set(next.beyond());
        if (frame.get() != next.frame() || shown.get().isEmpty()) {
            frame.set(next.frame());
            loader.request(open.reader(), next.frame());
        }
    }

    private void show(FrameLoader.Loaded loaded) {
        if (log.get().filter(open -> open.reader() == loaded.reader()).isEmpty()) {
            loaded.picture().ifPresent(loader::recycle);
            return;
        }
        Optional<FrameLoader.Loaded> before = shown.get();
        shown.set(Optional.of(loaded));
        before.flatMap(FrameLoader.Loaded::picture).ifPresent(loader::recycle);
    }

    private static void close(LogReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", reader.file(), e.toString());
        }
    }

    @Override
    public void close() {
        leave();
        loader.close();
    }
}
