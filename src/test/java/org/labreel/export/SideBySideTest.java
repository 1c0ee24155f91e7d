package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labreel.log.Sidecar;
import org.labreel.ui.browser.CameraSession;
import org.labreel.ui.browser.FramePictures;

/** Several cameras in one clip, read back. */
class SideBySideTest extends ExportBench {
    /** Where each of four cameras' pictures has its upper left corner. */
    private static final int[][] CORNERS = {{0, 0}, {324, 0}, {0, 244}, {324, 244}};

    private CameraSession session(int... segmentMillis) throws IOException {
        return CameraSession.record(folder.resolve("session"), List.of(40, 100, 20, 50), segmentMillis);
    }

    private ExportRequest request(CameraSession session, int last, String label) {
        Path target = folder.resolve("together.mp4");
        return ExportRequest.of(new ExportRequest.Range(session.file(0, 0), 5, last), target)
                .withSidecar(Optional.of(ExportRequest.sidecarOf(target)))
                .withSideBySide(new SideBySide(label, IntStream.range(1, 4)
                        .mapToObj(camera -> SideBySide.Camera.of(session.file(camera, 0), label)).toList()));
    }

    @Test
    void fourCamerasStandInASquareAtTheTimesOfTheLeadingOne() throws IOException {
        ExportReport report = Exporter.run(request(session(2000), 29, ""), QUIET, () -> false);
        ClipReader clip = ClipReader.read(report.file());
        assertThat(List.of(clip.width(), clip.height())).containsExactly(564, 484);
        assertThat(clip.ptsMicros()).hasSize(25);
        for (int picture = 0; picture < 25; picture++) {
            assertThat(clip.ptsMicros().get(picture)).isCloseTo(picture * 40_000L, within(50L));
            for (int camera = 0; camera < 4; camera++) {
                int[] rgb = clip.rgb(picture, CORNERS[camera][0] + 20, CORNERS[camera][1] + 60);
                Color expected = FramePictures.colour(camera);
                assertThat(rgb[0]).as("camera %d, picture %d", camera, picture).isCloseTo(expected.getRed(),
                        within(16));
                assertThat(rgb[2]).isCloseTo(expected.getBlue(), within(16));
            }
        }
        // The gap between them.
        assertThat(clip.rgb(3, 322, 100)[2]).isLessThan(60);
        assertThat(report.notes()).anyMatch(note -> note.contains("stand beside the 25 of the leading camera"))
                .anyMatch(note -> note.contains("times one again"));
    }

    @Test
    void whereACameraHadNoFrameYetItsPlaceIsEmptyAndThatIsCounted() throws IOException {
        CameraSession session = session(400, 3000);
        ExportRequest whole = request(session, 5, "");
        // The leading log goes on for seconds after the others end.
        ExportRequest request = whole.withRanges(List.of(new ExportRequest.Range(session.file(0, 1), 0, 70)));
        ExportReport report = Exporter.run(request, QUIET, () -> false);
        ClipReader clip = ClipReader.read(report.file());
        assertThat(clip.rgb(70, 344, 60)[0]).isLessThan(20);
        assertThat(clip.rgb(70, 20, 60)[2]).isCloseTo(FramePictures.colour(0).getBlue(), within(16));
        assertThat(report.notes()).anyMatch(note -> note.contains("it has none"));
    }

    @Test
    void namesAreWrittenOnThePictures() throws IOException {
        ExportReport report = Exporter.run(request(session(1000), 10, "camera"), QUIET, () -> false);
        ClipReader clip = ClipReader.read(report.file());
        for (int[] corner : List.of(new int[]{318, 1}, new int[]{562, 1}, new int[]{318, 245}, new int[]{562, 245})) {
            int[] plate = clip.rgb(2, corner[0], corner[1]);
            assertThat(plate[0] + plate[1] + plate[2]).as("%d,%d", corner[0], corner[1]).isLessThan(180);
        }
    }

    @Test
    void sidecarMakesTheSameClipBitForBitAlsoWithoutArrivals() throws IOException {
        CameraSession session = session(1200);
        ExportReport first = Exporter.run(request(session, 20, "a name"), QUIET, () -> false);
        byte[] bytes = Files.readAllBytes(first.file());
        for (int camera = 0; camera < 4; camera++) {
            Files.delete(Sidecar.beside(session.file(camera, 0)));
        }
        ClipSidecar made = ClipSidecar.open(folder.resolve("together.mp4.json"));
        ExportReport again = Exporter.run(made.request(folder.resolve("again.mp4"), () -> false), QUIET, () -> false);
        assertThat(again.file()).hasBinaryContent(bytes);
        Path other = session.file(2, 0);
        Files.write(other, new byte[]{1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(made.request(folder.resolve("third.mp4"), () -> false).ranges())
                .as("a log that has grown may be used").hasSize(1);
        Files.delete(other);
        assertThatThrownBy(() -> made.request(folder.resolve("fourth.mp4"), () -> false))
                .hasMessageContaining("neither beside the sidecar");
    }

    @Test
    void whatCannotStandBesideEachOtherIsRefused() throws IOException {
        CameraSession session = session(300);
        ExportRequest four = request(session, 6, "");
        assertThatThrownBy(() -> Exporter.run(four.withSettings(ClipSettings.PLAIN.withPreset(Preset.LOSSLESS)),
                QUIET, () -> false)).isInstanceOf(ContradictionException.class);
        ExportRequest five = four.withSideBySide(new SideBySide("", Stream.generate(
                () -> SideBySide.Camera.of(session.file(1, 0), "")).limit(4).toList()));
        assertThatThrownBy(() -> Exporter.run(five, QUIET, () -> false)).hasMessageContaining("At most 4 cameras");
        assertThat(folder.resolve("together.mp4")).doesNotExist();
    }
}
