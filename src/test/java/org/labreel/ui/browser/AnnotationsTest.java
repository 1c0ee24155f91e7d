package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.log.LogReader;
import org.labreel.model.NamedRange;
import org.labreel.model.TimeRange;
import org.labreel.ui.browser.Annotations.Part;
import org.labreel.ui.kit.Notice;

class AnnotationsTest {
    private static final String RED = "#f0463c";

    @TempDir
    private Path folder;

    private final List<Notice> notices = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private LogReader reader;

    @BeforeEach
    void open() throws IOException {
        reader = LogReader.open(SmallLog.ofFrames(10).write(folder.resolve("mixing.bin")));
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    private Annotations annotations() throws IOException {
        AnnotationStore store = new AnnotationStore(folder.resolve("notes"));
        Annotations made = new Annotations(new AnnotationDesk(store, Runnable::run, notices::add), Runnable::run);
        made.show(Optional.of(OpenLog.of(reader, Optional.empty())));
        return made;
    }

    private static UUID mark(Annotations in, int frame, String text) {
        List<UUID> id = new ArrayList<>();
        in.addMarker(frame, text, RED, marker -> id.add(marker.id()));
        return id.getFirst();
    }

    @Test
    void rangesOfTheSamePlaceStandInTheOrderOfTheirNumbers() {
        List<LogRange> ranges = IntStream.rangeClosed(1, 12).mapToObj(number -> new LogRange(3, 3, new NamedRange(
                UUID.randomUUID(), "mixing.bin", "pins " + number, new TimeRange(Instant.EPOCH, Instant.EPOCH), RED)))
                .collect(Collectors.toList());
        List<String> names = ranges.stream().map(LogRange::text).toList();
        Collections.shuffle(ranges, new Random(7));
        assertThat(new AnnotationSet(List.of(), ranges).ranges()).extracting(LogRange::text).isEqualTo(names);
    }

    @Test
    void marksAreThereAgainWhenTheLogIsOpenedAgain() throws IOException {
        Annotations first = annotations();
        mark(first, 4, "merged");
        first.addRanges(List.of(new Part("the mixing", 2, 5, RED)));
        Annotations again = annotations();
        assertThat(again.markers()).extracting(LogMarker::frame, LogMarker::text).containsExactly(
                tuple(4, "merged"));
        assertThat(again.ranges()).singleElement().satisfies(range -> {
            assertThat(range.first()).isEqualTo(2);
            assertThat(range.last()).isEqualTo(5);
            assertThat(range.words()).isEqualTo("the mixing");
            assertThat(range.duration()).hasMillis(300);
            assertThat(range.range().file()).isEqualTo("mixing.bin");
        });
        assertThat(again.undoNameProperty().get()).isEmpty();
    }

    @Test
    void everyChangeIsUndoneAndDoneAgainUnderItsName() throws IOException {
        Annotations marks = annotations();
        UUID id = mark(marks, 4, "");
        marks.moveMarker(id, 6);
        marks.rename(id, " drop splits ");
        marks.recolour(List.of(id), "#58a6ff");
        assertThat(marks.undoNameProperty().get()).isEqualTo("colour marker");
        marks.undo();
        marks.undo();
        assertThat(marks.markers().getFirst().text()).isEmpty();
        assertThat(marks.redoNameProperty().get()).isEqualTo("rename marker");
        marks.undo();
        assertThat(marks.markers().getFirst().frame()).isEqualTo(4);
        marks.redo();
        marks.redo();
        assertThat(marks.markers().getFirst()).satisfies(marker -> {
            assertThat(marker.frame()).isEqualTo(6);
            assertThat(marker.text()).isEqualTo("drop splits");
        });
        marks.delete(List.of(id));
        assertThat(marks.redoNameProperty().get()).isEmpty();
        assertThat(annotations().markers()).isEmpty();
    }

    @Test
    void severalRangesAreOneStep() throws IOException {
        Annotations marks = annotations();
        marks.addRanges(List.of(new Part("a", 1, 2, RED), new Part("b", 4, 4, RED), new Part("c", 6, 9, RED)));
        assertThat(marks.undoNameProperty().get()).isEqualTo("keep 3 ranges");
        marks.undo();
        assertThat(marks.ranges()).isEmpty();
        marks.redo();
        assertThat(marks.ranges()).hasSize(3);
    }

    @Test
    void changeThatChangesNothingIsNoStep() throws IOException {
        Annotations marks = annotations();
        UUID id = mark(marks, 4, "x");
        marks.rename(id, "x");
        marks.moveMarker(id, 4);
        marks.delete(List.of(UUID.randomUUID()));
        assertThat(marks.undoNameProperty().get()).isEqualTo("add marker");
    }

    @Test
    void whateverIsDoneUndoingAllOfItLeavesWhatWasBeforeAndTheFileAgrees() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Annotations marks = annotations();
        List<AnnotationSet> states = new ArrayList<>(List.of(marks.allProperty().get()));
        for (int i = 0; i < 60; i++) {
            change(marks, random);
            if (!marks.allProperty().get().equals(states.getLast())) {
                states.add(marks.allProperty().get());
            }
            assertThat(annotations().allProperty().get()).as("seed %d, change %d", seed, i)
                    .isEqualTo(marks.allProperty().get());
        }
        for (AnnotationSet state : states.reversed()) {
            assertThat(marks.allProperty().get()).as("seed %d", seed).isEqualTo(state);
            marks.undo();
        }
        for (AnnotationSet state : states.subList(1, states.size())) {
            marks.redo();
            assertThat(marks.allProperty().get()).as("seed %d", seed).isEqualTo(state);
        }
    }

    private static void change(Annotations marks, Random random) {
        List<Annotation> all = marks.allProperty().get().all();
        int frame = random.nextInt(10);
        if (all.isEmpty() || random.nextInt(3) == 0) {
            if (random.nextBoolean()) {
                marks.addMarker(frame, "m" + frame, RED, _ -> {
                });
            } else {
                marks.addRanges(List.of(new Part("r", frame, Math.min(9, frame + random.nextInt(4)), RED)));
            }
            return;
        }
        UUID id = all.get(random.nextInt(all.size())).id();
        switch (random.nextInt(4)) {
            case 0 -> marks.moveMarker(id, frame);
            case 1 -> marks.moveRange(id, 0, frame);
            case 2 -> marks.rename(id, "n" + random.nextInt(3));
            default -> marks.delete(List.of(id));
        }
    }

    @Test
    void changeThatCannotBeSavedIsToldAndGoesWithTheNext() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes"), "a file where the folder should be");
        Annotations marks = annotations();
        mark(marks, 3, "kept");
        assertThat(notices).hasSize(1);
        assertThat(marks.markers()).hasSize(1);
        Files.delete(notes);
        mark(marks, 5, "too");
        assertThat(annotations().markers()).extracting(LogMarker::text).containsExactly("kept", "too");
    }

    @Test
    void anotherLogHasItsOwnMarksAndItsOwnHistory() throws IOException {
        Annotations marks = annotations();
        mark(marks, 3, "here");
        try (LogReader other = LogReader.open(SmallLog.ofFrames(4).write(folder.resolve("other.bin")))) {
            marks.show(Optional.of(OpenLog.of(other, Optional.empty())));
            assertThat(marks.markers()).isEmpty();
            assertThat(marks.undo()).isFalse();
            marks.show(Optional.of(OpenLog.of(reader, Optional.empty())));
            assertThat(marks.markers()).extracting(LogMarker::text).containsExactly("here");
        }
    }
}
