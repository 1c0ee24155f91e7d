package org.labreel.serve.pi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.pi.CameraStatus;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiSignal;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;

/**
 * A source as the camera behind a server: its newest frame is the preview. What a client sets changes the preview
 * alone, never the source or what is recorded of it.
 */
final class SourceHead implements PiHead, FeedListener {
    private final RecordingSwitch recording;
    private final PictureControls controls = new PictureControls();
    private final AtomicReference<Optional<Bytes>> newest = new AtomicReference<>(Optional.empty());
    private volatile boolean connected;
    private volatile boolean watched;

    SourceHead(RecordingSwitch recording) {
        this.recording = recording;
    }

    CameraStatus status() {
        if (!connected) {
            return CameraStatus.NOT_CONNECTED;
        }
        return recording.recording() ? CameraStatus.RECORDING : CameraStatus.STANDING_BY;
    }

    boolean watched() {
        return watched;
    }

    /** The preview of the newest frame, once; empty when none came since, or it shows nothing. */
    Optional<Bytes> preview(PictureDecoder decoder, Optional<Picture> reuse) throws PictureException {
        Optional<Bytes> frame = newest.getAndSet(Optional.empty());
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        Picture whole = decoder.decode(frame.get(), reuse);
        return Optional.of(PictureEncoder.png(PreviewPicture.of(whole, controls.rotation(), controls.tone())));
    }

    @Override
    public List<PiSignal> present() {
        List<PiSignal> present = new ArrayList<>(List.of(new PiSignal.Status(status())));
        present.addAll(controls.present());
        return present;
    }

    @Override
    public void watched(boolean anybody) {
        watched = anybody;
    }

    @Override
    public void command(PiCommand command, Voice voice) {
        switch (command) {
            case PiCommand.StartRecording _ ->
                report(recording.start(), voice, new PiSignal.RecordingStarted());
            case PiCommand.StopRecording _ ->
                report(recording.stop(), voice, new PiSignal.RecordingStopped());
            case PiCommand.SaveRecording _ -> save(voice);
            case PiCommand.SetBrightness asked -> controls.brightness(asked, voice);
            case PiCommand.SetContrast asked -> controls.contrast(asked, voice);
            case PiCommand.SetRotation asked -> controls.rotate(asked);
            case PiCommand.SetAnnotation _ ->
                voice.refuse("This camera writes no text into its picture: frames are kept as they come.");
            case PiCommand.SetCapture _ ->
                voice.refuse("Size and rate of this camera are set where it is, not from here.");
            case PiCommand.CloseCamera _ -> voice.refuse("This camera is in use where it is, and stays open.");
            case PiCommand.Unknown(int number) -> voice.refuse("Command " + number + " is not known here.");
        }
    }

    private static void report(CompletionStage<Void> doing, Voice voice, PiSignal done) {
        // It ends on whatever thread: only what goes to everybody may be said from there.
        doing.whenComplete((_, failure) -> voice.all()
                .accept(failure == null ? done : new PiSignal.CameraError(words(failure))));
    }

    private static String words(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return String.valueOf(cause.getMessage());
    }

    /** It is on the disk already, frame by frame as it came. */
    private void save(Voice voice) {
        voice.all().accept(new PiSignal.SaveBegun());
        Optional<String> file = recording.recording() ? Optional.empty() : recording.newest();
        voice.all().accept(file.<PiSignal>map(PiSignal.SaveFinished::new)
                .orElseGet(() -> new PiSignal.SaveFailed(recording.recording()
                        ? "A recording runs. Stop it first."
                        : "Nothing was recorded yet.")));
    }

    @Override
    public void message(RawMessage message) {
        if (!watched) {
            return;
        }
        try {
            if (EventCodec.decode(message.payload()) instanceof DeviceEvent.Image image) {
                newest.set(Optional.of(image.data()));
            }
        } catch (MalformedEventException _) {
            // Nothing to show; whoever records the source has it.
        }
    }

    @Override
    public void status(FeedStatus status) {
        connected = status.state() == FeedStatus.State.CONNECTED;
    }

    @Override
    public void loss(Loss loss) {
        // Told where the source is recorded; the protocol has no word for it.
    }

    @Override
    public void board(Board board) {
        // The preview shows no electrodes.
    }

    @Override
    public void told(DeviceEvent event) {
        // The preview shows no readings.
    }
}
