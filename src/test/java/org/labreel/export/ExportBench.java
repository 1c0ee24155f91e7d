package org.labreel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.Electrode;
import org.labreel.model.Point;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;

/** What tests of whole exports share: small logs, requests in steps, and what came out. */
abstract class ExportBench {
    static final Exporter.Progress QUIET = (_, _) -> {
    };
    @TempDir
    Path folder;

    /** A request in steps, so that a test names only what it is about. */
    final class Order {
        ExportRequest request;

        Order(Path log, int last, String target) {
            request = ExportRequest.of(new ExportRequest.Range(log, 0, last), folder.resolve(target));
        }

        Order with(Preset preset, Set<Overlay> overlays, Optional<Crop> crop, long maxBytes, Optional<Path> csv) {
            request = request.withBoard(Optional.of(board())).withCsv(csv)
                    .withSettings(request.settings().withPreset(preset).withMaxBytes(maxBytes)
                            .withFraming(Framing.WHOLE.withCrop(crop)).withOverlays(Overlays.NONE.showing(overlays)
                                    .withCaption("caption").withMillimetresPerUnit(1)));
            return this;
        }

        Order preset(Preset preset) {
            return with(preset, Set.of(), Optional.empty(), 0, Optional.empty());
        }

        Order settings(UnaryOperator<ClipSettings> change) {
            request = request.withSettings(change.apply(request.settings()));
            return this;
        }

        ExportReport run() throws IOException {
            return Exporter.run(request, QUIET, () -> false);
        }
    }

    static Board board() {
        return new Board(List.of(
                new Electrode(7,
                        List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1))),
                new Electrode(8, List.of(new Point(2, 0), new Point(3, 0), new Point(3, 1), new Point(2, 1)))), "");
    }

    Path tenFrames() throws IOException {
        return new TestLog().frames(160, 96, 0, 33, 66, 100, 133, 166, 200, 1200, 1233, 1233)
                .write(folder.resolve("ten.bin"));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    static Picture still(Path file) throws IOException {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            return decoder.decode(Bytes.wrap(Files.readAllBytes(file)), Optional.empty());
        }
    }

    static int[] rgb(Picture picture, int x, int y) {
        int at = (y * picture.width() + x) * 4;
        return new int[]{picture.pixels().get(at + 2) & 0xFF, picture.pixels().get(at + 1) & 0xFF,
                picture.pixels().get(at) & 0xFF};
    }
}
