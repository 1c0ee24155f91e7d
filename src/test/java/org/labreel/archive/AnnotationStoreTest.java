package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.TimeRange;

class AnnotationStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path root;

    private AnnotationStore store() {
        return new AnnotationStore(root.resolve("notes"));
    }

    private SessionFolder session() throws IOException {
        Segment segment = new Segment("segment-001.bin", "ws://host:7001", NOW, Optional.of(NOW.plusSeconds(5)), 9, 0,
                0, 0, 0, 0, 0, 40);
        SessionFolder folder = SessionFolder.create(root, Session.named("mixing", NOW).withSegment(segment));
        Files.write(folder.path().resolve("segment-001.bin"), new byte[9]);
        return folder;
    }

    private static Marker marker(int seconds) {
        return new Marker(UUID.randomUUID(), NOW.plusSeconds(seconds), "at " + seconds, "#ff0000");
    }

    private static NamedRange range(String file) {
        return new NamedRange(UUID.randomUUID(), file, "merge", new TimeRange(NOW, NOW.plusSeconds(2)), "#00ff00");
    }

    private static AnnotationEdit added(Marker marker) {
        return new AnnotationEdit(List.of(marker), List.of(), Set.of());
    }

    private List<Path> notes() throws IOException {
        if (!Files.exists(root.resolve("notes"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve("notes"))) {
            return files.toList();
        }
    }

    @Test
    void marksOfASegmentStandInItsSession() throws IOException {
        SessionFolder folder = session();
        Path log = folder.path().resolve("segment-001.bin");
        Marker marker = marker(1);
        NamedRange range = range("segment-001.bin");
        store().keep(log, new AnnotationEdit(List.of(marker), List.of(range), Set.of()));
        Session saved = SessionFolder.open(folder.path()).session();
        assertThat(saved.markers()).containsExactly(marker);
        assertThat(saved.ranges()).containsExactly(range);
        assertThat(store().load(log)).isEqualTo(new AnnotationStore.Kept(List.of(marker), List.of(range)));
        assertThat(notes()).isEmpty();
        assertThat(folder.path().resolve(".recording")).doesNotExist();
    }

    @Test
    void marksOfAStrangersLogLieInTheProgramsOwnFolder() throws IOException {
        Path log = Files.write(Files.createDirectory(root.resolve("theirs")).resolve("run.bin"), new byte[100]);
        Marker marker = marker(1);
        store().keep(log, added(marker));
        assertThat(store().load(log).markers()).containsExactly(marker);
        assertThat(notes()).hasSize(1);
        try (Stream<Path> files = Files.list(log.getParent())) {
            assertThat(files).containsExactly(log);
        }
        store().keep(log, new AnnotationEdit(List.of(), List.of(), Set.of(marker.id())));
        assertThat(store().load(log).markers()).isEmpty();
    }

    @Test
    void notesFollowALogThatWasMovedAndStayWithOneThatGrows() throws IOException {
        Path log = Files.write(root.resolve("a.bin"), new byte[100]);
        Marker first = marker(1);
        store().keep(log, added(first));
        Files.write(log, new byte[100_000]);
        Marker second = marker(2);
        store().keep(log, added(second));
        assertThat(notes()).hasSize(1);
        Path moved = Files.move(log, root.resolve("b.bin"));
        assertThat(store().load(moved).markers()).containsExactly(first, second);
    }

    @Test
    void sessionThatIsBeingRecordedIsLeftAloneAndTheMarksWait() throws IOException {
        SessionFolder recording = session();
        Path log = recording.path().resolve("segment-001.bin");
        recording.claim();
        Marker mine = marker(1);
        byte[] before = Files.readAllBytes(recording.path().resolve("session.json"));
        store().keep(log, added(mine));
        assertThat(Files.readAllBytes(recording.path().resolve("session.json"))).isEqualTo(before);
        assertThat(store().load(log).markers()).containsExactly(mine);
        Marker live = marker(2);
        recording.update(session -> session.withMarkers(List.of(live)));
        recording.release();
        assertThat(store().load(log).markers()).containsExactly(live, mine);
        assertThat(SessionFolder.open(recording.path()).session().markers()).containsExactly(live, mine);
        assertThat(notes()).isEmpty();
    }

    @Test
    void recorderThatGoesOnLaterKeepsWhatWasEnteredMeanwhile() throws IOException {
        SessionFolder recorder = session();
        Path log = recorder.path().resolve("segment-001.bin");
        Marker mine = marker(1);
        store().keep(log, added(mine));
        Marker late = marker(3);
        recorder.update(session -> session.withMarkers(
                Stream.concat(session.markers().stream(), Stream.of(late)).toList()));
        Marker more = marker(4);
        store().keep(log, added(more));
        recorder.claim();
        recorder.update(session -> session.withLosses(
                List.of(new Loss(Loss.Cause.SILENCE, "ws://host:7001", NOW, NOW, 0, "quiet"))));
        recorder.release();
        Session saved = SessionFolder.open(recorder.path()).session();
        assertThat(saved.markers()).containsExactly(mine, late, more);
        assertThat(saved.losses()).hasSize(1);
    }

    @Test
    void markerByAnotherClockIsNotLostOutsideOfItsSegment() throws IOException {
        SessionFolder folder = session();
        Path log = folder.path().resolve("segment-001.bin");
        Marker far = marker(-3_600);
        store().keep(log, added(far));
        assertThat(store().load(log).markers()).containsExactly(far);
        store().keep(log, new AnnotationEdit(List.of(), List.of(), Set.of(far.id())));
        assertThat(store().load(log).markers()).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @Test
    void damagedSessionOrNotesCostNothingElse() throws IOException {
        SessionFolder folder = session();
        Path log = folder.path().resolve("segment-001.bin");
        Files.writeString(folder.path().resolve("session.json"), "{");
        Marker marker = marker(1);
        store().keep(log, added(marker));
        assertThat(Files.readString(folder.path().resolve("session.json"))).isEqualTo("{");
        assertThat(store().load(log).markers()).containsExactly(marker);
        Files.writeString(notes().getFirst(), "{\"schemaVersion\": 1, \"markers\": [{\"at\": \"noon\"}]}");
        assertThat(store().load(log).markers()).isEmpty();
        assertThat(notes()).singleElement().asString().contains(".broken-");
    }

    @Test
    void editsInARowAreOneEdit() {
        Marker marker = marker(1);
        Marker renamed = new Marker(marker.id(), marker.at(), "new", marker.colour());
        AnnotationEdit delete = new AnnotationEdit(List.of(), List.of(), Set.of(marker.id()));
        assertThat(added(marker).then(added(renamed)).markersOf(List.of())).containsExactly(renamed);
        assertThat(added(marker).then(delete).markersOf(List.of(renamed))).isEmpty();
        assertThat(delete.then(added(renamed)).markersOf(List.of(marker))).containsExactly(renamed);
    }
}
