package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.labreel.model.Marker;
import org.labreel.model.Transform;

/** A clip made again from the file beside it. */
class ClipSidecarTest extends ExportBench {
    private static final ClipSettings EVERY_CHOICE = new ClipSettings(Preset.PAPER, EncoderKind.FFMPEG,
            new Timing(2.5, 12.5, Gaps.shortenedTo(Duration.ofMillis(400)).withLongerThan(Duration.ofSeconds(1))),
            new Framing(Optional.of(new Crop(8, 4, 120, 80)), Rotation.LEFT, Optional.of(new Box(300, 200))),
            new Overlays(EnumSet.allOf(Overlay.class), EnumSet.allOf(Overlays.ElectrodePart.class),
                    Overlays.Clock.BOTH, ZoneId.of("Europe/Berlin"), "a \"caption\"", 2.54, Duration.ofSeconds(2), 12,
                    "Serif"),
            DamagedFrames.LEAVE_OUT, 5_000_000, true, 2);

    private Path log() throws IOException {
        return new TestLog().transform(Transform.scaleThenShift(20, 20, 40, 40), 160, 96).pins(7)
                .frames(160, 96, 0, 33, 66, 100, 3000, 3033).write(folder.resolve("log.bin"));
    }

    private ExportRequest request(Path log, ClipSettings settings) {
        Path target = folder.resolve("clip.mp4");
        return ExportRequest.of(new ExportRequest.Range(log, 1, 5), target).withSettings(settings)
                .withBoard(Optional.of(board()))
                .withMarkers(List.of(new Marker(UUID.randomUUID(), TestLog.START.plusMillis(50), "here", "#ffb300")))
                .withSidecar(Optional.of(ExportRequest.sidecarOf(target)));
    }

    private ExportReport again(String name) throws IOException {
        return Exporter.run(
                ClipSidecar.open(folder.resolve("clip.mp4.json")).request(folder.resolve(name), () -> false),
                QUIET, () -> false);
    }

    @Test
    void twoClipsFromOneSidecarAreTheSameBitForBit() throws IOException {
        ExportReport first = Exporter.run(request(log(), EVERY_CHOICE), QUIET, () -> false);

        byte[] bytes = Files.readAllBytes(first.file());
        assertThat(again("one.mp4").file()).hasBinaryContent(bytes);
        assertThat(again("two.mp4").file()).hasBinaryContent(bytes);
        assertThat(ClipSidecar.open(folder.resolve("clip.mp4.json")).isSame(folder.resolve("two.mp4")))
                .contains(true);
    }

    @Test
    void everyChoiceIsKept() throws IOException {
        ExportRequest request = request(log(), EVERY_CHOICE);
        Exporter.run(request, QUIET, () -> false);
        ExportRequest read = ClipSidecar.open(folder.resolve("clip.mp4.json")).request(request.target(), () -> false);

        assertThat(read.settings()).isEqualTo(EVERY_CHOICE);
        assertThat(read.markers()).isEqualTo(request.markers());
        assertThat(read.board().orElseThrow().electrodes()).isEqualTo(board().electrodes());
        assertThat(read.ranges()).isEqualTo(request.ranges());
    }

    @Test
    void theNumberOfThreadsIsFixedEvenWhenItWasLeftOpen() throws IOException {
        Exporter.run(request(log(), ClipSettings.PLAIN), QUIET, () -> false);

        assertThat(ClipSidecar.open(folder.resolve("clip.mp4.json")).request(folder.resolve("x.mp4"), () -> false)
                .settings().threads()).isEqualTo(EncoderSettings.usualThreads());
    }

    @Test
    void aLogWhoseBytesChangedIsRefused() throws IOException {
        Path log = log();
        Exporter.run(request(log, ClipSettings.PLAIN), QUIET, () -> false);
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        assertThatThrownBy(() -> again("again.mp4")).isInstanceOf(IOException.class)
                .hasMessageContaining("its bytes have changed");
        assertThat(folder.resolve("again.mp4")).doesNotExist();
    }

    @Test
    void aLogThatWentOnIsTheSameAsFarAsItWent() throws IOException {
        Path log = log();
        ExportReport first = Exporter.run(request(log, ClipSettings.PLAIN), QUIET, () -> false);
        byte[] more = new TestLog().frames(160, 96, 4000).bytes();
        Files.write(log, more, StandardOpenOption.APPEND);

        assertThat(again("again.mp4").file()).hasSameBinaryContentAs(first.file());
    }

    @Test
    void theLogIsLookedForBesideTheSidecarFirst() throws IOException {
        Path log = log();
        ExportReport first = Exporter.run(request(log, ClipSettings.PLAIN), QUIET, () -> false);
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(log, moved.resolve("log.bin"));
        Files.copy(folder.resolve("clip.mp4.json"), moved.resolve("clip.mp4.json"));

        ExportRequest request = ClipSidecar.open(moved.resolve("clip.mp4.json")).request(moved.resolve("clip.mp4"),
                () -> false);
        assertThat(Exporter.run(request, QUIET, () -> false).file()).hasSameBinaryContentAs(first.file());
        assertThatThrownBy(() -> again("again.mp4")).hasMessageContaining("neither beside the sidecar nor at");
    }

    @Test
    void wordThatIsNoChoiceIsNamedWithThoseThatAre() throws IOException {
        Exporter.run(request(log(), ClipSettings.PLAIN), QUIET, () -> false);
        Path file = folder.resolve("clip.mp4.json");
        String sound = Files.readString(file);
        String odd = sound.replaceFirst("\"damagedFrames\" : \"[a-z-]+\"", "\"damagedFrames\" : \"ignore\"");
        assertThat(odd).isNotEqualTo(sound);
        Files.writeString(file, odd);
        assertThatThrownBy(() -> ClipSidecar.open(file))
                .hasMessageContaining("damagedFrames is \"ignore\", which is none of mark, leave-out");
    }

    @Test
    void whatIsNoSidecarIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"a\": 1}");
        assertThatThrownBy(() -> ClipSidecar.open(file)).hasMessageContaining("is no sidecar of a clip");
        Files.writeString(file, "{\"labreelClip\": 1, \"ranges\": [");
        assertThatThrownBy(() -> ClipSidecar.open(file)).hasMessageContaining("is damaged");
        Files.writeString(file, "{\"labreelClip\": 1, \"ranges\": [{\"log\":0}], \"logs\": []}");
        assertThatThrownBy(() -> ClipSidecar.open(file)).hasMessageContaining("cannot be right");
        Files.writeString(file, "{\"labreelClip\": 99}");
        assertThatThrownBy(() -> ClipSidecar.open(file)).hasMessageContaining("newer Labreel");
    }

    @Test
    void aCancelledExportLeavesNoSidecar() throws IOException {
        ExportRequest request = request(log(), ClipSettings.PLAIN);

        assertThatThrownBy(() -> Exporter.run(request, QUIET, () -> Set.copyOf(names()).contains("clip.mp4.part")))
                .isInstanceOf(CancellationException.class);
        assertThat(files()).containsExactly("log.bin");
    }

    private List<String> names() {
        try {
            return files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
