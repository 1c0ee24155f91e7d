package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.labreel.archive.Recordings;
import org.labreel.ui.kit.PreferencesHolder;

/** What stands in the recordings folder, kept up to date. JavaFX thread. */
final class CatalogueModel {
    private final PreferencesHolder preferences;
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean looking;
    /** On the worker only. */
    private final Recordings recordings = new Recordings();

    /**
     * @param worker
     *            reads the disk, one task at a time
     */
    CatalogueModel(PreferencesHolder preferences, Executor worker, Executor ui) {
        this.preferences = preferences;
        this.worker = worker;
        this.ui = ui;
    }

    /**
     * @param recent
     *            logs opened lately that still exist
     */
    record Found(Recordings.Listing listing, List<Path> recent) {
        static final Found NOTHING = new Found(new Recordings.Listing(List.of(), List.of()), List.of());

        Found {
            recent = List.copyOf(recent);
        }
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Why the folder cannot be read; empty when it can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks into the folder. */
    void refresh() {
        look(true);
    }

    /** Looks into the folder if anything has changed there. To be called now and then while the list is shown. */
    void follow() {
        if (!looking) {
            look(false);
        }
    }

    private void look(boolean always) {
        Path root = preferences.get().recordings();
        List<Path> recent = preferences.get().recentLogs();
        looking = true;
        worker.execute(() -> {
            try {
                if (recordings.changed(root) || always) {
                    Found next = new Found(recordings.read(root),
                            recent.stream().filter(Files::isRegularFile).toList());
                    ui.execute(() -> show(next, ""));
                }
            } catch (IOException e) {
                ui.execute(() -> show(new Found(Found.NOTHING.listing(), recent),
                        "The recordings folder " + root + " cannot be read: " + e.getMessage()));
            } finally {
                ui.execute(() -> looking = false);
            }
        });
    }

    private void show(Found next, String why) {
        trouble.set(why);
        if (!next.equals(found.get())) {
            found.set(next);
        }
    }
}
