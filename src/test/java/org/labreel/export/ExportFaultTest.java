package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.SmallDisk;

/** An export that cannot come to its end. */
class ExportFaultTest {
    private static final int FRAMES = 60;

    @TempDir
    private Path folder;

    private Path log() throws IOException {
        long[] millis = IntStream.range(0, FRAMES).mapToLong(i -> i * 33L).toArray();
        return new TestLog().frames(320, 240, millis).write(folder.resolve("log.bin"));
    }

    private static ExportRequest request(Path log, Path target) {
        return ExportRequest.of(new ExportRequest.Range(log, 0, FRAMES - 1), target);
    }

    @Test
    void killedExportLeavesNoClipAndTheNextRunMakesIt() throws Exception {
        Path log = log();
        Path target = folder.resolve("clip.mp4");
        Process process = export(log, target, PartName.notes());
        process.destroyForcibly().waitFor();
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("clip.mp4.part")).exists();
        ExportReport report = Exporter.run(request(log, target), (_, _) -> {
        }, () -> false);
        assertThat(report.frames()).isEqualTo(FRAMES);
        assertThat(ClipReader.read(target).ptsMicros()).hasSize(FRAMES);
        assertThat(folder.resolve("clip.mp4.part")).as("what the killed export left").doesNotExist();
    }

    @Test
    void whatAKilledExportLeftIsClearedAwayAtTheNextStartAndNothingElse() throws Exception {
        Path log = log();
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Path stranger = Files.writeString(folder.resolve("other.mp4.part"), "a download");
        Process process = export(log, folder.resolve("clip.mp4"), notes);
        try {
            assertThat(LeftParts.clear(notes)).as("while it is being made").isEmpty();
            assertThat(folder.resolve("clip.mp4.part")).exists();
        } finally {
            process.destroyForcibly().waitFor();
        }
        Files.writeString(notes.resolve("labreel-export-0.lock"), stranger.toString());

        assertThat(LeftParts.clear(notes)).containsExactly(folder.resolve("clip.mp4.part"));

        assertThat(folder.resolve("clip.mp4.part")).doesNotExist();
        assertThat(stranger).hasContent("a download");
        assertThat(LeftParts.clear(notes)).isEmpty();
    }

    /** A process that stands still in the middle of an export. */
    private static Process export(Path log, Path target, Path notes) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + notes, "-cp", System.getProperty("java.class.path"), Victim.class.getName(),
                log.toString(), target.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        boolean underWay = false;
        // Left open: a closed pipe would end the process.
        BufferedReader said = process.inputReader();
        try {
            assertThat(said.readLine()).isEqualTo("under way");
            underWay = true;
        } finally {
            if (!underWay) {
                process.destroyForcibly();
            }
        }
        return process;
    }

    @Test
    void aStrangersFileOfThatNameIsLeftAlone() throws IOException {
        Path log = log();
        Files.writeString(folder.resolve("clip.mp4.part"), "a download");

        Exporter.run(request(log, folder.resolve("clip.mp4")), (_, _) -> {
        }, () -> false);

        assertThat(folder.resolve("clip.mp4.part")).hasContent("a download");
        assertThat(folder.resolve("clip.mp4")).exists();
    }

    @Test
    @Tag("long")
    void fullTargetIsSaidInPlainWordsAndLeavesNothing() throws Exception {
        Path log = log();
        Path small = Files.createDirectory(folder.resolve("small"));
        try (SmallDisk _ = SmallDisk.mount(small, 8)) {
            assertThatThrownBy(() -> Exporter.run(request(log, small.resolve("clip.mp4")), (_, _) -> {
            }, () -> false)).isInstanceOf(IOException.class).hasMessageContaining("full");
            try (Stream<Path> left = Files.list(small)) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** Exports until a good part is done, and then waits to be killed. */
    static final class Victim {
        private Victim() {
        }

        public static void main(String[] args) throws IOException {
            Exporter.run(request(Path.of(args[0]), Path.of(args[1])), (done, _) -> {
                if (done == FRAMES / 2) {
                    System.out.println("under way");
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
            }, () -> false);
        }
    }
}
