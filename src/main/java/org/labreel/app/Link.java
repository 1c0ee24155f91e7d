package org.labreel.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.labreel.feed.Source;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.MessageMemory;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.live.LiveModel;
import org.labreel.ui.live.LiveSource;

/**
 * A source as the console shows and records it, with all that hangs on it: its recorder and its model.
 */
final class Link implements AutoCloseable {
    private final Supplier<Preferences> preferences;
    private final String model;
    private final LiveSource source;
    private final ExecutorService decoding = Executors.newSingleThreadExecutor(daemon("decode"));
    private boolean closed;

    /**
     * @param from
     *            not yet started
     * @param choice
     *            what the operator named
     * @param memory
     *            shared by all recorders of the program
     */
    Link(Source from, SourceChoice choice, Supplier<Preferences> preferences, InstantSource clock,
            MessageMemory memory) {
        this.preferences = preferences;
        this.model = choice.model();
        Recorder recorder = new Recorder(from.address(), settings(preferences.get().recording()), clock, memory);
        this.source = new LiveSource(
                new LiveModel(from, recorder, PictureDecoder::forScreen, decoding, clock, System::nanoTime), recorder,
                choice instanceof SourceChoice.Demo);
    }

    static RecorderSettings settings(Preferences.Recording chosen) {
        return new RecorderSettings(Duration.ofSeconds(chosen.preRollSeconds()),
                (long) chosen.preRollMegabytes() << 20, RecorderSettings.DEFAULT.queueBytes(),
                (long) chosen.splitGigabytes() << 30, Duration.ofMinutes(chosen.splitMinutes()), chosen.repeatsOnce(),
                (long) chosen.reserveMegabytes() << 20);
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    LiveSource source() {
        return source;
    }

    String address() {
        return source.address();
    }

    /** As a session knows it; the id is the same in every run. */
    Session.Camera camera() {
        String serial = source.model().state().deviceInfo().map(DeviceEvent.DeviceInfo::serialNumber).orElse("");
        return new Session.Camera(UUID.nameUUIDFromBytes(address().getBytes(StandardCharsets.UTF_8)),
                model, serial, address());
    }

    /** Takes over the recording settings as they are now. */
    void recordAsPreferred() {
        source.recorder().settings(settings(preferences.get().recording()));
    }

    /** Ends everything in order; a segment that is open is completed. Not on the JavaFX thread. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        source.model().close();
        source.recorder().close();
        decoding.close();
    }
}
