package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureEncoder;

/** From a log to a finished file. */
class ExporterTest {
    private static final Exporter.Progress QUIET = (_, _) -> {
    };
    @TempDir
    private Path folder;

    /** A request in steps, so that a test names only what it is about. */
    private final class Order {
        private ExportRequest request;

        Order(Path log, int last, String target) {
            request = ExportRequest.of(new ExportRequest.Range(log, 0, last), folder.resolve(target));
        }

        private Order with(Preset preset, Set<Overlay> overlays, Optional<Crop> crop, long maxBytes,
                Optional<Path> csv) {
            request = request.withBoard(Optional.of(board())).withCsv(csv)
                    .withSettings(request.settings().withPreset(preset).withMaxBytes(maxBytes)
                            .withFraming(Framing.WHOLE.withCrop(crop)).withOverlays(Overlays.NONE.showing(overlays)
                                    .withCaption("caption").withMillimetresPerUnit(1)));
            return this;
        }

        Order preset(Preset preset) {
            return with(preset, Set.of(), Optional.empty(), 0, Optional.empty());
        }

        ExportReport run() throws IOException {
            return Exporter.run(request, QUIET, () -> false);
        }
    }

    private static Board board() {
        return new Board(List.of(
                new Electrode(7,
                        List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1))),
                new Electrode(8, List.of(new Point(2, 0), new Point(3, 0), new Point(3, 1), new Point(2, 1)))), "");
    }

    private Path tenFrames() throws IOException {
        return new TestLog().frames(160, 96, 0, 33, 66, 100, 133, 166, 200, 1200, 1233, 1233)
                .write(folder.resolve("ten.bin"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private Picture still(Path file) throws IOException {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            return decoder.decode(Bytes.wrap(Files.readAllBytes(file)), Optional.empty());
        }
    }

    private static int[] rgb(Picture picture, int x, int y) {
        int at = (y * picture.width() + x) * 4;
        return new int[]{picture.pixels().get(at + 2) & 0xFF, picture.pixels().get(at + 1) & 0xFF,
                picture.pixels().get(at) & 0xFF};
    }

    @Test
    void theClipHasEveryFrameAtItsTime() throws IOException {
        ExportReport report = new Order(tenFrames(), 9, "clip.mp4").run();
        ClipReader clip = ClipReader.read(report.file());

        assertThat(clip.ptsMicros().stream().map(pts -> Math.round(pts / 1000.0))).containsExactly(0L, 33L, 66L, 100L,
                133L, 166L, 200L, 1200L, 1233L, 1234L);
        assertThat(clip.durationMicros().getLast()).isEqualTo(33_000);
        assertThat(report.frames()).isEqualTo(10);
        assertThat(report.shiftedFrames()).isEqualTo(1);
        assertThat(report.damagedFrames()).isZero();
        assertThat(report.bytes()).isEqualTo(Files.size(report.file()));
        assertThat(report.encoder()).isEqualTo("FFmpeg");
        assertThat(report.notes()).isEmpty();
        assertThat(ClipReader.startsFast(report.file())).isTrue();
        assertThat(files()).containsExactly("clip.mp4", "ten.bin");
    }

    @Test
    void losslessHoldsTheJpegsThemselves() throws IOException {
        Path log = tenFrames();
        for (String name : List.of("copy.mov", "copy.mp4")) {
            ExportReport report = new Order(log, 9, name).preset(Preset.LOSSLESS).run();
            ClipReader clip = ClipReader.read(report.file());

            assertThat(clip.codec()).isEqualTo(avcodec.AV_CODEC_ID_MJPEG);
            assertThat(clip.ptsMicros()).hasSize(10);
            assertThat(clip.ptsMicros().get(7)).isEqualTo(1_200_000);
            String all = new String(Files.readAllBytes(report.file()), StandardCharsets.ISO_8859_1);
            for (int frame = 0; frame < 8; frame++) {
                assertThat(all).contains(new String(TestLog.jpeg(160, 96, frame).toArray(),
                        StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void stillsAreTheFramesInOrder() throws IOException {
        ExportReport report = new Order(tenFrames(), 3, "stills").preset(Preset.STILLS).run();

        assertThat(report.frames()).isEqualTo(4);
        for (int frame = 0; frame < 4; frame++) {
            Picture still = still(folder.resolve(String.format("stills/frame-%06d.png", frame)));
            assertThat(rgb(still, 10, 48)[0]).isCloseTo((Scenes.BARS[frame] >> 16) & 0xFF, within(8));
        }
        assertThat(files()).containsExactly("stills", "ten.bin");
    }

    @Test
    void aSizeBoundIsKeptAndUsed() throws IOException {
        TestLog noisy = new TestLog();
        Random random = new Random(5);
        try (PictureEncoder encoder = PictureEncoder.best()) {
            for (int frame = 0; frame < 60; frame++) {
                Picture picture = new Picture(160, 96);
                random.nextBytes(picture.pixels().array());
                noisy.frame(frame * 33L, encoder.jpeg(picture, 90));
            }
        }
        Path log = noisy.write(folder.resolve("noisy.bin"));

        ExportReport report = new Order(log, 59, "bound.mp4")
                .with(Preset.PAPER, Set.of(), Optional.empty(), 250_000, Optional.empty()).run();

        assertThat(report.bytes()).isBetween(225_000L, 250_000L);
        assertThat(ClipReader.read(report.file()).ptsMicros()).hasSize(60);
        assertThatThrownBy(() -> new Order(log, 59, "tiny.mp4")
                .with(Preset.FULL, Set.of(), Optional.empty(), 4000, Optional.empty()).run())
                .hasMessageContaining("cannot be made to fit");
        assertThat(files()).containsExactly("bound.mp4", "noisy.bin");
    }

    @Test
    void paperIsAtMost720Lines() throws IOException {
        Path log = new TestLog().frames(1600, 1200, 0, 33).write(folder.resolve("large.bin"));
        ClipReader clip = ClipReader.read(new Order(log, 1, "paper.mp4").preset(Preset.PAPER).run().file());

        assertThat(clip.width()).isEqualTo(960);
        assertThat(clip.height()).isEqualTo(720);
        assertThat(clip.rgb(0, 180, 300)[2]).isCloseTo(255, within(8));
        assertThat(clip.rgb(0, 300, 300)[0]).isCloseTo(0xE0, within(12));
    }

    @Test
    void oddSizesAreMadeEvenAndThatIsSaid() throws IOException {
        Path log = new TestLog().frames(161, 97, 0, 33).write(folder.resolve("odd.bin"));
        ExportReport report = new Order(log, 1, "odd.mp4").run();

        assertThat(ClipReader.read(report.file()).width()).isEqualTo(160);
        assertThat(report.notes()).singleElement().asString().contains("161 x 97").contains("160 x 96");
    }

    @Test
    void framesOfAnotherSizeAreFittedAndCounted() throws IOException {
        Path log = new TestLog().frame(0, 160, 96).frame(33, 80, 80).frame(66, 320, 192).frame(99, 160, 96)
                .write(folder.resolve("mixed.bin"));
        ExportReport report = new Order(log, 3, "mixed.mp4").run();
        ClipReader clip = ClipReader.read(report.file());

        assertThat(clip.ptsMicros()).hasSize(4);
        assertThat(report.notes()).singleElement().asString().startsWith("2 frames have another size");
        assertThat(clip.rgb(1, 10, 48)).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> new Order(log, 3, "mixed.mov").preset(Preset.LOSSLESS).run())
                .hasMessageContaining("different sizes");
    }

    @Test
    void damagedFramesAreShownMarkedAndCounted() throws IOException {
        Bytes whole = TestLog.jpeg(160, 96, 1);
        Path log = new TestLog().frame(0, 160, 96).frame(33, whole.slice(0, whole.length() * 2 / 3))
                .frame(66, Bytes.wrap(new byte[300])).frame(99, 160, 96).write(folder.resolve("torn.bin"));
        ExportReport report = new Order(log, 3, "torn").preset(Preset.STILLS).run();

        assertThat(report.damagedFrames()).isEqualTo(2);
        assertThat(rgb(still(folder.resolve("torn/frame-000001.png")), 1, 48)).containsExactly(255, 64, 255);
        assertThat(rgb(still(folder.resolve("torn/frame-000002.png")), 1, 48)).containsExactly(255, 64, 255);
        assertThat(rgb(still(folder.resolve("torn/frame-000003.png")), 1, 48)[1]).isNotCloseTo(64, within(20));
    }

    @Test
    void electrodesLieWhereTheLogPutsThem() throws IOException {
        Path log = new TestLog().transform(Transform.scaleThenShift(20, 20, 40, 40), 80, 48).pins(7)
                .frame(0, 160, 96).pins(8).frame(33, 160, 96).write(folder.resolve("board.bin"));
        Order order = new Order(log, 1, "board").with(Preset.STILLS, Set.of(Overlay.ELECTRODES), Optional.empty(), 0,
                Optional.empty());
        ExportReport report = order.run();
        // The transform is in pixels of 80 x 48, the frames have twice that: electrode 7 covers 80..120 x 80..96.
        assertThat(report.notes()).isEmpty();
        int[] active = rgb(still(folder.resolve("board/frame-000000.png")), 90, 90);
        assertThat(active[0]).isBetween(110, 145);
        assertThat(active[2]).isBetween(110, 145);
        assertThat(rgb(still(folder.resolve("board/frame-000000.png")), 50, 60)[0]).isCloseTo(0xE0, within(8));
    }

    @Test
    void cropAndOverlaysGoTogether() throws IOException {
        Path log = new TestLog().transform(Transform.scaleThenShift(20, 20, 40, 40), 160, 96).pins(7)
                .frames(160, 96, 0, 33).write(folder.resolve("crop.bin"));
        ExportReport report = new Order(log, 1, "crop").with(Preset.STILLS, EnumSet.allOf(Overlay.class),
                Optional.of(new Crop(20, 30, 101, 51)), 0, Optional.empty()).run();
        Picture still = still(report.file().resolve("frame-000000.png"));

        assertThat(still.width()).isEqualTo(101);
        assertThat(still.height()).isEqualTo(51);
        assertThatThrownBy(() -> new Order(log, 1, "crop2.mp4").with(Preset.FULL, Set.of(),
                Optional.of(new Crop(100, 30, 100, 51)), 0, Optional.empty()).run())
                .hasMessageContaining("beyond the frame");
    }

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

    @Test
    void theSameRequestGivesTheSameBytes() throws IOException {
        Path log = tenFrames();

        assertThat(Files.readAllBytes(new Order(log, 9, "one.mp4").run().file()))
                .isEqualTo(Files.readAllBytes(new Order(log, 9, "two.mp4").run().file()));
    }
}
