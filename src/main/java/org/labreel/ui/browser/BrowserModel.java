package org.labreel.ui.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.labreel.log.LogReader;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Job;
import org.labreel.ui.kit.PreferencesHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser without its controls: which log is open, which frame of it is shown, with which state. JavaFX thread. */
final class BrowserModel implements CatalogueDesk.Page, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserModel.class);
    private static final int MOST_RECENT = 12;
    /** Enough for the index of an hour, short enough not to be noticed. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);

    private final Background background;
    private final PreferencesHolder preferences;
    private final BoardChoice boards;
    private final Optional<Path> cache;
    private final FrameLoader loader;
    private final LogFollower follower;
    private final SessionWatch session;
    private final Transport transport;
    private final ReadOnlyObjectWrapper<Optional<OpenLog>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> opening = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FrameLoader.Loaded>> shown = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private int attempt;

    BrowserModel(Background background, PreferencesHolder preferences, BoardChoice boards, Transport transport,
            Executor worker, Executor ui, Supplier<PictureDecoder> decoders) {
        this(background, preferences, boards, Optional.empty(), transport, worker, ui, decoders);
    }

    /**
     * @param cache
     *            folder for indexes of logs that have none beside them
     */
    BrowserModel(Background background, PreferencesHolder preferences, BoardChoice boards, Optional<Path> cache,
            Transport transport, Executor worker, Executor ui, Supplier<PictureDecoder> decoders) {
        this.background = background;
        this.preferences = preferences;
        this.boards = boards;
        this.cache = cache;
        this.transport = transport;
        this.follower = new LogFollower(background, worker, ui, this::readOn);
        this.session = new SessionWatch(worker, ui);
        this.loader = new FrameLoader(worker, ui, decoders, this::show);
        transport.frameProperty().subscribe(this::request);
    }

    Transport transport() {
        return transport;
    }

    ReadOnlyObjectProperty<Optional<OpenLog>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The work of opening a log while it goes on. */
    ReadOnlyObjectProperty<Optional<Job>> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** What is on the screen: follows the wanted frame as fast as frames can be decoded. */
    ReadOnlyObjectProperty<Optional<FrameLoader.Loaded>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the last file was not opened, for the operator; empty when it was. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    @Override
    public Optional<Path> log() {
        return open.get().map(log -> log.reader().file());
    }

    /** Opens a log in the background; the one that is open stays until the new one is there. */
    @Override
    public void open(Path file) {
        opening.get().ifPresent(Job::cancel);
        refusal.set("");
        int mine = ++attempt;
        Job job = background.submit("Open " + file.getFileName(),
                control -> OpenLog.of(LogReader.begin(file, cache, FIRST_LOOK, control::cancelled), boards.find(file)),
                log -> opened(mine, file, log), failure -> refused(mine, file, failure));
        opening.set(job.stateProperty().get() == Job.State.RUNNING ? Optional.of(job) : Optional.empty());
    }

    /**
     * Shows no log any more.
     *
     * @param closed
     *            runs on the worker once the file is read no more and can be moved
     */
    @Override
    public void leave(Runnable closed) {
        cancelOpening();
        transport.load(NoLog.INDEX);
        follower.leave();
        Optional<OpenLog> last = open.get();
        open.set(Optional.empty());
        shown.get().ifPresent(loader::recycle);
        shown.set(Optional.empty());
        loader.afterwards(() -> {
            last.ifPresent(log -> close(log.reader()));
            closed.run();
        });
    }

    void cancelOpening() {
        attempt++;
        opening.get().ifPresent(Job::cancel);
        opening.set(Optional.empty());
    }

    private void opened(int mine, Path file, OpenLog log) {
        if (mine != attempt) {
            close(log.reader());
            return;
        }
        opening.set(Optional.empty());
        remember(file);
        Optional<OpenLog> before = open.get();
        transport.load(log.index());
        open.set(Optional.of(log));
        request();
        follower.follow(log);
        before.ifPresent(old -> loader.afterwards(() -> close(old.reader())));
    }

    private void refused(int mine, Path file, Exception failure) {
        if (mine == attempt) {
            opening.set(Optional.empty());
            refusal.set(Refusals.words(file, failure));
            LOG.info("{} was not opened: {}", file, failure.toString());
        }
    }

    private void remember(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        preferences.update(p -> {
            List<Path> recent = new ArrayList<>(p.recentLogs());
            recent.remove(absolute);
            recent.addFirst(absolute);
            return p.withRecentLogs(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
        });
    }

    /** Takes a board file for this log and for all that bring none. */
    void chooseBoard(Path file, Consumer<Exception> refused) {
        background.submit("Read " + file.getFileName(), _ -> boards.choose(file),
                found -> open.get().ifPresent(log -> open.set(Optional.of(log.withBoard(found)))), refused);
    }

    void largeStep(int direction) {
        transport.step(direction * preferences.get().largeStep());
    }

    /** Tells when the session of the open log changed. */
    SessionWatch session() {
        return session;
    }

    /** Looks whether the log has grown; its new frames follow. */
    void readOn() {
        follower.look();
        session.look(log());
    }

    private void readOn(OpenLog later) {
        open.get().ifPresent(log -> {
            OpenLog next = log.readOn(later);
            open.set(Optional.of(next));
            transport.extend(next.index());
            // Of a log without frames the newest state is shown.
            if (transport.frame() < 0) {
                request();
            }
        });
    }

    /** The work of indexing a large log, whose first frames are shown already. */
    ReadOnlyObjectProperty<Optional<Job>> indexingProperty() {
        return follower.indexingProperty();
    }

    /** Stops indexing at what is known so far. */
    void stopIndexing() {
        follower.stop();
    }

    /** Goes on where indexing was stopped. */
    void indexOn() {
        follower.index();
    }

    private void request() {
        // While one log gives way to the next, the wanted frame is already one of the next.
        open.get().filter(log -> log.index().equals(transport.index()))
                .ifPresent(log -> loader.request(log.reader(), transport.frame()));
    }

    private void show(FrameLoader.Loaded loaded) {
        if (open.get().filter(log -> log.reader() == loaded.reader()).isEmpty()) {
            loader.recycle(loaded);
            return;
        }
        Optional<FrameLoader.Loaded> before = shown.get();
        shown.set(Optional.of(loaded));
        before.ifPresent(loader::recycle);
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
        leave(() -> {
        });
        loader.close();
    }
}
