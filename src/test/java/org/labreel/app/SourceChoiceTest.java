package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChoiceTest {
    @Test
    void theDemoIsCalledDemo() {
        assertThat(SourceChoice.of(" demo ")).isInstanceOf(SourceChoice.Demo.class);
    }

    @Test
    void aFileIsALog(@TempDir Path folder) throws Exception {
        Path log = Files.createFile(folder.resolve("run.bin"));
        assertThat(SourceChoice.of(log.toString())).isEqualTo(new SourceChoice.Log(log));
    }

    @Test
    void anythingElseIsADevice() {
        assertThat(SourceChoice.of("bench:7001")).isInstanceOfSatisfying(SourceChoice.Device.class,
                device -> assertThat(device.address().feed()).hasToString("ws://bench:7001"));
    }

    @Test
    void nothingIsAskedForInWords() {
        assertThatThrownBy(() -> SourceChoice.of("  ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Type an address first");
    }
}
