package org.labreel.feed.pi;

import java.util.Optional;
import org.labreel.feed.Words;

/**
 * What is known of a camera. What it tells itself is empty until it has; what it never tells is what was last asked of
 * it from here.
 *
 * @param connected
 *            whether commands reach it
 * @param status
 *            as the camera told it
 * @param brightness
 *            0 to 100, as the camera told it
 * @param contrast
 *            -100 to 100, as the camera told it
 * @param rotation
 *            degrees, as asked from here
 * @param capture
 *            size and rate, as asked from here
 * @param annotation
 *            as asked from here
 * @param saving
 *            how the last saving went
 * @param error
 *            what the camera last complained of, until the next command
 */
public record PiCameraState(boolean connected, Optional<CameraStatus> status, Optional<Integer> brightness,
        Optional<Integer> contrast, Optional<Integer> rotation, Optional<Capture> capture,
        Optional<Annotation> annotation, Saving saving, Optional<String> error) {
    public static final PiCameraState UNKNOWN = new PiCameraState(false, Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Saving.None(),
            Optional.empty());

    /** Saving a recording on the camera. */
    public sealed interface Saving {
        record None() implements Saving {
        }

        /** The camera works on it. */
        record Busy() implements Saving {
        }

        /** Saved on the camera under this name. */
        record Done(String file) implements Saving {
        }

        record Failed(String error) implements Saving {
        }
    }

    PiCameraState withConnected(boolean next) {
        return next
                ? new PiCameraState(true, status, brightness, contrast, rotation, capture, annotation, saving, error)
                : new PiCameraState(false, Optional.empty(), brightness, contrast, rotation, capture, annotation,
                        saving, error);
    }

    private PiCameraState withStatus(CameraStatus next) {
        return new PiCameraState(connected, Optional.of(next), brightness, contrast, rotation, capture, annotation,
                saving, error);
    }

    private PiCameraState withSaving(Saving next) {
        return new PiCameraState(connected, status, brightness, contrast, rotation, capture, annotation, next, error);
    }

    private PiCameraState withError(Optional<String> next) {
        return new PiCameraState(connected, status, brightness, contrast, rotation, capture, annotation, saving, next);
    }

    private PiCameraState withPicture(Optional<Integer> nextBrightness, Optional<Integer> nextContrast) {
        return new PiCameraState(connected, status, nextBrightness.or(() -> brightness),
                nextContrast.or(() -> contrast), rotation, capture, annotation, saving, error);
    }

    private PiCameraState withAsked(Optional<Integer> nextRotation, Optional<Capture> nextCapture,
            Optional<Annotation> nextAnnotation) {
        return new PiCameraState(connected, status, brightness, contrast, nextRotation.or(() -> rotation),
                nextCapture.or(() -> capture), nextAnnotation.or(() -> annotation), saving, error);
    }

    /** After the camera told something. */
    PiCameraState after(PiSignal signal) {
        return switch (signal) {
            case PiSignal.Frame _,PiSignal.Unknown _ -> this;
            case PiSignal.CameraError(String text) -> withError(Optional.of(Words.shown(text)));
            case PiSignal.Status(CameraStatus told) -> withStatus(told);
            case PiSignal.Brightness(int percent) -> withPicture(Optional.of(percent), Optional.empty());
            case PiSignal.Contrast(int percent) -> withPicture(Optional.empty(), Optional.of(percent));
            case PiSignal.RecordingStarted _ -> withStatus(CameraStatus.RECORDING).withSaving(new Saving.None());
            case PiSignal.RecordingStopped _ -> withStatus(CameraStatus.STANDING_BY);
            case PiSignal.SaveBegun _ -> withSaving(new Saving.Busy());
            case PiSignal.SaveFinished(String file) -> withSaving(new Saving.Done(Words.shown(file)));
            case PiSignal.SaveFailed(String text) -> withSaving(new Saving.Failed(Words.shown(text)));
        };
    }

    /** After a command was sent. */
    PiCameraState after(PiCommand command) {
        PiCameraState tried = withError(Optional.empty());
        return switch (command) {
            case PiCommand.SetRotation(int degrees) ->
                tried.withAsked(Optional.of(degrees), Optional.empty(), Optional.empty());
            case PiCommand.SetCapture(Capture asked, boolean _) ->
                tried.withAsked(Optional.empty(), Optional.of(asked), Optional.empty());
            case PiCommand.SetAnnotation(Annotation asked) ->
                tried.withAsked(Optional.empty(), Optional.empty(), Optional.of(asked));
            case PiCommand.StartRecording _,PiCommand.StopRecording _,PiCommand.SaveRecording _,PiCommand.SetBrightness _,PiCommand.SetContrast _,PiCommand.CloseCamera _,PiCommand.Unknown _ ->
                tried;
        };
    }
}
