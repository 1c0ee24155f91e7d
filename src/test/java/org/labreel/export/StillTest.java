package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;

class StillTest {
    private static final Board BOARD = new Board(
            List.of(new Electrode(7, List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1)))), "");

    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path log;

    @BeforeEach
    void write() throws IOException {
        Bytes whole = TestLog.jpeg(160, 96, 0);
        log = new TestLog().transform(Transform.scaleThenShift(20, 20, 40, 40), 80, 48).pins(7).frame(0, 160, 96)
                .frame(1234, 160, 96).frame(1300, whole.slice(0, whole.length() * 2 / 3))
                .frame(1400, Bytes.wrap(new byte[]{1, 2, 3})).write(folder.resolve("log.bin"));
    }

    @Test
    void plainStillIsTheFrameItself() throws IOException {
        try (PictureDecoder decoder = PictureDecoder.best(); LogReader reader = LogReader.open(log)) {
            Picture frame = decoder.decode(reader.image(1), Optional.empty());
            assertThat(still(1, Still.Style.PLAIN).pixels()).isEqualTo(frame.pixels());
        }
    }

    @Test
    void stillLooksExactlyLikeTheExportOfItsFrame() throws IOException {
        ExportRequest request = ExportRequest.of(new ExportRequest.Range(log, 1, 1), folder.resolve("stills"))
                .withBoard(Optional.of(BOARD));
        Overlays overlays = Overlays.NONE.showing(EnumSet.of(Overlay.ELECTRODES, Overlay.TIME, Overlay.SCALE))
                .withMillimetresPerUnit(0.5);
        Exporter.run(request.withSettings(request.settings().withPreset(Preset.STILLS).withOverlays(overlays)),
                (_, _) -> {
                }, () -> false);
        try (PictureDecoder decoder = PictureDecoder.best()) {
            Picture exported = decoder.decode(
                    Bytes.wrap(Files.readAllBytes(folder.resolve("stills/frame-000000.png"))), Optional.empty());
            Picture still = still(1, new Still.Style(true, true, true, Optional.of(BOARD), 0.5));
            assertThat(still.pixels()).isEqualTo(exported.pixels());
            assertThat(still.pixels()).isNotEqualTo(still(1, Still.Style.PLAIN).pixels());
        }
    }

    @Test
    void damagedFrameIsMarkedAlsoWithoutOverlay() throws IOException {
        Picture still = still(2, Still.Style.PLAIN);
        assertThat(still.damage()).isPresent();
        assertThat(still.pixels().get(0) & 0xFF).as("blue of the magenta border").isEqualTo(255);
        assertThat(still.pixels().get(1) & 0xFF).as("green").isEqualTo(64);
    }

    @Test
    void frameThatHoldsNoPictureIsRefused() {
        assertThatThrownBy(() -> still(3, Still.Style.PLAIN)).isInstanceOf(PictureException.class);
    }

    private Picture still(int frame, Still.Style style) throws IOException {
        try (PictureDecoder decoder = PictureDecoder.best(); LogReader reader = LogReader.open(log)) {
            return Still.of(reader, frame, style, decoder);
        }
    }
}
