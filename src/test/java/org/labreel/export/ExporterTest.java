package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.labreel.model.Marker;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** From a log to a finished file. */
class ExporterTest extends ExportBench {
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
                .with(Preset.FULL, Set.of(), Optional.empty(), 1500, Optional.empty()).run())
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
    void theSameRequestGivesTheSameBytes() throws IOException {
        Path log = tenFrames();

        assertThat(Files.readAllBytes(new Order(log, 9, "one.mp4").run().file()))
                .isEqualTo(Files.readAllBytes(new Order(log, 9, "two.mp4").run().file()));
    }

    @Test
    void constantRateShowsTheNearestFrameAndInventsNone() throws IOException {
        ExportReport report = new Order(tenFrames(), 6, "even.mp4")
                .settings(s -> s.withTiming(Timing.TRUE.withConstantFps(60))).run();
        ClipReader clip = ClipReader.read(report.file());

        for (int i = 0; i < clip.ptsMicros().size(); i++) {
            assertThat(clip.ptsMicros().get(i)).as("picture %d", i).isCloseTo(i * 1_000_000L / 60, within(12L));
        }
        assertThat(clip.seconds()).isCloseTo(clip.ptsMicros().size() / 60.0, within(0.002));
        assertThat(report.frames()).isEqualTo(clip.ptsMicros().size()).isEqualTo(14);
        assertThat(report.notes()).singleElement().asString().contains("60 frames a second", "none is invented");
        // The third picture, at 33 ms, is the second frame of the log.
        assertThat(clip.rgb(2, 30, 48)[0]).isCloseTo((Scenes.BARS[2] >> 16) & 0xFF, within(12));
    }

    @Test
    void markersAreChapters() throws IOException {
        Order order = new Order(tenFrames(), 9, "marked.mp4");
        order.request = order.request
                .withMarkers(List.of(marker(1190, "split"), marker(100, ""), marker(5000, "late")));
        for (Preset preset : List.of(Preset.FULL, Preset.LOSSLESS)) {
            order.request = order.request.withTarget(folder.resolve(preset + ".mp4"));
            ExportReport report = order.settings(s -> s.withPreset(preset)).run();

            assertThat(ClipReader.chapters(report.file())).containsExactly("0 Start", "100 Marker", "1200 split");
            assertThat(ClipReader.read(report.file()).ptsMicros()).hasSize(10);
            assertThat(ClipReader.startsFast(report.file())).isTrue();
        }
    }

    private static Marker marker(long millis, String text) {
        return new Marker(UUID.randomUUID(), TestLog.START.plusMillis(millis), text, "#ffb300");
    }

    @Test
    void severalRangesAreJoined() throws IOException {
        Path log = tenFrames();
        Path other = new TestLog().frames(160, 96, 0, 50).write(folder.resolve("other.bin"));
        Order order = new Order(log, 1, "joined.mp4");
        order.request = order.request.withRanges(List.of(new ExportRequest.Range(log, 4, 6),
                new ExportRequest.Range(other, 0, 1), new ExportRequest.Range(log, 0, 0)));
        ClipReader clip = ClipReader.read(order.run().file());

        assertThat(clip.ptsMicros().stream().map(pts -> Math.round(pts / 1000.0))).containsExactly(0L, 33L, 67L, 101L,
                151L, 201L);
    }

    @Test
    void fullRangeBecomesLimitedRangeOnceWithAndWithoutPaint() throws IOException {
        Path log = tenFrames();
        ClipReader plain = ClipReader.read(new Order(log, 1, "plain.mp4").run().file());
        ClipReader painted = ClipReader.read(new Order(log, 1, "painted.mp4").with(Preset.FULL, Set.of(Overlay.CAPTION),
                Optional.empty(), 0, Optional.empty()).run().file());

        for (ClipReader clip : List.of(plain, painted)) {
            assertThat(clip.range()).isEqualTo(avutil.AVCOL_RANGE_MPEG);
            assertThat(clip.matrix()).isEqualTo(avutil.AVCOL_SPC_SMPTE170M);
            assertThat(clip.luma().getFirst().get(48 * 160 + 10) & 0xFF).as("black").isCloseTo(16, within(2));
            assertThat(clip.luma().getFirst().get(48 * 160 + 30) & 0xFF).as("white").isCloseTo(235, within(2));
            for (int bar = 2; bar < Scenes.BARS.length; bar++) {
                int[] shown = clip.rgb(0, bar * 20 + 10, 40);
                assertThat(shown[0]).as("red of bar %d", bar).isCloseTo((Scenes.BARS[bar] >> 16) & 0xFF, within(10));
                assertThat(shown[1]).as("green of bar %d", bar).isCloseTo((Scenes.BARS[bar] >> 8) & 0xFF, within(10));
                assertThat(shown[2]).as("blue of bar %d", bar).isCloseTo(Scenes.BARS[bar] & 0xFF, within(10));
            }
        }
    }
}
