package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.record.Alarm;
import org.labreel.record.RecorderStatus;

class RecordTextTest {
    @Test
    void idleTellsHowFarAPressReachesBack() {
        RecordText text = RecordText.of(RecordControl.Phase.IDLE, status(Optional.empty()), Optional.empty(), true);
        assertThat(text.state()).isEqualTo("Not recording");
        assertThat(text.detail()).isEqualTo("A press reaches back 9.5 s");
        assertThat(text.fault()).isFalse();
    }

    @Test
    void recordingTellsTimeSizeFramesAndFolder() {
        RecordText text = RecordText.of(RecordControl.Phase.RECORDING, status(Optional.empty()),
                Optional.of(Path.of("recordings", "2026-03-01_14-05-12")), true);
        assertThat(text.state()).isEqualTo("Recording 1:23");
        assertThat(text.detail()).isEqualTo("142 MB · 2,490 frames · 2026-03-01_14-05-12");
    }

    @Test
    void framesThatRepeatTheOneBeforeAreCountedAsSuch() {
        RecordText text = RecordText.of(RecordControl.Phase.RECORDING, status(1240, Optional.empty()),
                Optional.empty(), true);
        assertThat(text.detail()).isEqualTo("142 MB · 2,490 frames, 1,240 repeated");
    }

    @Test
    void anAlarmTakesTheLine() {
        RecordText text = RecordText.of(RecordControl.Phase.RECORDING,
                status(alarm(Alarm.Kind.FILLING, "The disk is nearly full.")),
                Optional.empty(), true);
        assertThat(text.state()).isEqualTo("Recording 1:23");
        assertThat(text.detail()).isEqualTo("The disk is nearly full.");
        assertThat(text.fault()).isTrue();
    }

    @Test
    void missingFramesAreTheConnectionsFaultWhenItIsLost() {
        assertThat(recording(Alarm.Kind.NO_FRAMES, "Look at the camera.", false))
                .isEqualTo("The connection is lost; recording goes on when it is back.");
        assertThat(recording(Alarm.Kind.NO_FRAMES, "Look at the camera.", true)).isEqualTo("Look at the camera.");
        assertThat(recording(Alarm.Kind.LOSING, "The disk does not keep up.", false))
                .isEqualTo("The disk does not keep up.");
    }

    private static String recording(Alarm.Kind kind, String text, boolean connected) {
        return RecordText.of(RecordControl.Phase.RECORDING, status(alarm(kind, text)), Optional.empty(), connected)
                .detail();
    }

    private static Optional<Alarm> alarm(Alarm.Kind kind, String text) {
        return Optional.of(new Alarm(kind, text));
    }

    private static RecorderStatus status(Optional<Alarm> alarm) {
        return status(0, alarm);
    }

    private static RecorderStatus status(long repeats, Optional<Alarm> alarm) {
        return new RecorderStatus(true, Duration.ofSeconds(83), 142_000_000, 2490, repeats, 0, 0,
                Duration.ofMillis(9500),
                Optional.empty(), Optional.empty(), alarm);
    }
}
