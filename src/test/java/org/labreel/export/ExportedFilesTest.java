package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;

/** Files that an export makes, and those that it leaves alone. */
class ExportedFilesTest extends ExportBench {
    @Test
    void theTableHasALineForEachFrame() throws IOException {
        Path log = new TestLog().pins(3, 5).frames(160, 96, 0, 33).pins().frame(66, 160, 96)
                .write(folder.resolve("state.bin"));
        new Order(log, 2, "state.mp4")
                .with(Preset.FULL, Set.of(), Optional.empty(), 0, Optional.of(folder.resolve("state.csv"))).run();
        List<String> lines = Files.readAllLines(folder.resolve("state.csv"));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("0,state.bin,0,2026-03-01T10:00:00.250Z,0.000000,0.000000,3 5,");
        assertThat(lines.get(3)).startsWith("2,state.bin,2,2026-03-01T10:00:00.316Z,0.066000,0.066000,,");
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Path log = tenFrames();
        Files.writeString(folder.resolve("clip.mp4"), "mine");

        assertThatThrownBy(() -> new Order(log, 9, "clip.mp4").run()).hasMessageContaining("exists already");
        assertThat(folder.resolve("clip.mp4")).hasContent("mine");
        assertThat(Exporter.freeName(folder.resolve("clip.mp4"))).isEqualTo(folder.resolve("clip-2.mp4"));
        assertThat(files()).containsExactly("clip.mp4", "ten.bin");
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        Path log = tenFrames();
        for (Preset preset : Preset.values()) {
            AtomicInteger seen = new AtomicInteger();
            ExportRequest request = new Order(log, 9, preset == Preset.STILLS ? "gone" : "gone.mp4").with(preset,
                    Set.of(), Optional.empty(), 0,
                    Optional.of(folder.resolve("gone.csv"))).request;
            assertThatThrownBy(() -> Exporter.run(request, (done, _) -> seen.set(done), () -> seen.get() >= 3))
                    .isInstanceOf(CancellationException.class);
            assertThat(files()).containsExactly("ten.bin");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidAndLeavesNothing() throws IOException {
        Path log = tenFrames();

        assertThatThrownBy(() -> new Order(log, 10, "a.mp4").run()).hasMessageContaining("frames 0 to 9");
        assertThatThrownBy(() -> new Order(log, 9, "no/where/a.mp4").run()).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new Order(log, 9, "a.mp4").with(Preset.LOSSLESS, Set.of(Overlay.TIME),
                Optional.empty(), 0, Optional.empty()).run()).hasMessageContaining("nothing can be burnt in");
        Path blind = new TestLog().pins(1).pins(2).write(folder.resolve("blind.bin"));
        assertThatThrownBy(() -> new Order(blind, 0, "a.mp4").run()).hasMessageContaining("no images");
        Path junk = new TestLog().frame(0, Bytes.wrap(new byte[50])).write(folder.resolve("junk.bin"));
        assertThatThrownBy(() -> new Order(junk, 0, "a.mp4").run()).hasMessageContaining("None of the 1 frames");
        assertThat(files()).containsExactly("blind.bin", "junk.bin", "ten.bin");
    }
}
