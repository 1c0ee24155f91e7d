package org.labreel.feed.pi;

import org.labreel.model.Bytes;

/** Signals to messages and back. */
public final class PiSignals {
    private PiSignals() {
    }

    public static PiMessage message(PiSignal signal, PiDialect dialect) {
        return switch (signal) {
            case PiSignal.Frame(Bytes png) -> PiMessage.of(PiProtocol.NEW_FRAME, png);
            case PiSignal.CameraError(String text) -> PiMessage.of(PiProtocol.CAMERA_ERROR, PlainValue.of(text));
            case PiSignal.Status(CameraStatus status) ->
                PiMessage.of(PiProtocol.STATUS_CHANGED, PlainValue.of(status.word()));
            case PiSignal.Brightness(int percent) ->
                PiMessage.of(PiProtocol.BRIGHTNESS_CHANGED, PlainValue.of(percent));
            case PiSignal.Contrast(int percent) -> PiMessage.of(PiProtocol.CONTRAST_CHANGED, PlainValue.of(percent));
            case PiSignal.RecordingStarted _ -> PiMessage.of(PiProtocol.RECORDING_STARTED);
            case PiSignal.RecordingStopped _ -> PiMessage.of(PiProtocol.RECORDING_STOPPED);
            case PiSignal.SaveBegun _ -> PiMessage.of(PiProtocol.SAVE_BEGUN);
            case PiSignal.SaveFinished(String file) -> PiMessage.of(PiProtocol.SAVE_FINISHED, PlainValue.of(file));
            case PiSignal.SaveFailed(String error) -> PiMessage.of(dialect.saveFailed(), PlainValue.of(error));
            case PiSignal.Unknown(int number) -> PiMessage.of(number);
        };
    }

    /**
     * @throws MalformedMessageException
     *             when its arguments are not what the signal carries
     */
    public static PiSignal read(PiMessage message, PiDialect dialect) throws MalformedMessageException {
        if (message.command() == dialect.saveFailed()) {
            return new PiSignal.SaveFailed(new PiArguments(message, "saving", 1).text(0));
        }
        return switch (message.command()) {
            case PiProtocol.NEW_FRAME -> new PiSignal.Frame(new PiArguments(message, "a frame", 1).bytes(0));
            case PiProtocol.CAMERA_ERROR ->
                new PiSignal.CameraError(new PiArguments(message, "an error", 1).text(0));
            case PiProtocol.STATUS_CHANGED -> status(new PiArguments(message, "the status", 1).text(0));
            case PiProtocol.BRIGHTNESS_CHANGED ->
                new PiSignal.Brightness(new PiArguments(message, "the brightness", 1).whole(0));
            case PiProtocol.CONTRAST_CHANGED ->
                new PiSignal.Contrast(new PiArguments(message, "the contrast", 1).whole(0));
            case PiProtocol.RECORDING_STARTED -> new PiSignal.RecordingStarted();
            case PiProtocol.RECORDING_STOPPED -> new PiSignal.RecordingStopped();
            case PiProtocol.SAVE_BEGUN -> new PiSignal.SaveBegun();
            case PiProtocol.SAVE_FINISHED ->
                new PiSignal.SaveFinished(new PiArguments(message, "a saved recording", 1).text(0));
            default -> new PiSignal.Unknown(message.command());
        };
    }

    private static PiSignal status(String word) throws MalformedMessageException {
        return new PiSignal.Status(CameraStatus.of(word)
                .orElseThrow(() -> new MalformedMessageException("the camera tells a status that is not known")));
    }
}
