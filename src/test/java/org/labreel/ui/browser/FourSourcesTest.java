package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.export.ClipReader;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.export.SideBySide;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.Source;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.cpl.CplSource;
import org.labreel.feed.pi.PiAddress;
import org.labreel.feed.pi.PiCameraSource;
import org.labreel.feed.pi.PiDesk;
import org.labreel.feed.pi.PiDialect;
import org.labreel.log.FrameArrivals;
import org.labreel.log.LogReader;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.DemoServer;
import org.labreel.serve.cpl.CplSettings;
import org.labreel.serve.cpl.SimulatedRecorder;
import org.labreel.serve.pi.PiCameraServer;
import org.labreel.serve.pi.SimulatedPi;
import org.labreel.session.CameraFeed;
import org.labreel.session.EngineSettings;
import org.labreel.session.Rig;
import org.labreel.session.SessionEngine;
import org.labreel.ui.timeline.LogTimeline;
import org.labreel.ui.timeline.TimelineContent;
import org.labreel.ui.timeline.TimelineHole;

/** A PurpleDrop, two Pi cameras and a cpl_media recorder: recorded together, each lost and found again, looked at. */
class FourSourcesTest {
    private static final FeedLimits QUICK = new FeedLimits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofMillis(20), Duration.ofMillis(200), 16 << 20, Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Simulator> simulators = new ArrayList<>();
    @TempDir
    private Path root;
    @SuppressWarnings("NullAway.Init")
    private SessionEngine engine;
    @SuppressWarnings("NullAway.Init")
    private UUID id;

    /** A simulated source that can be killed and started again where it was. */
    private static final class Simulator {
        private final Starting starting;
        private final Session.Camera camera;
        private AutoCloseable running;

        /** Starts it on the port that it had, 0 for a free one. */
        interface Starting {
            AutoCloseable start() throws Exception;
        }

        Simulator(String address, AutoCloseable running, Starting starting) {
            this.camera = new Session.Camera(UUID.randomUUID(), "V4L2CAMERA", address, address);
            this.running = running;
            this.starting = starting;
        }
    }

    @BeforeEach
    void start() {
        List<CameraFeed> feeds = new ArrayList<>();
        DemoServer demo = DemoServer.start(vertx, settings(0, 0));
        URI feed = demo.feed();
        URI rpc = demo.rpc();
        add(feeds, feed.toString(), demo, () -> DemoServer.start(vertx, settings(feed.getPort(), rpc.getPort())),
                () -> new PurpleDropSource(vertx, feed, rpc, QUICK, FeedClock.SYSTEM));
        for (int i = 0; i < 2; i++) {
            SimulatedPi pi = SimulatedPi.start(vertx, pi(0));
            int port = pi.port();
            PiAddress at = PiAddress.parse("pi://127.0.0.1:" + port);
            add(feeds, "pi://127.0.0.1:" + port, pi, () -> SimulatedPi.start(vertx, pi(port)),
                    () -> new PiCameraSource(vertx, at, new PiDesk(), QUICK, FeedClock.SYSTEM, PiDialect.DEFAULT));
        }
        SimulatedRecorder cpl = SimulatedRecorder.start(vertx, cpl(0));
        CplAddress at = CplAddress.parse(cpl.address());
        int port = URI.create(cpl.address()).getPort();
        add(feeds, cpl.address(), cpl, () -> SimulatedRecorder.start(vertx, cpl(port)),
                () -> new CplSource(vertx, at, QUICK, FeedClock.SYSTEM));
        engine = new SessionEngine(root, new Rig(feeds), EngineSettings.DEFAULT, FeedClock.SYSTEM, work);
        ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(engine::tick, 50, 50, TimeUnit.MILLISECONDS);
    }

    private void add(List<CameraFeed> feeds, String address, AutoCloseable running, Simulator.Starting again,
            java.util.function.Supplier<Source> source) {
        Simulator made = new Simulator(address, running, again);
        simulators.add(made);
        feeds.add(new CameraFeed(made.camera, source, FeedClock.SYSTEM.monotonicNanos()));
    }

    private static DemoServer.Settings settings(int feed, int rpc) {
        return new DemoServer.Settings(feed, rpc, 320, 240, 15, 80);
    }

    private static PiCameraServer.Settings pi(int port) {
        return new PiCameraServer.Settings(port, AllowedAddresses.THIS_COMPUTER);
    }

    private static SimulatedRecorder.Settings cpl(int port) {
        return new SimulatedRecorder.Settings(CplSettings.DEFAULT.withPort(port), 160, 120, 10, Duration.ZERO,
                Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws Exception {
        clock.shutdownNow();
        engine.close();
        for (Simulator each : simulators) {
            each.running.close();
        }
        work.shutdown();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void fourSourcesAreRecordedLostFoundAndLookedAtTogether() throws Exception {
        wholeWay(Duration.ZERO);
    }

    @Test
    @Tag("long")
    void theSameForAMinute() throws Exception {
        wholeWay(Duration.ofMinutes(1));
    }

    private void wholeWay(Duration atLeast) throws Exception {
        Instant began = Instant.now();
        id = engine.create("four", Session.Plan.NONE.withCameras(simulators.stream().map(each -> each.camera).toList()))
                .join().session().id();
        engine.change(id, Session.State.STANDBY).join();
        engine.change(id, Session.State.STARTED).join();
        for (int i = 0; i < simulators.size(); i++) {
            gain(i, 5);
        }
        for (int i = 0; i < simulators.size(); i++) {
            simulators.get(i).running.close();
            gain((i + 1) % simulators.size(), 4);
            simulators.get(i).running = simulators.get(i).starting.start();
            gain(i, 4);
        }
        Patience.until(() -> Duration.between(began, Instant.now()).compareTo(atLeast) >= 0);
        engine.change(id, Session.State.STOPPED).join();
        SessionFolder folder = SessionFolder.open(engine.folder(id).orElseThrow());
        recorded(folder.session());
        Path leading = folder.file(folder.session().segments().stream()
                .filter(each -> each.source().equals(simulators.getFirst().camera.address())).findFirst()
                .orElseThrow());
        lanes(leading, folder.session());
        together(leading, SessionSources.of(leading, Optional.of(folder.session())));
    }

    /** Waits for so many more frames of a source. */
    private void gain(int source, int frames) {
        long before = frames(source);
        Patience.until(() -> frames(source) >= before + frames);
    }

    private long frames(int source) {
        UUID camera = simulators.get(source).camera.id();
        return engine.session(id).orElseThrow().cameras().stream().filter(each -> each.camera().id().equals(camera))
                .mapToLong(each -> each.frames()).sum();
    }

    private void recorded(Session session) {
        for (Simulator each : simulators) {
            List<Segment> own = session.segments().stream()
                    .filter(segment -> segment.source().equals(each.camera.address())).toList();
            assertThat(own).as(each.camera.address()).isNotEmpty()
                    .allMatch(segment -> segment.received() == segment.written() + segment.repeated() + segment.lost());
            assertThat(own.stream().mapToLong(Segment::frames).sum()).isGreaterThanOrEqualTo(9);
            assertThat(session.losses()).as("the break of %s is marked", each.camera.address())
                    .anyMatch(loss -> loss.source().equals(each.camera.address())
                            && loss.cause() == Loss.Cause.RECONNECT);
        }
    }

    private static void lanes(Path leading, Session session) throws Exception {
        try (LogReader log = LogReader.open(leading)) {
            TimelineContent read = new LogTimeline().read("log", log, log.index(), () -> false);
            TimelineContent shown = new SessionLanes(read, leading, Optional.of(session)).added();
            assertThat(shown.sources()).hasSize(4);
            HashSet<Integer> broken = new HashSet<>();
            shown.holes().stream().filter(hole -> hole.kind() == TimelineHole.Kind.LOSS)
                    .forEach(hole -> broken.add(hole.source()));
            assertThat(broken).containsExactlyInAnyOrder(0, 1, 2, 3);
        }
    }

    private void together(Path leading, SessionSources sources) throws Exception {
        List<SideBySide.Camera> cameras = new ArrayList<>();
        int frames;
        try (LogReader first = LogReader.open(leading)) {
            FrameArrivals ours = FrameArrivals.read(first, first.index(), Optional.empty());
            frames = ours.count();
            for (SessionSources.Track track : sources.others()) {
                Path file = track.pieces().getFirst().file();
                cameras.add(SideBySide.Camera.of(file, track.name()));
                try (LogReader other = LogReader.open(file)) {
                    inStep(ours, FrameArrivals.read(other, other.index(), Optional.empty()));
                }
            }
        }
        ExportReport report = Exporter.run(
                ExportRequest.of(new ExportRequest.Range(leading, 0, frames - 1), root.resolve("together.mp4"))
                        .withSideBySide(new SideBySide("demo", cameras)),
                (_, _) -> {
                }, () -> false);
        assertThat(ClipReader.read(report.file()).ptsMicros()).hasSize(frames);
        assertThat(report.notes()).filteredOn(note -> note.contains("stand beside the")).hasSize(3);
    }

    /** The frame that stands beside each had arrived by then, and the next had not. */
    private static void inStep(FrameArrivals ours, FrameArrivals theirs) {
        assertThat(ours.guessed() || theirs.guessed()).isFalse();
        int found = 0;
        for (int frame = 0; frame < ours.count(); frame++) {
            int beside = ours.follow(frame, theirs);
            if (beside >= 0) {
                found++;
                assertThat(ours.lead(frame, theirs, beside)).isGreaterThanOrEqualTo(Duration.ZERO);
            }
            if (beside + 1 < theirs.count()) {
                assertThat(ours.lead(frame, theirs, beside + 1)).isLessThan(Duration.ZERO);
            }
        }
        assertThat(found).isPositive();
    }
}
