package org.labreel.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiFinder;
import org.labreel.feed.pi.SearchPlaces;
import org.labreel.serve.DemoServer;
import org.labreel.archive.ChosenBoard;
import org.labreel.ui.browser.BrowserView;
import org.labreel.ui.export.Exports;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.live.BoardFiles;
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

    private static final String BOARD = "board.json";

    private final PreferencesHolder preferences;
    private final Notices notices;
    private final ReviewRoom room;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Background background = new Background(workers);
    private final CompletableFuture<Vertx> vertx;
    private final Sources sources;
    private final SessionPart sessions;
    private final PiDatagrams datagrams = new PiDatagrams(SearchPlaces.NETWORK);
    private final Outlets outlets;
    private final Shell shell;
    private final LiveDesk desk;
    private final LiveView live;
    private final LatePage<BrowserView> browser = new LatePage<>("browser", "Browser", "mdi2f-filmstrip",
            () -> review().browser());
    private final PreferencesHolder.Subscription themeFollower;
    private final Doings doings;
    private final LiveLinks links;
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
        this(preferences, first, settingsFile, settingsFile.resolveSibling("cache"), notices, opener, demo,
                List.of());
    }

    /**
     * @param cache
     *            folder for what can be made anew
     * @param atStart
     *            sources as {@link #connect} takes them; they open while the pages are being made
     */
    public Console(PreferencesHolder preferences, Preferences first, Path settingsFile, Path cache, Notices notices,
            Opener opener, DemoServer.Settings demo, List<String> atStart) {
        this.preferences = preferences;
        this.notices = notices;
        this.vertx = CompletableFuture.supplyAsync(Vertx::vertx, workers);
        this.sources = new Sources(vertx::join, demo,
                SourceTokens.in(settingsFile.resolveSibling("tokens.json"), workers));
        this.sessions = new SessionPart(preferences, workers, vertx::join,
                address -> CameraChoice.of(address).feed(sources), sources.memory());
        ChosenBoard boards = new ChosenBoard(settingsFile.resolveSibling(BOARD));
        this.links = new LiveLinks(sources, preferences, boards, workers, this::notOpened);
        this.outlets = new Outlets(preferences, vertx::join, sources, sessions, datagrams, links.control());
        List<String> starting = atStart.stream().map(sources::address).toList();
        Optional<CompletionStage<Void>> opening = starting.isEmpty()
                ? Optional.empty()
                : Optional.of(links.open(starting));
        this.shell = new Shell(preferences, background);
        this.room = new ReviewRoom(background, preferences, notices, opener, settingsFile.resolveSibling(BOARD), cache,
                links::queuedBytes, shell::addStatus);
        this.desk = new LiveDesk(links, preferences, this::connect, () -> select("sources"),
                sources);
        this.live = new LiveView(notices, preferences, opener, this::review, desk,
                new BoardFiles(boards, background));
        links.showOn(live, outlets::passOn);
        live.showPlans(sessions::ahead);
        shell.add(live);
        shell.add(browser);
        shell.add(new LatePage<>("sessions", "Sessions", "mdi2c-calendar-clock",
                () -> sessions.page(notices, this::review)));
        shell.add(new SourceShelf(desk, live).page(preferences, notices,
                () -> new PiFinder(datagrams), () -> select(live.name())));
        shell.add(new LatePage<>("settings", "Settings", "mdi2c-cog-outline",
                () -> new SettingsView(preferences, first, settingsFile, opener, outlets.state())));
        this.themeFollower = preferences.onChange(next -> FxThread.run(() -> {
            shell.themeChanged(next.theme());
            noteFolder();
            links.recordAsPreferred();
        }));
        this.doings = new Doings(links, sessions, room, shell.badges());
        opening.ifPresent(link -> waitFor(String.join(", ", starting), link));
    }

    private void select(String page) {
        shell().select(page);
    }

    public Shell shell() {
        return shell;
    }

    public LiveView live() {
        return live;
    }

    /** The browser and its export sheet. */
    Review review() {
        return room.review();
    }

    /** The clips that are made, from wherever in this window they were asked for. */
    Exports exports() {
        return room.exports();
    }

    /** The sessions that this window runs. */
    SessionPart sessions() {
        return sessions;
    }

    public Background background() {
        return background;
    }

    /**
     * Opens a source in place of those that are shown, off the JavaFX thread. Completes on it once the source is
     * attached to the live page.
     *
     * @param address
     *            as {@link SourceChoice#of} takes it
     */
    public CompletionStage<Void> connect(String address) {
        return waitFor(address, links.open(List.of(address)));
    }

    /** As {@link #connect}, beside those that are shown. */
    public CompletionStage<Void> add(String address) {
        return links.add(address);
    }

    private CompletionStage<Void> waitFor(String address, CompletionStage<Void> opening) {
        shell.setStatus(address.equals(SourceChoice.DEMO) ? "Starting the demo…" : "Connecting to " + address + "…");
        return opening.whenCompleteAsync((_, _) -> noteFolder(), FxThread.executor());
    }

    private void notOpened(String address, Throwable failure) {
        LOG.warn("{} not opened", address, failure);
        notices.error("The source could not be opened", address + ". What was shown before stays.", failure);
    }

    private void noteFolder() {
        if (!closed) {
            shell.setStatus("Recordings go to " + preferences.get().recordings());
        }
    }

    private void review(Path file) {
        shell.select(browser.name());
        browser.page().open(file);
    }

    /** What must not end without a question. */
    Doings doings() {
        return doings;
    }

    /**
     * Completes what is being recorded when the system ends the process without asking the window. Not on the JavaFX
     * thread, which may not run any more; nothing else can be done with the console afterwards.
     */
    void completeRecordings() {
        if (!closed) {
            links.close();
            sessions.close();
        }
    }

    /** Ends everything; a segment that is open is completed first. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        doings.close();
        themeFollower.close();
        shell.leave();
        links.leaveAll();
        sessions.leavePage();
        room.close();
        CompletableFuture.runAsync(() -> {
            outlets.close();
            sessions.close();
        }, workers).join();
        // Off this thread: the recorder may have to wait for the disk, but the window waits for it.
        CompletableFuture.runAsync(links::close, workers).join();
        CompletableFuture.runAsync(sources::close, workers).join();
        vertx.thenCompose(network -> network.close().toCompletionStage()).orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    LOG.warn("the network did not close in order", failure);
                    return null;
                }).join();
        workers.shutdownNow();
    }
}
