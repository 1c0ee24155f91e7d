package org.labreel.ui.live;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.labreel.feed.pi.Annotation;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.Capture;
import org.labreel.feed.pi.PiCamera;
import org.labreel.feed.pi.PiCameraState;
import org.labreel.feed.pi.PiCameraState.Saving;
import org.labreel.feed.pi.PiCommand;
import org.labreel.ui.kit.Units;

/** The controls of a Pi camera without the panel. JavaFX thread. */
final class PiControl {
    private final PiCamera camera;
    private final PacedValue brightness;
    private final PacedValue contrast;

    PiControl(PiCamera camera, LongSupplier nanos) {
        this.camera = camera;
        this.brightness = new PacedValue(value -> camera.send(new PiCommand.SetBrightness(value)), nanos);
        this.contrast = new PacedValue(value -> camera.send(new PiCommand.SetContrast(value)), nanos);
    }

    PiCameraState state() {
        return camera.state();
    }

    boolean reached() {
        return state().connected();
    }

    boolean recording() {
        return reached() && is(CameraStatus.RECORDING);
    }

    private boolean is(CameraStatus status) {
        return state().status().equals(Optional.of(status));
    }

    /** To be called a few times a second. */
    void beat() {
        brightness.beat();
        contrast.beat();
    }

    Optional<Integer> brightness() {
        return brightness.shown(state().brightness());
    }

    Optional<Integer> contrast() {
        return contrast.shown(state().contrast());
    }

    void wishBrightness(int percent) {
        brightness.wish(percent);
    }

    void wishContrast(int percent) {
        contrast.wish(percent);
    }

    void toggleRecording() {
        camera.send(recording() ? new PiCommand.StopRecording() : new PiCommand.StartRecording());
    }

    void save() {
        camera.send(new PiCommand.SaveRecording());
    }

    void rotate(int degrees) {
        camera.send(new PiCommand.SetRotation(degrees));
    }

    void capture(Capture wanted) {
        camera.send(new PiCommand.SetCapture(wanted, false));
    }

    void annotate(Annotation wanted) {
        camera.send(new PiCommand.SetAnnotation(wanted));
    }

    Dots.Colour colour() {
        if (!reached()) {
            return Dots.Colour.WARN;
        }
        return is(CameraStatus.NOT_CONNECTED) ? Dots.Colour.BAD : Dots.Colour.GOOD;
    }

    String status() {
        if (!reached()) {
            return "not reached";
        }
        return switch (state().status().orElse(CameraStatus.STANDING_BY)) {
            case RECORDING -> "filming" + camera.filmingFor().map(each -> " " + Units.elapsed(each)).orElse("");
            case STANDING_BY -> "standing by";
            case NOT_CONNECTED -> "camera not connected";
        };
    }

    /** How the last saving goes or went; empty when there is nothing to say. */
    Optional<String> saving() {
        return switch (state().saving()) {
            case Saving.None _ -> Optional.empty();
            case Saving.Busy _ -> Optional.of("Saving on the camera…");
            case Saving.Done(String file) -> Optional.of("Saved on the camera" + (file.isEmpty() ? "" : ": " + file));
            case Saving.Failed(String error) -> Optional.of("Not saved: " + error);
        };
    }

    boolean savingRuns() {
        return state().saving() instanceof Saving.Busy;
    }
}
