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
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName(), log.toString(), target.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("under way");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("clip.mp4.part")).exists();
        ExportReport report = Exporter.run(request(log, target), (_, _) -> {
        }, () -> false);
        assertThat(report.frames()).isEqualTo(FRAMES);
        assertThat(ClipReader.read(target).ptsMicros()).hasSize(FRAMES);
        assertThat(folder.resolve("clip.mp4.part")).as("what the killed export left").doesNotExist();
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
