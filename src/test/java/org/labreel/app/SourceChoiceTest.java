package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.feed.Playback;

class SourceChoiceTest {
    @Test
    void theDemoIsCalledDemo() {
        assertThat(SourceChoice.of(" demo ")).isInstanceOf(SourceChoice.Demo.class);
    }

    @Test
    void aFileIsALog(@TempDir Path folder) throws Exception {
        Path log = Files.createFile(folder.resolve("run.bin"));
        assertThat(SourceChoice.of(log.toString())).isEqualTo(SourceChoice.log(log));
    }

    @Test
    void camerasThatAreNoPurpleDropsAreNotCalledByTheNameOfIts() {
        assertThat(List.of("pi://bench", "cpl://bench")).allSatisfy(
                address -> assertThat(CameraChoice.of(address).camera().model()).isEqualTo("V4L2CAMERA"));
        assertThat(CameraChoice.of("ws://bench").camera().model()).isEqualTo("REALSENSE_D435");
        assertThat(CameraChoice.of("pi://bench,REALSENSE").camera().model()).isEqualTo("REALSENSE");
    }

    @Test
    void anythingElseIsADevice() {
        assertThat(SourceChoice.of("bench:7001")).isInstanceOfSatisfying(SourceChoice.Device.class,
                device -> assertThat(device.at().feed()).hasToString("ws://bench:7001"));
    }

    @Test
    void aPiCameraHasItsOwnPortAndIsOneSourceHoweverItIsWritten() {
        assertThat(SourceChoice.of("PI://bench")).isEqualTo(SourceChoice.of("pi://bench:9898"))
                .extracting(SourceChoice::address).isEqualTo("pi://bench:9898");
        assertThatThrownBy(() -> SourceChoice.of("pi://")).hasMessageContaining("pi://host");
    }

    @Test
    void nothingIsAskedForInWords() {
        assertThatThrownBy(() -> SourceChoice.of("  ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Type an address first");
    }

    @Test
    void replayHasSpeedAndLoop(@TempDir Path folder) throws Exception {
        Path log = Files.createFile(folder.resolve("run.bin"));
        assertThat(SourceChoice.of("replay:" + log)).isEqualTo(SourceChoice.log(log));
        assertThat(SourceChoice.of("replay:" + log + "?speed=2.5&loop=true"))
                .isEqualTo(new SourceChoice.Log(new Replay(log, 2.5, true)));
        assertThat(SourceChoice.of("replay:" + log + "?speed=max"))
                .isEqualTo(new SourceChoice.Log(new Replay(log, Playback.UNPACED, false)));
    }

    @Test
    void addressOfEverySourceNamesThatSourceAgain(@TempDir Path folder) throws Exception {
        Path log = Files.createFile(folder.resolve("odd?name.bin"));
        for (String text : List.of("demo", "bench", "ws://bench:9001", "bench:1?rpc=80", log.toString(),
                "replay:" + log, "cpl://lab", "cpl://lab:9?format=png",
                "replay:" + log + "?speed=0.25", "replay:" + log + "?loop=true&speed=max")) {
            SourceChoice choice = SourceChoice.of(text);
            assertThat(SourceChoice.of(choice.address())).as(text).isEqualTo(choice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?speed=0", "?speed=-1", "?speed=fast", "?speed=NaN", "?loop=perhaps", "?pace=2"})
    void wrongOptionsOfAReplayAreNamed(String options, @TempDir Path folder) throws Exception {
        Path log = Files.createFile(folder.resolve("run.bin"));
        assertThatThrownBy(() -> SourceChoice.of("replay:" + log + options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(options.substring(options.indexOf('=') + 1));
    }

    @Test
    void replayOfNothingSaysSo() {
        assertThatThrownBy(() -> SourceChoice.of("replay:/nowhere/run.bin?loop=true"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/nowhere/run.bin");
    }
}
