package org.labreel.app;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.labreel.model.Session;
import org.labreel.record.MessageMemory;
import org.labreel.serve.SessionClient;
import org.labreel.serve.SessionServer;
import org.labreel.session.CameraFeed;
import org.labreel.session.Due;
import org.labreel.session.EngineSettings;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionEngine;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.KnownSources;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.SessionChoices;
import org.labreel.ui.session.SessionBadge;
import org.labreel.ui.session.SessionServices;
import org.labreel.ui.session.SessionsView;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.SessionSegments;
import org.labreel.ui.timeline.TimelineSegment;

/** The console's sessions: its own engine, and the endpoint that others reach it by. */
final class SessionPart implements AutoCloseable {
    private static final long WAIT_SECONDS = 3;
    private static final Duration HORIZON = Duration.ofHours(24);

    private final PreferencesHolder preferences;
    private final Executor workers;
    private final Supplier<Vertx> network;
    private final MessageMemory memory;
    private final LocalSessions local;
    private Optional<SessionsView> made = Optional.empty();
    private Optional<Configured> configured = Optional.empty();

    /**
     * @param network
     *            may block; the caller's
     * @param feed
     *            makes a camera of an address
     * @param memory
     *            shared with the recorders of the live page
     */
    SessionPart(PreferencesHolder preferences, Executor workers, Supplier<Vertx> network,
            Function<String, CameraFeed> feed, MessageMemory memory) {
        this.memory = memory;
        this.preferences = preferences;
        this.workers = workers;
        this.network = network;
        this.local = new LocalSessions(() -> preferences.get().recordings(), this::room,
                camera -> feed.apply(camera.address()), workers);
        configure();
        // What is scheduled starts though nobody looks at the page; the window comes first.
        CompletableFuture.delayedExecutor(WAIT_SECONDS, TimeUnit.SECONDS, workers).execute(local::wake);
    }

    /** What the cameras were made of. */
    private record Configured(KnownSources known, String last) {
    }

    private EngineRoom room(Path root) {
        return EngineRoom.start(root, List.of(), settings(), memory);
    }

    private EngineSettings settings() {
        SessionChoices chosen = preferences.get().sessions();
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineSettings(Link.settings(preferences.get().recording()),
                chosen.startLate() ? Due.MissedStart.START_LATE : Due.MissedStart.LEAVE, usual.grace(),
                usual.clockStep(), Duration.ofSeconds(chosen.connectSeconds()));
    }

    LocalSessions local() {
        return local;
    }

    /** Sessions may record the sources that the operator has used, those on the live page first, and the demo. */
    private void configure() {
        KnownSources known = preferences.get().sources();
        String last = preferences.get().lastSource();
        if (configured.equals(Optional.of(new Configured(known, last)))) {
            return;
        }
        configured = Optional.of(new Configured(known, last));
        Set<String> all = new LinkedHashSet<>(known.shown());
        all.add(last);
        known.known().forEach(each -> all.add(each.address()));
        all.add(SourceChoice.DEMO);
        List<Session.Camera> cameras = new ArrayList<>();
        all.forEach(each -> camera(each).ifPresent(cameras::add));
        local.configure(cameras);
    }

    private static Optional<Session.Camera> camera(String address) {
        try {
            return Optional.of(CameraChoice.of(address).camera());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Serves the sessions to others; may block. */
    Doors.Opened serve(Serving serving, Serving.Door door) {
        SessionEngine engine = local.engine().join();
        Optional<String> secret = Optional.of(serving.secret()).filter(text -> !text.isBlank());
        SessionServer server = SessionServer.start(network.get(), engine,
                new SessionServer.Settings(serving.bind().strip(), door.port(), secret, false, Set.of()));
        return new Doors.Opened(server.endpoint().toString(), server::close);
    }

    /**
     * The page, made when it is first wanted. JavaFX thread.
     *
     * @param review
     *            opens a recorded file
     */
    SessionsView page(Notices notices, Consumer<Path> review) {
        SessionsView view = made.orElseGet(() -> new SessionsView(new SessionServices(local, this::remote, notices,
                preferences, new PlanChoosers(preferences), workers, FxThread.executor(), InstantSource.system(),
                ZoneId.systemDefault(), file -> review.accept(local.root().resolve(file)))));
        made = Optional.of(view);
        return view;
    }

    /** What sessions are about today, for timelines. */
    List<TimelineSegment> ahead() {
        Instant now = Instant.now();
        long horizon = EpochNanos.of(now.plus(HORIZON));
        return local.alive().stream().map(view -> SessionSegments.ahead(view, now)).flatMap(Optional::stream)
                .filter(each -> each.span().startNanos() < horizon).toList();
    }

    private SessionDesk remote(URI endpoint, Optional<String> secret) {
        return new SessionClient(network.get(), endpoint, secret);
    }

    /** Looks after it, twice a second: what changed in the preferences, and what runs. */
    Optional<SessionBadge> look() {
        configure();
        local.settings(settings());
        local.follow();
        return SessionBadge.of(local.active(), Instant.now(), ZoneId.systemDefault());
    }

    /** Before the window goes, on the JavaFX thread. */
    void leavePage() {
        made.ifPresent(SessionsView::close);
    }

    /** Ends what runs, in order; not on the JavaFX thread. */
    @Override
    public void close() {
        local.close();
    }
}
