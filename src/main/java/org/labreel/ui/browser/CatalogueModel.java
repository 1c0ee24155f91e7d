package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper(false);
    /** The folder that was there when it was last looked for; the worker's. */
    private volatile Optional<Path> seen = Optional.empty();
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
                    String why = absence(root, recent);
                    ui.execute(() -> show(next, why));
                }
            } catch (IOException e) {
                ui.execute(() -> show(new Found(Found.NOTHING.listing(), recent),
                        "The recordings folder " + root + " cannot be read: " + e.getMessage()));
            } finally {
                ui.execute(() -> looking = false);
            }
        });
    }

    /** Why there is no folder although there should be one; a first recording makes its own. */
    private String absence(Path root, List<Path> recent) {
        if (Files.isDirectory(root)) {
            seen = Optional.of(root);
            return "";
        }
        if (Files.exists(root)) {
            return "The recordings folder " + root + " is a file. Choose another folder in Settings.";
        }
        boolean was = seen.equals(Optional.of(root)) || recent.stream().anyMatch(log -> log.startsWith(root))
                || (root.getParent() != null && !Files.isDirectory(root.getParent()));
        return was
                ? "The recordings folder " + root + " is not there. If it lies on a drive, connect it; or choose"
                        + " another folder in Settings."
                : "";
    }

    /** Whether the folder was looked into at all; until then nothing can be said of what is in it. */
    ReadOnlyBooleanProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    private void show(Found next, String why) {
        looked.set(true);
        trouble.set(why);
        if (!next.equals(found.get())) {
            found.set(next);
        }
    }
}
