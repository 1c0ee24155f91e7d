package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.model.Electrode;
import org.labreel.model.Marker;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;

/** What is to be seen in exported frames. */
class ExportedPictureTest extends ExportBench {
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
    void damagedFramesAreLeftOutAndTheOneBeforeStays() throws IOException {
        Bytes whole = TestLog.jpeg(160, 96, 1);
        Path log = new TestLog().frame(0, Bytes.wrap(new byte[300])).frame(33, 160, 96)
                .frame(66, whole.slice(0, whole.length() * 2 / 3)).frame(99, 160, 96)
                .frame(132, whole.slice(0, whole.length() / 2)).write(folder.resolve("torn.bin"));
        for (Preset preset : List.of(Preset.FULL, Preset.LOSSLESS)) {
            ExportReport report = new Order(log, 4, preset + ".mp4").preset(preset)
                    .settings(s -> s.withDamaged(DamagedFrames.LEAVE_OUT)).run();
            ClipReader clip = ClipReader.read(report.file());

            assertThat(clip.ptsMicros()).as("%s", preset).containsExactly(0L, 99_000L);
            assertThat(clip.seconds()).isCloseTo(0.165, within(0.001));
            assertThat(report.frames()).isEqualTo(2);
            assertThat(report.damagedFrames()).isZero();
            assertThat(report.leftOutFrames()).isEqualTo(3);
        }
    }

    @Test
    void aTurnedPictureIsTurnedClockwiseWithItsBoard() throws IOException {
        Path log = new TestLog().transform(Transform.scaleThenShift(20, 20, 40, 40), 160, 96).pins(7)
                .frames(160, 96, 0).write(folder.resolve("turn.bin"));
        for (Rotation rotation : Rotation.values()) {
            Path file = new Order(log, 0, "turn-" + rotation).with(Preset.STILLS, Set.of(Overlay.ELECTRODES),
                    Optional.empty(), 0, Optional.empty())
                    .settings(s -> s.withFraming(Framing.WHOLE.withRotation(rotation))).run().file();
            Picture still = still(file.resolve("frame-000000.png"));
            // Electrode 7 covers 40..60 x 40..60 of the frame; the white bar stands at 20..40, the blue one at 80..100.
            int[] active = at(still, rotation, 50, 50);
            int[] blue = at(still, rotation, 90, 5);

            assertThat(still.width()).isEqualTo(rotation.swapsSides() ? 96 : 160);
            assertThat(active[1]).as("%s", rotation).isBetween(60, 120);
            assertThat(at(still, rotation, 50, 5)[1]).isCloseTo(0x20, within(12));
            assertThat(blue[2]).isCloseTo(0xE0, within(12));
        }
    }

    /** The colour at a place that is named in pixels of a frame of 160 x 96. */
    private static int[] at(Picture turned, Rotation rotation, int x, int y) {
        return switch (rotation) {
            case NONE -> rgb(turned, x, y);
            case RIGHT -> rgb(turned, 95 - y, x);
            case HALF -> rgb(turned, 159 - x, 95 - y);
            case LEFT -> rgb(turned, y, 159 - x);
        };
    }

    @Test
    void aFitTakesTheLargestSizeOfItsOwnShape() throws IOException {
        Path log = new TestLog().frames(160, 96, 0).write(folder.resolve("fit.bin"));
        Path file = new Order(log, 0, "fit.mp4").settings(s -> s.withFraming(
                Framing.WHOLE.withRotation(Rotation.LEFT).withFit(Optional.of(new Box(1000, 320))))).run().file();

        assertThat(ClipReader.read(file).height()).isEqualTo(320);
        assertThat(ClipReader.read(file).width()).isEqualTo(192);
    }

    @Test
    void theScaleBarIsAsLongAsTheGeometrySays() throws IOException {
        // 30 pixels a unit, 1.5 mm a unit: 20 pixels a millimetre. A quarter of 640 pixels: 5 mm are 100 pixels.
        Path log = new TestLog().transform(Transform.scaleThenShift(30, 30, 10, 10), 640, 480)
                .frame(0, grey(640, 480)).write(folder.resolve("scale.bin"));
        Path file = new Order(log, 0, "scale").with(Preset.STILLS, Set.of(Overlay.SCALE), Optional.empty(), 0,
                Optional.empty()).settings(s -> s.withOverlays(s.overlays().withMillimetresPerUnit(1.5))).run().file();
        Picture still = still(file.resolve("frame-000000.png"));
        int longest = 0;
        for (int y = 400; y < 480; y++) {
            int run = 0;
            for (int x = 0; x < 640; x++) {
                run = rgb(still, x, y)[0] > 250 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }

        assertThat(longest).isBetween(99, 101);
    }

    @Test
    void overlaysLookAsTheyAlwaysDid() throws IOException {
        Path log = new TestLog().transform(Transform.scaleThenShift(60, 60, 60, 70), 320, 240).pins(7)
                .frame(0, grey(320, 240)).frame(65_432, grey(320, 240)).write(folder.resolve("golden.bin"));
        Order order = new Order(log, 1, "golden").with(Preset.STILLS, EnumSet.allOf(Overlay.class), Optional.empty(), 0,
                Optional.empty());
        order.request = order.request.withMarkers(List.of(
                new Marker(UUID.randomUUID(), TestLog.START.plusSeconds(60), "droplet splits", "#ffb300")));
        Path file = order.settings(s -> s.withOverlays(s.overlays().withCaption("Protein assay, run 3")
                .withElectrodes(EnumSet.allOf(Overlays.ElectrodePart.class))
                .withClock(Overlays.Clock.BOTH, ZoneId.of("UTC")))).run().file().resolve("frame-000001.png");
        Picture made = still(file);
        Picture golden = still(Golden.file("overlays.png", file));

        assertThat(Golden.meanDifference(made, golden)).isLessThan(1.5);
        assertThat(Golden.shareOver(made, golden, 48)).as("share of pixels that are clearly different")
                .isLessThan(0.01);
    }

    private static Bytes grey(int width, int height) throws IOException {
        Picture picture = new Picture(width, height);
        Arrays.fill(picture.pixels().array(), (byte) 90);
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(picture, 95);
        }
    }
}
