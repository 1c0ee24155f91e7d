package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMarkTest {
    private static final String BENCH = "ws://bench:7001";
    private static final String PI = "tcp://picamera-µ:8000";
    private static final List<String> BOTH = List.of("", BENCH, PI);

    @TempDir
    private Path folder;

    private Path begun(String source) throws IOException {
        Path log = folder.resolve("segment-001.bin");
        SidecarWriter.beside(log, source).close();
        return log;
    }

    @Test
    void aLogTellsItsSourceBeforeItsFirstRecord() throws IOException {
        Path log = begun(PI);
        assertThat(SourceMark.read(log, BOTH)).contains(PI);
        assertThat(SourceMark.read(log, List.of(BENCH))).isEmpty();
    }

    @Test
    void whatWasNotToldIsNobodys() throws IOException {
        assertThat(SourceMark.read(begun(""), BOTH)).isEmpty();
        assertThat(SourceMark.read(folder.resolve("segment-002.bin"), BOTH)).isEmpty();
    }

    @Test
    void aDamagedOrShortHeaderIsNotBelieved() throws IOException {
        Path log = begun(BENCH);
        Path sidecar = Sidecar.beside(log);
        byte[] whole = Files.readAllBytes(sidecar);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(sidecar, damaged);
            assertThat(SourceMark.read(log, BOTH)).as("bit %d", bit).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(sidecar, Arrays.copyOf(whole, length));
            assertThat(SourceMark.read(log, BOTH)).as("%d bytes", length).isEmpty();
        }
    }
}
