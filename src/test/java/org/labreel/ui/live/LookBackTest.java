package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.timeline.EpochNanos;

class LookBackTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path root = Path.of("");
    private final Recorder recorder = new Recorder("ws://fake:7001", RecorderSettings.DEFAULT, InstantSource.system());
    private final List<Path> files = new ArrayList<>();
    private final List<Optional<LookBack.Seen>> told = new ArrayList<>();
    private final long beganNanos = System.nanoTime();
    private final LookBack past = new LookBack(new PastReel(() -> List.copyOf(files), recorder::recent),
            PictureDecoder::best, Runnable::run, Runnable::run, told::add);

    @AfterEach
    void close() {
        past.close();
        recorder.close();
    }

    /** A second of the feed: one electrode state, then one frame. */
    private void second(int number) throws IOException {
        long nanos = beganNanos + number * 10_000_000L;
        accept(EventCodec.encode(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(number), 255)), List.of(), 128)), number, nanos);
        accept(EventCodec.encode(new DeviceEvent.Image(Optional.empty(), jpeg())), number, nanos + 1);
    }

    private void accept(Bytes payload, int number, long nanos) {
        recorder.accept(new RawMessage(payload, new Arrival(START.plusSeconds(number), nanos)));
    }

    private static Bytes jpeg() throws IOException {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }

    private static long at(double seconds) {
        return EpochNanos.of(START) + Math.round(seconds * 1e9);
    }

    private PinSet pins() {
        return told.getLast().orElseThrow().state().activePins();
    }

    @Test
    void theLastFrameThatHadArrivedIsShownWithTheDeviceAtIt() throws Exception {
        for (int i = 1; i <= 5; i++) {
            second(i);
        }
        past.seek(at(3.5));
        assertThat(told.getLast().orElseThrow().picture()).isPresent();
        assertThat(told.getLast().orElseThrow().nanos()).isEqualTo(at(3));
        assertThat(pins()).isEqualTo(PinSet.of(3));
        past.seek(at(0));
        assertThat(pins()).as("before the oldest there is the oldest").isEqualTo(PinSet.of(1));
    }

    @Test
    void stepsGoFrameByFrameAndBeyondTheNewestIntoThePresent() throws Exception {
        for (int i = 1; i <= 3; i++) {
            second(i);
        }
        past.step(1, at(9));
        assertThat(past.looking()).as("the present has no next frame").isFalse();
        past.step(-1, at(9));
        assertThat(pins()).isEqualTo(PinSet.of(2));
        past.step(1, at(9));
        assertThat(pins()).isEqualTo(PinSet.of(3));
        past.step(1, at(9));
        assertThat(past.looking()).isFalse();
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void aSegmentIsLookedBackAtWhileItIsWrittenAndStepsCrossIntoIt() throws Exception {
        second(1);
        second(2);
        SessionFolder folder = SessionFolder.create(root, Session.named("test", START));
        recorder.start(folder);
        second(3);
        second(4);
        // What the recorder is asked now it does after it has written what came before.
        recorder.recent();
        folder.session().segments().forEach(each -> files.add(folder.path().resolve(each.file())));
        assertThat(files).hasSize(1);
        past.seek(at(1.5));
        assertThat(pins()).as("pre-roll, in the file by now").isEqualTo(PinSet.of(1));
        past.step(2, 0);
        assertThat(pins()).isEqualTo(PinSet.of(3));
        second(5);
        recorder.recent();
        past.seek(at(99));
        assertThat(pins()).as("came after looking back began").isEqualTo(PinSet.of(5));
        recorder.stop();
        second(6);
        past.step(1, 0);
        assertThat(pins()).as("kept in memory for the next segment").isEqualTo(PinSet.of(6));
        past.step(-1, 0);
        assertThat(pins()).isEqualTo(PinSet.of(5));
        past.step(-9, 0);
        assertThat(pins()).isEqualTo(PinSet.of(1));
    }

    @Test
    void withoutAnyFrameItStaysWithThePresent() {
        past.seek(at(1));
        assertThat(past.looking()).isFalse();
        assertThat(past.seen()).isEmpty();
    }
}
