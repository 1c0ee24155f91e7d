package org.labreel.app;

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
import org.labreel.feed.Source;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.FxThread;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.live.LiveModel;
import org.labreel.ui.live.RecordControl;

/**
 * A source as the console shows and records it, with all that hangs on it: its recorder and its model.
 */
final class Link implements AutoCloseable {
    private static final DateTimeFormatter SESSION_NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private final boolean demo;
    private final Supplier<Preferences> preferences;
    private final Recorder recorder;
    private final LiveModel model;
    private final RecordControl control;
    private final ExecutorService decoding = Executors.newSingleThreadExecutor(daemon("decode"));
    private final ExecutorService disk = Executors.newSingleThreadExecutor(daemon("record"));
    private boolean closed;

    /**
     * @param source
     *            not yet started
     * @param demo
     *            whether it is the simulated device
     */
    Link(Source source, boolean demo, Supplier<Preferences> preferences, InstantSource clock) {
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
        return demo;
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
    }
}
