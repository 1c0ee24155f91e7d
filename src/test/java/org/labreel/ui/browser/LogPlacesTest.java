package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.ui.kit.CssColour;

class LogPlacesTest {
    /** Of ten frames, 100 ms apart. */
    private static final Instant END = SmallLog.ZERO.plusMillis(900);

    @TempDir
    private Path root = Path.of("");

    @Test
    void markerStandsAtTheFrameThatWasNewestWhenItWasSet() throws IOException {
        Path log = session(at(250), at(0), at(899));
        assertThat(markers(log)).extracting(LogMarker::frame).containsExactly(0, 2, 8);
    }

    @Test
    void markersOfOtherSegmentsAreLeftOut() throws IOException {
        Path log = session(at(-1), at(500), at(5_000));
        assertThat(markers(log)).extracting(LogMarker::frame).containsExactly(5);
    }

    @Test
    void markerSetWhileTheSegmentWasClosedIsAtItsLastFrame() throws IOException {
        assertThat(markers(session(at(1_400)))).extracting(LogMarker::frame).containsExactly(9);
    }

    @Test
    void logWithoutASessionHasNone() throws IOException {
        assertThat(markers(SmallLog.ofFrames(3).write(root.resolve("loose.bin")))).isEmpty();
    }

    @Test
    void damagedSessionCostsOnlyTheMarkers() throws IOException {
        Path log = session(at(250));
        Files.writeString(log.resolveSibling("session.json"), "{");
        assertThat(markers(log)).isEmpty();
    }

    @Test
    void colourThatIsNoneIsShownGrey() {
        assertThat(CssColour.of("#58a6ff")).isEqualTo(Color.web("#58a6ff"));
        assertThat(CssColour.of("puce?")).isEqualTo(Color.GRAY);
        assertThat(CssColour.of("")).isEqualTo(Color.GRAY);
    }

    private static Marker at(long millis) {
        return new Marker(UUID.randomUUID(), SmallLog.ZERO.plusMillis(millis), "", "#58a6ff");
    }

    private Path session(Marker... markers) throws IOException {
        Segment segment = new Segment("segment-001.bin", "ws://fake:7001", SmallLog.ZERO, Optional.of(END), 0, 0, 0, 0,
                0, 0, 0, 10);
        SessionFolder folder = SessionFolder.create(root, Session.named("mixing", SmallLog.ZERO).withSegment(segment)
                .withMarkers(Arrays.asList(markers)));
        return SmallLog.ofFrames(10).write(folder.path().resolve(segment.file()));
    }

    private List<LogMarker> markers(Path log) throws IOException {
        try (LogReader reader = LogReader.open(log)) {
            return LogPlaces.placed(reader, new AnnotationStore(root.resolve("notes")).load(log)).markers();
        }
    }
}
