package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.SessionFolder;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.TimeRange;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Notice;
import org.labreel.ui.kit.Preferences;

class OtherLogsTest {
    @TempDir
    private Path root;
    private final List<Notice> notices = new ArrayList<>();
    private final List<ExportDoor.More> found = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Path session;

    @BeforeEach
    void record() throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named("Run", SmallLog.ZERO));
        session = folder.path();
        SmallLog.ofFrames(3).write(session.resolve("segment-001.bin"));
        SmallLog.ofFrames(7).write(session.resolve("segment-002.bin"));
        folder.save(folder.session().withSegment(segment("segment-001.bin")).withSegment(segment("segment-002.bin"))
                .withRanges(List.of(new NamedRange(UUID.randomUUID(), "segment-002.bin", "merge",
                        new TimeRange(SmallLog.ZERO.plusMillis(100), SmallLog.ZERO.plusMillis(300)), "#ffb300"))));
    }

    private static Segment segment(String file) {
        return new Segment(file, "demo", SmallLog.ZERO, Optional.of(SmallLog.ZERO.plusSeconds(1)), 9, 0, 0,
                9, 9, 0, 0, 3);
    }

    @Test
    void otherSegmentsOfTheSessionAreOfferedWholeAndByTheirNamedRanges() {
        others("segment-001.bin").session(found::add);
        assertThat(notices).isEmpty();
        assertThat(found.getFirst().parts()).extracting(ExportDoor.Part::title)
                .containsExactly("segment-002.bin, whole", "segment-002.bin: merge");
        assertThat(found.getFirst().parts()).extracting(ExportDoor.Part::chosen).containsExactly(true, false);
        assertThat(found.getFirst().parts().getLast().range().first()).isEqualTo(1);
        assertThat(found.getFirst().parts().getLast().range().last()).isEqualTo(3);
        assertThat(found.getFirst().parts().getFirst().range().last()).isEqualTo(6);
    }

    @Test
    void whatHasNoOthersOrCannotBeReadIsSaidInWords() throws IOException {
        Path loose = SmallLog.ofFrames(2).write(root.resolve("loose.bin"));
        new OtherLogs(loose, services()).session(found::add);
        assertThat(notices.getLast().text()).isEqualTo("loose.bin belongs to no session.");
        Path text = Files.writeString(root.resolve("notes.txt"), "Thursday: mixed A and B, it bubbled.\n");
        new OtherLogs(loose, services()).log(text, found::add);
        assertThat(notices.getLast().text()).contains("notes.txt").doesNotContain("Exception");
        assertThat(found).isEmpty();
        new OtherLogs(loose, services()).log(session.resolve("segment-001.bin"), found::add);
        assertThat(found.getFirst().parts()).singleElement()
                .satisfies(part -> assertThat(part.range().last()).isEqualTo(2));
    }

    private OtherLogs others(String name) {
        return new OtherLogs(session.resolve(name), services());
    }

    private BrowserServices services() {
        return new BrowserServices(new Background(Runnable::run, Runnable::run, InstantSource.system()),
                new MemoryPreferences(Preferences.first(root)), notices::add, new NoOpener(),
                new BoardChoice(root.resolve("board.json")),
                new AnnotationDesk(new AnnotationStore(root.resolve("notes")), Runnable::run, notices::add),
                Runnable::run, Runnable::run, PictureDecoder::best, () -> 0, ZoneId.of("UTC"));
    }
}
