package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Notices that the session of the open log was written anew: while it is recorded, segments and losses come to it
 * though the open log has long been complete. JavaFX thread.
 */
final class SessionWatch {
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Path> watched = Optional.empty();
    private Optional<LogSession.Stamp> seen = Optional.empty();
    private boolean looking;

    /**
     * @param worker
     *            for short looks at the file
     * @param ui
     *            the JavaFX thread
     */
    SessionWatch(Executor worker, Executor ui) {
        this.worker = worker;
        this.ui = ui;
    }

    /** Counts how often it changed; whoever shows something of it reads it again then. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Looks whether it changed. To be called now and then while a log is shown. */
    void look(Optional<Path> log) {
        if (looking || log.isEmpty()) {
            return;
        }
        Path file = log.get();
        looking = true;
        worker.execute(() -> {
            Optional<LogSession.Stamp> now = LogSession.stamp(file);
            ui.execute(() -> found(file, now));
        });
    }

    private void found(Path file, Optional<LogSession.Stamp> now) {
        looking = false;
        boolean same = watched.equals(Optional.of(file));
        boolean changed = same && !now.equals(seen);
        watched = Optional.of(file);
        seen = now;
        if (changed) {
            changes.set(changes.get() + 1);
        }
    }
}
