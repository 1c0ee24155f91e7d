package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log that is looked at beside the one that leads: shown as soon as its first frames are known, indexed to its end in
 * the background, closed when it goes, unless it is the leading one's. JavaFX thread.
 */
final class Companion implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);

    private final BrowserServices services;
    private final FrameLoader loader;
    private final LogFollower follower;
    private final ReadOnlyObjectWrapper<Optional<OpenLog>> log = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FrameLoader.Loaded>> shown = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper(-1);
    private Optional<Job> opening = Optional.empty();
    private int attempt;
    /** Whether the log was opened for this alone. */
    private boolean owned;

    /**
     * @param grown
     *            called when more of the log is known
     */
    Companion(BrowserServices services, Runnable grown) {
        this.services = services;
        this.loader = new FrameLoader(services.worker(), services.ui(), services.decoders(), this::show);
        this.follower = new LogFollower(services.background(), services.worker(), services.ui(), later -> {
            log.get().ifPresent(open -> log.set(Optional.of(open.readOn(later))));
            grown.run();
        });
    }

    ReadOnlyObjectProperty<Optional<OpenLog>> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** What is on the screen. */
    ReadOnlyObjectProperty<Optional<FrameLoader.Loaded>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The frame that is wanted. */
    ReadOnlyIntegerProperty frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /**
     * Opens a log in the background; nothing changes until {@code found} takes it.
     *
     * @param found
     *            told of the open log, which is then its to take or to {@link #close(LogReader)}
     * @param refused
     *            told why it cannot be opened
     */
    void open(Path file, Consumer<OpenLog> found, Consumer<String> refused) {
        opening.ifPresent(Job::cancel);
        int mine = ++attempt;
        opening = Optional.of(services.background().submit("Open " + file.getFileName() + " to compare",
                control -> OpenLog.of(LogReader.begin(file, services.cache(), FIRST_LOOK, control::cancelled),
                        services.boards().find(file)),
                opened -> {
                    if (mine == attempt) {
                        opening = Optional.empty();
                        found.accept(opened);
                    } else {
                        close(opened.reader());
                    }
                }, failure -> {
                    if (mine == attempt) {
                        opening = Optional.empty();
                        refused.accept(Refusals.words(file, failure));
                        LOG.info("{} was not opened: {}", file, failure.toString());
                    }
                }));
    }

    /**
     * Turns to this log.
     *
     * @param ours
     *            whether it is to be closed, and indexed to its end, by this
     */
    void take(OpenLog next, boolean ours) {
        release();
        owned = ours;
        log.set(Optional.of(next));
        if (ours) {
            follower.follow(next);
        }
    }

    /** The same log, of which more is known. */
    void extend(OpenLog longer) {
        log.set(Optional.of(longer));
    }

    boolean owned() {
        return owned;
    }

    /** Looks whether its log has grown. */
    void look() {
        follower.look();
    }

    /** Shows this frame. */
    void place(int wanted) {
        log.get().ifPresent(open -> {
            if (frame.get() != wanted || shown.get().isEmpty()) {
                frame.set(wanted);
                loader.request(open.reader(), wanted);
            }
        });
    }

    /** Shows nothing any more. */
    void leave() {
        attempt++;
        opening.ifPresent(Job::cancel);
        opening = Optional.empty();
        release();
        frame.set(-1);
    }

    private void release() {
        follower.leave();
        Optional<OpenLog> before = log.get();
        log.set(Optional.empty());
        Optional<FrameLoader.Loaded> last = shown.get();
        shown.set(Optional.empty());
        last.flatMap(FrameLoader.Loaded::picture).ifPresent(loader::recycle);
        before.filter(_ -> owned).ifPresent(old -> loader.afterwards(() -> close(old.reader())));
        owned = false;
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

    static void close(LogReader reader) {
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
