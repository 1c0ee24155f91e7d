package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

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
        LogRepair repair = LogRepair.of(file, out);
        assertThat(repair.report().exitCode()).isEqualTo(3);
        assertThat(repair.written()).isEqualTo(10);
        assertThat(Files.readAllBytes(out)).isEqualTo(Arrays.copyOf(whole, whole.length - 34));
        assertThat(Files.readAllBytes(file)).isEqualTo(torn);
        assertThat(LogDoctor.check(out).health()).isEqualTo(LogDoctor.Health.SOUND);
        assertThatThrownBy(() -> LogRepair.of(file, out)).isInstanceOf(FileAlreadyExistsException.class);
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

    @Test
    void aLogOfWhichNothingCanBeReadIsNotMadeIntoAnEmptyOne() throws IOException {
        byte[] log = Arrays.copyOf(real(), 155);
        // Whole by their lengths, yet no events: each is one field of a group that never began.
        for (int at = 0; at < log.length; at += 4 + log[at]) {
            Arrays.fill(log, at + 4, at + 4 + log[at], (byte) 0x0c);
        }
        Path file = TestLogs.write(folder, log);
        Path out = folder.resolve("repaired.bin");
        assertThatThrownBy(() -> LogRepair.of(file, out)).isInstanceOf(NotALogException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**repaired*");
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftAloneByARepair() throws IOException {
        Path file = TestLogs.write(folder, real());
        Path link = link(folder.resolve("repaired.bin"), folder.resolve("elsewhere.bin"));
        assertThatThrownBy(() -> LogRepair.of(file, link)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(folder.resolve("elsewhere.bin")).doesNotExist();
    }

    @Test
    void aRepairThatIsCancelledLeavesNothing() throws IOException {
        Path file = TestLogs.write(folder, real());
        AtomicInteger asked = new AtomicInteger();
        for (int after = 0; after < 6; after++) {
            int limit = after;
            asked.set(0);
            Path out = folder.resolve("repaired.bin");
            try {
                LogRepair.of(file, out, _ -> {
                }, () -> asked.getAndIncrement() >= limit);
                assertThat(out).exists();
                Files.delete(out);
            } catch (CancellationException _) {
                assertThat(folder).isDirectoryNotContaining("glob:**repaired*");
            }
        }
    }

    @Test
    @Timeout(20)
    void aPipeIsRefusedInsteadOfWaitingForAWriter() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.bin");
        assumeTrue(File.separatorChar == '/', "there are named pipes only there");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        assertThatThrownBy(() -> LogReader.open(pipe)).isInstanceOf(NotALogException.class)
                .hasMessageContaining("pipe");
        assertThat(LogDoctor.check(pipe).exitCode()).isEqualTo(1);
    }

    private static Path link(Path link, Path target) {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            throw new TestAbortedException("no links here", e);
        }
    }
}
