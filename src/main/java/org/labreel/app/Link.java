package org.labreel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.BoardDefinition;
import org.labreel.feed.PurpleDropSource;
import org.labreel.feed.ReplaySource;
import org.labreel.feed.Source;
import org.labreel.feed.SourceAddress;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.serve.DemoServer;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.live.LiveModel;
import org.labreel.ui.live.RecordControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that is open, with all that hangs on it: its recorder, its model, and the demo's server if it is the demo.
 */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final DateTimeFormatter SESSION_NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private final Optional<DemoServer> demo;
    private final Supplier<Preferences> preferences;
    private final Recorder recorder;
    private final LiveModel model;
    private final RecordControl control;
    private final ExecutorService decoding = Executors.newSingleThreadExecutor(daemon("decode"));
    private final ExecutorService disk = Executors.newSingleThreadExecutor(daemon("record"));
    private boolean closed;

    private Link(Source source, Optional<DemoServer> demo, Supplier<Preferences> preferences, InstantSource clock) {
        this.demo = demo;
        this.preferences = preferences;
        this.recorder = new Recorder(source.address(), settings(preferences.get().recording()), clock);
        this.model = new LiveModel(source, recorder, PictureDecoder::best, decoding, clock, System::nanoTime);
        this.control = new RecordControl(recorder, () -> preferences.get().recordings(), this::session, disk,
                FxThread.executor(), clock);
    }

    static RecorderSettings settings(Preferences.Recording chosen) {
        return new RecorderSettings(Duration.ofSeconds(chosen.preRollSeconds()),
                (long) chosen.preRollMegabytes() << 20, RecorderSettings.DEFAULT.queueBytes(),
                (long) chosen.splitGigabytes() << 30, chosen.repeatsOnce(), (long) chosen.reserveMegabytes() << 20);
    }

    /** Opens a source. Not on the JavaFX thread. */
    static Link open(SourceChoice choice, Vertx vertx, DemoServer.Settings demo, Supplier<Preferences> preferences,
            InstantSource clock) {
        return switch (choice) {
            case SourceChoice.Demo _ -> {
                DemoServer server = DemoServer.start(vertx, demo);
                yield new Link(new PurpleDropSource(vertx, server.feed(), server.rpc()), Optional.of(server),
                        preferences, clock);
            }
            case SourceChoice.Device(SourceAddress at) ->
                new Link(new PurpleDropSource(vertx, at.feed(), at.rpc()), Optional.empty(), preferences, clock);
            case SourceChoice.Log(Path file) -> {
                Link link = new Link(new ReplaySource(file, 1, false), Optional.empty(), preferences, clock);
                boardBeside(file).ifPresent(link.model::board);
                yield link;
            }
        };
    }

    /** A log does not hold its board; the session that it lies in may. */
    private static Optional<Board> boardBeside(Path log) {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(folder.resolve("session.json"))) {
            return Optional.empty();
        }
        try {
            return SessionFolder.open(folder).session().boardDefinition().map(BoardDefinition::parse);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("{} is played without a board: {}", log, e.getMessage());
            return Optional.empty();
        }
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A session that nobody planned is called by its date and time. */
    private Session session(Instant now) {
        String name = SESSION_NAME.withZone(ZoneId.systemDefault()).format(now);
        String serial = model.state().deviceInfo().map(DeviceEvent.DeviceInfo::serialNumber).orElse("");
        Session.Camera camera = new Session.Camera(UUID.randomUUID(), "REALSENSE_D435", serial, model.address());
        return Session.named(name, now).withCameras(List.of(camera))
                .withBoardDefinition(model.board().map(Board::definition));
    }

    LiveModel model() {
        return model;
    }

    RecordControl control() {
        return control;
    }

    /** Takes over the recording settings as they are now. */
    void recordAsPreferred() {
        recorder.settings(settings(preferences.get().recording()));
    }

    boolean isDemo() {
        return demo.isPresent();
    }

    boolean isRecording() {
        return control.phase() == RecordControl.Phase.RECORDING || control.phase() == RecordControl.Phase.STARTING;
    }

    /** The folder of the session that this source is recorded into. */
    Optional<Path> folder() {
        return control.folder();
    }

    /** Ends everything in order; a segment that is open is completed. Not on the JavaFX thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        model.close();
        recorder.close();
        decoding.close();
        disk.close();
        demo.ifPresent(DemoServer::close);
    }
}
