package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.record.RecorderStatus;

class RecordTextTest {
    @Test
    void idleTellsHowFarAPressReachesBack() {
        RecordText text = RecordText.of(RecordControl.Phase.IDLE, status(Optional.empty()), Optional.empty());
        assertThat(text.state()).isEqualTo("Not recording");
        assertThat(text.detail()).isEqualTo("A press reaches back 9.5 s");
        assertThat(text.fault()).isFalse();
    }

    @Test
    void recordingTellsTimeSizeFramesAndFolder() {
        RecordText text = RecordText.of(RecordControl.Phase.RECORDING, status(Optional.empty()),
                Optional.of(Path.of("recordings", "2026-03-01_14-05-12")));
        assertThat(text.state()).isEqualTo("Recording 1:23");
        assertThat(text.detail()).isEqualTo("142 MB · 2,490 frames · 2026-03-01_14-05-12");
    }

    @Test
    void anAlarmTakesTheLine() {
        RecordText text = RecordText.of(RecordControl.Phase.RECORDING, status(Optional.of("The disk is nearly full.")),
                Optional.empty());
        assertThat(text.state()).isEqualTo("Recording 1:23");
        assertThat(text.detail()).isEqualTo("The disk is nearly full.");
        assertThat(text.fault()).isTrue();
    }

    private static RecorderStatus status(Optional<String> alarm) {
        return new RecorderStatus(true, Duration.ofSeconds(83), 142_000_000, 2490, 0, 0, Duration.ofMillis(9500),
                Optional.empty(), Optional.empty(), alarm);
    }
}
