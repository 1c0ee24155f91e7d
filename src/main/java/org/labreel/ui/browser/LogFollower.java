package org.labreel.ui.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.Latest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the open log up to date: of a large log to its end, while its first frames are looked at already,
 * and then as it grows. JavaFX thread.
 */
final class LogFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    /** How often a longer index is shown while it is made. */
    private static final Duration SLICE = Duration.ofMillis(500);
    /** A log that stood still for so many looks is not being written any more. */
    private static final int QUIET_LOOKS = 5;

    private final Background background;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<OpenLog> found;
    private final Latest<OpenLog> next = new Latest<>();
    private final ReadOnlyObjectWrapper<Optional<Job>> indexing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OpenLog> log = Optional.empty();
    private boolean looking;
    /** On the worker only. */
    private int quiet = QUIET_LOOKS;

    /**
     * @param worker
     *            for short looks at the file, one task at a time
     * @param ui
     *            the JavaFX thread
     * @param found
     *            told the log as it stands whenever there is more of it
     */
    LogFollower(Background background, Executor worker, Executor ui, Consumer<OpenLog> found) {
        this.background = background;
        this.worker = worker;
        this.ui = ui;
        this.found = found;
    }

    /** The work of indexing a large log while it goes on. */
    ReadOnlyObjectProperty<Optional<Job>> indexingProperty() {
        return indexing.getReadOnlyProperty();
    }

    /** Turns to another log. */
    void follow(OpenLog opened) {
        leave();
        log = Optional.of(opened);
        worker.execute(() -> quiet = QUIET_LOOKS);
        index();
    }

    /** Follows no log any more. */
    void leave() {
        stop();
        log = Optional.empty();
    }

    /** Goes on with the index where it was stopped. */
    void index() {
        log.filter(open -> !open.reader().complete() && indexing.get().isEmpty()).ifPresent(open -> {
            LogReader reader = open.reader();
            Job job = background.submit("Index " + reader.file().getFileName(), control -> {
                while (!reader.indexOn(SLICE, control::progress, control::cancelled)) {
                    publish(reader, false);
                }
                publish(reader, false);
                reader.keepIndex(control::cancelled);
                return reader;
            }, _ -> indexing.set(Optional.empty()), failure -> failed(reader, failure));
            indexing.set(Optional.of(job).filter(each -> each.stateProperty().get() == Job.State.RUNNING));
        });
    }

    /** Stops at what is indexed so far. */
    void stop() {
        indexing.get().ifPresent(Job::cancel);
        indexing.set(Optional.empty());
    }

    private void failed(LogReader reader, Exception failure) {
        if (current(reader)) {
            indexing.set(Optional.empty());
            LOG.warn("{} cannot be indexed to its end: {}", reader.file(), failure.toString());
        }
    }

    /** Looks whether the log has grown. To be called now and then while it is shown. */
    void look() {
        if (log.isEmpty() || looking || indexing.get().isPresent() || !log.get().reader().complete()) {
            return;
        }
        LogReader reader = log.get().reader();
        looking = true;
        worker.execute(() -> {
            try {
                look(reader);
            } catch (IOException e) {
                LOG.debug("{} cannot be read on: {}", reader.file(), e.toString());
            } finally {
                ui.execute(() -> looking = false);
            }
        });
    }

    private void look(LogReader reader) throws IOException {
        if (reader.changed()) {
            quiet = 0;
            reader.refresh();
            publish(reader, true);
        } else if (quiet < QUIET_LOOKS && ++quiet == QUIET_LOOKS) {
            publish(reader, false);
        }
    }

    private void publish(LogReader reader, boolean growing) {
        if (next.set(OpenLog.of(reader, Optional.empty(), growing)).isEmpty()) {
            ui.execute(() -> next.take().filter(each -> current(each.reader())).ifPresent(found));
        }
    }

    private boolean current(LogReader reader) {
        return log.filter(open -> open.reader() == reader).isPresent();
    }
}
