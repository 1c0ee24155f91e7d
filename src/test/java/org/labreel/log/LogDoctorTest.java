package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDoctorTest {
    @TempDir
    private Path folder;

    private byte[] real() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("purpledrop-part.bin"))) {
            return in.readAllBytes();
        }
    }

    @Test
    void realLogIsSound() throws IOException {
        LogDoctor.Report report = LogDoctor.check(TestLogs.write(folder, real()));
        assertThat(report.health()).isEqualTo(LogDoctor.Health.SOUND);
        assertThat(report.exitCode()).isZero();
        assertThat(report.records()).isEqualTo(11);
    }

    @Test
    void tornTailIsLeftOutOfTheRepairedLogAndTheOriginalIsUntouched() throws IOException {
        byte[] whole = real();
        byte[] torn = Arrays.copyOf(whole, whole.length - 10);
        Path file = TestLogs.write(folder, torn);
        Path out = folder.resolve("repaired.bin");
        LogDoctor.Repair repair = LogDoctor.repair(file, out);
        assertThat(repair.report().exitCode()).isEqualTo(3);
        assertThat(repair.written()).isEqualTo(10);
        assertThat(Files.readAllBytes(out)).isEqualTo(Arrays.copyOf(whole, whole.length - 34));
        assertThat(Files.readAllBytes(file)).isEqualTo(torn);
        assertThat(LogDoctor.check(out).health()).isEqualTo(LogDoctor.Health.SOUND);
        assertThatThrownBy(() -> LogDoctor.repair(file, out)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void damagedPictureIsReportedAndKeptDamagedBodyIsLeftOut() throws IOException {
        byte[] log = real();
        // Record 3 is a frame of 99,068 bytes behind 155 bytes of others; record 4 follows it.
        Arrays.fill(log, 155 + 50_000, 155 + 90_000, (byte) 0);
        Arrays.fill(log, 155 + 99_068 + 4, 155 + 99_068 + 34, (byte) 0xff);
        LogDoctor.Report report = LogDoctor.check(TestLogs.write(folder, log));
        assertThat(report.health()).isEqualTo(LogDoctor.Health.DAMAGED);
        assertThat(report.findings()).extracting(LogDoctor.Finding::record).containsExactly(3, 4);
        assertThat(report.findings()).extracting(LogDoctor.Finding::leftOut).containsExactly(false, true);
    }

    @Test
    void whatIsNoLogIsUnreadable() throws IOException {
        LogDoctor.Report report = LogDoctor.check(TestLogs.write(folder, new byte[0]));
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.notes().getFirst()).contains("empty");
    }
}
