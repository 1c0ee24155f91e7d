package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.log.LogReader;
import org.labreel.log.TestLogs;

/** Recording from the command line as a script does it: a process that is told to end by a signal. */
@DisabledOnOs(OS.WINDOWS)
class RecordProcessTest {
    @TempDir
    private Path folder;
    private Process record(String source, Path file) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "record",
                "--source", source, file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile()).start();
    }

    private int end(Process process) throws Exception {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void recordingThatIsAskedToEndIsWholeAndTheExitCodeSaysSo() throws Exception {
        Path log = TestLogs.write(folder, TestLogs.log(TestLogs.bodies(5, 500)));
        Path file = folder.resolve("recorded.bin");
        Process process = record("replay:" + log + "?loop=true", file);
        Patience.until(() -> file.toFile().length() > 0);
        assertThat(end(process)).isZero();
        assertThat(folder.resolve("said.txt")).content().contains("0 lost");
        try (LogReader recorded = LogReader.open(file)) {
            assertThat(recorded.index().records()).isPositive();
            assertThat(recorded.index().damage()).isEmpty();
        }
    }

    @Test
    void recordingThatReceivedNothingFailsAndLeavesNoFile() throws Exception {
        Path file = folder.resolve("recorded.bin");
        Process process = record("ws://127.0.0.1:1", file);
        Patience.until(() -> Files.exists(file));
        assertThat(end(process)).isEqualTo(1);
        assertThat(folder.resolve("said.txt")).content().contains("Nothing was received");
        assertThat(file).doesNotExist();
    }
}
