package org.labreel.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.labreel.ui.export.Exports;
import org.labreel.ui.export.ExportsButton;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.PreferencesHolder;

/** Browser and exports of a window, each made when it is first wanted: a start need not wait for them. */
final class ReviewRoom implements AutoCloseable {
    private static final long FALLEN_BEHIND_BYTES = 16_000_000;

    private final Background background;
    private final PreferencesHolder preferences;
    private final Notices notices;
    private final Opener opener;
    private final Path boardFile;
    private final Path cache;
    private final LongSupplier queuedBytes;
    private final Consumer<Node> status;
    private @Nullable Review review;
    private @Nullable Exports exports;

    /**
     * @param boardFile
     *            keeps the board that was chosen last
     * @param cache
     *            folder for what can be made anew
     * @param queuedBytes
     *            what was received and waits in memory to be written; asked on any thread
     * @param status
     *            takes the entry of the status bar that tells of the exports
     */
    ReviewRoom(Background background, PreferencesHolder preferences, Notices notices, Opener opener, Path boardFile,
            Path cache, LongSupplier queuedBytes, Consumer<Node> status) {
        this.background = background;
        this.preferences = preferences;
        this.notices = notices;
        this.opener = opener;
        this.boardFile = boardFile;
        this.cache = cache;
        this.queuedBytes = queuedBytes;
        this.status = status;
    }

    Review review() {
        Review made = review;
        if (made == null) {
            made = new Review(background, preferences, notices, opener, boardFile, cache, exports());
            review = made;
        }
        return made;
    }

    Exports exports() {
        Exports made = exports;
        if (made == null) {
            made = new Exports(this::recordingFallsBehind, FxThread.executor());
            exports = made;
            status.accept(new ExportsButton(made, opener));
        }
        return made;
    }

    /** Whether a recording needs the machine: everything else has to step back. Any thread. */
    private boolean recordingFallsBehind() {
        return queuedBytes.getAsLong() > FALLEN_BEHIND_BYTES;
    }

    /** How many clips are being made or wait. */
    long exportsUnfinished() {
        return exports == null ? 0 : exports.unfinished();
    }

    @Override
    public void close() {
        if (exports != null) {
            exports.close();
        }
        if (review != null) {
            review.close();
        }
    }
}
