package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;
import org.labreel.ui.kit.MarkerColour;

class RecordControlTest {
    @TempDir
    private Path root = Path.of("");
    private Optional<String> board = Optional.empty();
    private final Recorder recorder = new Recorder("ws://fake:7001", RecorderSettings.DEFAULT, InstantSource.system());
    private final RecordControl control = new RecordControl(() -> root,
            now -> Session.named("unplanned", now).withBoardDefinition(board), Runnable::run, Runnable::run,
            InstantSource.system());

    @BeforeEach
    void record() {
        var _ = control.add("ws://fake:7001", recorder);
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void pressesOfOneSourceGoIntoOneSession() throws Exception {
        Path folder = control.start().join().folder();
        Path first = control.stop().join().getFirst().file();
        control.start().join();
        Path second = control.stop().join().getFirst().file();
        assertThat(first).exists().hasParent(folder);
        assertThat(second).exists().hasParent(folder).isNotEqualTo(first);
        assertThat(SessionFolder.open(folder).session().segments()).hasSize(2);
    }

    @Test
    void pressAfterTheSessionWasDeletedBeginsANewOne() throws Exception {
        Path folder = control.start().join().folder();
        assertThat(control.mark(MarkerColour.RED)).isPresent();
        control.stop().join();
        Path trash = Files.createDirectory(root.resolve(".trash")).resolve("old");
        Files.move(folder, trash);

        Path next = control.start().join().folder();

        assertThat(control.markers()).isZero();
        assertThat(control.stop().join().getFirst().file()).exists().hasParent(next);
        assertThat(SessionFolder.open(next).session().segments()).hasSize(1);
        assertThat(SessionFolder.open(trash).session().segments()).hasSize(1);
    }

    @Test
    void pressWhileAnotherProgramRecordsIntoTheSessionBeginsANewOne() throws Exception {
        Path folder = control.start().join().folder();
        control.stop().join();
        SessionFolder other = SessionFolder.open(folder);
        other.claim();
        try {
            Path next = control.start().join().folder();
            assertThat(next).isNotEqualTo(folder);
            assertThat(control.stop().join().getFirst().file()).exists().hasParent(next);
        } finally {
            other.release();
        }
    }

    @Test
    void boardThatIsToldAfterThePressIsKeptAtOnce() throws Exception {
        Path folder = control.start().join().folder();
        control.check();
        assertThat(SessionFolder.open(folder).session().boardDefinition()).isEmpty();
        board = Optional.of("{}");
        control.check();
        assertThat(SessionFolder.open(folder).session().boardDefinition()).as("before Stop").contains("{}");
        control.stop().join();
        assertThat(SessionFolder.open(folder).session().boardDefinition()).contains("{}");
    }

    @Test
    void phasesAreTold() {
        List<RecordControl.Phase> phases = new ArrayList<>();
        control.onChange(() -> phases.add(control.phase()));
        control.start().join();
        control.stop().join();
        assertThat(phases).containsExactly(RecordControl.Phase.STARTING, RecordControl.Phase.RECORDING,
                RecordControl.Phase.STOPPING, RecordControl.Phase.IDLE);
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailureAndTheButtonIsFreeAgain() throws Exception {
        Files.writeString(root.resolve("file"), "in the way");
        root = root.resolve("file");
        assertThat(control.start()).isCompletedExceptionally();
        assertThat(control.phase()).isEqualTo(RecordControl.Phase.IDLE);
        assertThat(control.folder()).isEmpty();
    }

    @Test
    void markersAreForRecordingsOnly() {
        assertThat(control.mark(MarkerColour.RED)).isEmpty();
        control.start().join();
        assertThat(control.mark(MarkerColour.RED)).isPresent();
        assertThat(control.markers()).isEqualTo(1);
    }

    @Test
    void stoppingWhatDoesNotRunSavesNothing() {
        assertThat(control.stop().join()).isEqualTo(List.of());
    }
}
