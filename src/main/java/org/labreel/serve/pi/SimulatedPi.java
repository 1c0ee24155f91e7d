package org.labreel.serve.pi;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiSignal;
import org.labreel.picture.PictureEncoder;

/**
 * A simulated Pi camera: it draws what it sees, does what it is told, and keeps its films to itself as the real one
 * does: of a recording only a name is ever told.
 */
public final class SimulatedPi implements PiHead, AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private final Vertx vertx;
    private final InstantSource clock;
    private final Duration saving;
    private final PictureControls controls = new PictureControls();
    private final PiScene scene = new PiScene();
    private final PiCameraServer server;
    private final FramePacer pacer;
    private volatile CameraStatus status = CameraStatus.STANDING_BY;
    private volatile Capture capture = Capture.PRESETS.get(0);
    private volatile WrittenText written = WrittenText.NOTHING;
    /** When the recording that was not yet saved began. */
    private @Nullable Instant recorded;
    private boolean busySaving;
    private boolean closed;

    /**
     * @param saving
     *            how long it takes to save a film
     */
    public SimulatedPi(Vertx vertx, PiCameraServer.Settings settings, InstantSource clock, Duration saving) {
        this.vertx = vertx;
        this.clock = clock;
        this.saving = saving;
        this.pacer = new FramePacer("simulated Pi", PERIOD, this::shoot);
        this.server = open(vertx, settings);
    }

    private PiCameraServer open(Vertx network, PiCameraServer.Settings settings) {
        try {
            return PiCameraServer.start(network, settings, this);
        } catch (RuntimeException e) {
            pacer.close();
            throw e;
        }
    }

    /** On loopback, as a newcomer meets it. */
    public static SimulatedPi start(Vertx vertx, PiCameraServer.Settings settings) {
        return new SimulatedPi(vertx, settings, InstantSource.system(), Duration.ofSeconds(2));
    }

    private void shoot() throws Exception {
        if (status != CameraStatus.NOT_CONNECTED) {
            PiScene.View view = new PiScene.View(clock.instant(), capture, status == CameraStatus.RECORDING);
            server.frame(PictureEncoder.png(
                    PreviewPicture.of(scene.draw(view, written), controls.rotation(), controls.tone())));
        }
    }

    public int port() {
        return server.port();
    }

    public int clientCount() {
        return server.clientCount();
    }

    @Override
    public List<PiSignal> present() {
        List<PiSignal> present = new ArrayList<>(List.of(new PiSignal.Status(status)));
        present.addAll(controls.present());
        return present;
    }

    @Override
    public void watched(boolean anybody) {
        pacer.watched(anybody);
    }

    @Override
    public void command(PiCommand command, Voice voice) {
        switch (command) {
            case PiCommand.StartRecording _ -> startRecording(voice);
            case PiCommand.StopRecording _ -> stopRecording(voice);
            case PiCommand.SaveRecording _ -> save(voice);
            case PiCommand.SetBrightness asked -> controls.brightness(asked, voice);
            case PiCommand.SetContrast asked -> controls.contrast(asked, voice);
            case PiCommand.SetRotation asked -> controls.rotate(asked);
            case PiCommand.SetAnnotation asked -> {
                written = written.after(asked.annotation());
                written.problem().ifPresent(voice::refuse);
            }
            case PiCommand.SetCapture asked -> change(asked, voice);
            case PiCommand.CloseCamera _ -> closeCamera(voice);
            case PiCommand.Unknown(int number) -> voice.refuse("Command " + number + " is not known here.");
        }
    }

    private void become(CameraStatus next, Voice voice) {
        status = next;
        voice.all().accept(new PiSignal.Status(next));
    }

    private void startRecording(Voice voice) {
        switch (status) {
            case RECORDING -> voice.refuse("It records already.");
            case NOT_CONNECTED -> voice.refuse("The camera is closed; choose a size and rate to open it again.");
            case STANDING_BY -> {
                recorded = clock.instant();
                become(CameraStatus.RECORDING, voice);
                voice.all().accept(new PiSignal.RecordingStarted());
            }
        }
    }

    private void stopRecording(Voice voice) {
        if (status != CameraStatus.RECORDING) {
            voice.refuse("Nothing is being recorded.");
            return;
        }
        become(CameraStatus.STANDING_BY, voice);
        voice.all().accept(new PiSignal.RecordingStopped());
    }

    private void save(Voice voice) {
        Optional<String> refusal = refusalToSave();
        if (refusal.isPresent()) {
            voice.all().accept(new PiSignal.SaveFailed(refusal.get()));
            return;
        }
        String name = LocalDateTime.ofInstant(Optional.ofNullable(recorded).orElseThrow(), ZoneId.systemDefault())
                .format(FILE) + ".mp4";
        recorded = null;
        busySaving = true;
        voice.all().accept(new PiSignal.SaveBegun());
        vertx.setTimer(Math.max(1, saving.toMillis()), _ -> {
            busySaving = false;
            voice.all().accept(new PiSignal.SaveFinished(name));
        });
    }

    private Optional<String> refusalToSave() {
        if (status == CameraStatus.RECORDING) {
            return Optional.of("A recording runs. Stop it first.");
        }
        if (busySaving) {
            return Optional.of("The recording before is still being saved.");
        }
        return recorded == null ? Optional.of("Nothing was recorded since the last saving.") : Optional.empty();
    }

    private void change(PiCommand.SetCapture asked, Voice voice) {
        if (!Capture.PRESETS.contains(asked.capture())) {
            voice.refuse("The camera has no size and rate of " + asked.capture().words() + ".");
        } else if (status == CameraStatus.RECORDING && !asked.stopRecording()) {
            voice.refuse("A recording runs; size and rate stay as they are until it is stopped.");
        } else {
            if (status == CameraStatus.RECORDING) {
                stopRecording(voice);
            }
            capture = asked.capture();
            if (status == CameraStatus.NOT_CONNECTED) {
                become(CameraStatus.STANDING_BY, voice);
            }
        }
    }

    private void closeCamera(Voice voice) {
        if (status == CameraStatus.RECORDING) {
            stopRecording(voice);
        }
        become(CameraStatus.NOT_CONNECTED, voice);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pacer.close();
            server.close();
        }
    }
}
