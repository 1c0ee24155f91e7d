package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.labreel.record.RecorderStatus;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Units;
import org.labreel.ui.live.LiveView;
import org.labreel.ui.settings.SettingsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console put together: pages, the source that is open, background work. It needs no window; its root goes into
 * whatever scene there is. JavaFX thread, except where said.
 */
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final PreferencesHolder preferences;
    private final Notices notices;
    private final DemoServer.Settings demo;
    private final InstantSource clock = InstantSource.system();
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Background background = new Background(workers);
    private final Shell shell;
    private final LiveView live;
    private final Review review;
    private final PreferencesHolder.Subscription themeFollower;
    private final Timeline recordingNote = new Timeline(new KeyFrame(Duration.millis(500), _ -> noteRecording()));
    private final AtomicReference<@Nullable Link> link = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * @param first
     *            the preferences of a first run
     * @param settingsFile
     *            where the preferences lie; the board chosen last is kept beside it
     * @param demo
     *            how the simulated device is, when it is asked for
     */
    public Console(PreferencesHolder preferences, Preferences first, Path settingsFile, Notices notices,
            Opener opener, DemoServer.Settings demo) {
        this(preferences, first, settingsFile, settingsFile.resolveSibling("cache"), notices, opener, demo);
    }

    /**
     * @param cache
     *            folder for what can be made anew
     */
    Console(PreferencesHolder preferences, Preferences first, Path settingsFile, Path cache, Notices notices,
            Opener opener, DemoServer.Settings demo) {
        this.preferences = preferences;
        this.notices = notices;
        this.demo = demo;
        this.shell = new Shell(preferences, background);
        this.live = new LiveView(notices, preferences, opener, this::review, this::connectByOperator);
        this.review = new Review(background, preferences, notices, opener,
                settingsFile.resolveSibling("board.json"), cache);
        shell.add(live);
        shell.add(review.browser());
        shell.add(new SettingsView(preferences, first, settingsFile, opener));
        this.themeFollower = preferences.onChange(next -> FxThread.run(() -> {
            shell.themeChanged(next.theme());
            noteFolder();
        }));
        recordingNote.setCycleCount(Animation.INDEFINITE);
        recordingNote.play();
    }

    public Shell shell() {
        return shell;
    }

    public LiveView live() {
        return live;
    }

    /** The browser and its export sheet. */
    Review review() {
        return review;
    }

    public Background background() {
        return background;
    }

    /**
     * Opens a source in place of the present one, off the JavaFX thread. Completes on it once the source is attached to
     * the live page.
     *
     * @param address
     *            as {@link SourceChoice#of} takes it
     */
    public CompletionStage<Void> connect(String address) {
        shell.setStatus(address.equals(SourceChoice.DEMO) ? "Starting the demo…" : "Connecting to " + address + "…");
        return CompletableFuture
                .supplyAsync(() -> Link.open(SourceChoice.of(address), vertx, demo, preferences::get, clock), workers)
                .thenAcceptAsync(this::attach, FxThread.executor()).whenCompleteAsync((_, failure) -> {
                    if (closed) {
                        return;
                    }
                    noteFolder();
                    if (failure != null) {
                        LOG.warn("{} not opened", address, failure);
                        notices.error("The source could not be opened", address + ". What was shown before stays.",
                                failure instanceof CompletionException && failure.getCause() != null
                                        ? failure.getCause()
                                        : failure);
                    }
                }, FxThread.executor());
    }

    private void noteFolder() {
        shell.setStatus("Recordings go to " + preferences.get().recordings());
    }

    private void attach(Link opened) {
        if (closed) {
            // Its own thread: the workers have gone home.
            Thread.ofVirtual().start(opened::close);
            return;
        }
        Link before = link.getAndSet(opened);
        live.attach(opened.model(), opened.control(), opened.isDemo());
        opened.model().start();
        if (before != null) {
            workers.execute(before::close);
        }
    }

    private void connectByOperator(String text) {
        SourceChoice.of(text);
        if (recording()) {
            throw new IllegalArgumentException("A recording runs. Stop it before you change the source.");
        }
        preferences.update(p -> p.withLastSource(text.strip()));
        connect(text.strip());
    }

    private void review(Path file) {
        shell.select(review.browser().name());
        review.browser().open(file);
    }

    private boolean recording() {
        Link now = link.get();
        return now != null && now.isRecording();
    }

    /** What is being recorded, for a question before closing; empty when nothing is. */
    public Optional<String> recordingNow() {
        Link now = link.get();
        if (now == null || !now.isRecording()) {
            return Optional.empty();
        }
        RecorderStatus status = now.control().status();
        return Optional.of(Units.elapsed(status.elapsed()) + " · " + Units.bytes(status.bytes()) + " · "
                + Units.count(status.frames()) + " frames");
    }

    private void noteRecording() {
        shell.setRecording(recordingNow().map(text -> "Recording " + text));
    }

    private void closeLink() {
        Link old = link.getAndSet(null);
        if (old != null) {
            old.close();
        }
    }

    /** Ends everything; a segment that is open is completed first. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        recordingNote.stop();
        themeFollower.close();
        shell.leave();
        review.close();
        // Off this thread: the recorder may have to wait for the disk, but the window waits for it.
        CompletableFuture.runAsync(this::closeLink, workers).join();
        workers.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    LOG.warn("the network did not close in order", failure);
                    return null;
                }).join();
    }
}
