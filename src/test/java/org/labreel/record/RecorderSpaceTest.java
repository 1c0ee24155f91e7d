package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labreel.record.Recorded.payloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/** A disk that is full, read-only, or whose folder is gone. */
class RecorderSpaceTest extends OnFaultyDisk {
    @Test
    void fullDiskEndsTheLogOnARecordBoundaryAndRecordingGoesOnWhenThereIsRoom() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        disk.room.set(5000);
        List<RawMessage> sent = new ArrayList<>(feed.second(2000));
        sent.forEach(recorder::accept);
        settle(recorder, folder);
        RecorderStatus full = recorder.status();
        assertThat(full.alarmText().orElse("")).contains("Nothing can be written").contains("No space left");
        assertThat(full.recording()).isTrue();
        assertThat(full.lost()).isPositive();
        assertThat(folder.path().resolve("segment-002.bin")).doesNotExist();

        disk.room.set(Long.MAX_VALUE);
        feed.pass(3);
        List<RawMessage> later = feed.second(2000);
        later.forEach(recorder::accept);
        recorder.stop();
        assertAccounted(folder, 40);
        List<Bytes> received = received(folder);
        assertThat(received).startsWith(sent.getFirst().payload()).endsWith(later.getLast().payload());
        assertThat(received.subList(received.size() - 20, received.size())).isEqualTo(payloads(later));
        long lost = folder.session().segments().stream().mapToLong(Segment::lost).sum();
        assertThat(folder.session().losses().stream().mapToLong(Loss::count).sum()).isEqualTo(lost);
    }

    @Test
    void nearlyFullDiskStopsInOrderButNeverOnOneReading() throws IOException {
        Recorder recorder = recorder(8 << 20, 1 << 20);
        SessionFolder folder = folder();
        recorder.start(folder);
        recorder.accept(feed.image(300));
        disk.usable = 1000;
        recorder.keep();
        settle(recorder, folder);
        disk.usable = 1L << 40;
        recorder.keep();
        settle(recorder, folder);
        assertThat(recorder.status().recording()).isTrue();

        disk.usable = 1000;
        recorder.keep();
        recorder.keep();
        assertThatThrownBy(() -> recorder.start(folder)).hasMessageContaining("Free some space");
        assertThat(recorder.status().recording()).isFalse();
        assertThat(recorder.status().alarmText().orElse("")).contains("stopped").contains("saved");
        assertThat(recorder.stop().written()).isEqualTo(1);
        assertThat(received(folder)).hasSize(1);
    }

    @Test
    void folderDeletedWhileRecordingIsNoticedAndRecordingGoesOn() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        recorder.accept(feed.image(300));
        settle(recorder, folder);
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.path());
        recorder.keep();
        RawMessage kept = feed.image(300);
        recorder.accept(kept);
        settle(recorder, folder);
        assertThat(recorder.status().alarmText().orElse("")).contains("deleted or moved");
        Segment last = recorder.stop();
        try (LogReader log = LogReader.open(folder.file(last))) {
            assertThat(log.body(log.index().records() - 1)).isEqualTo(kept.payload());
        }
        assertThat(SessionFolder.open(folder.path()).session().losses()).hasSize(1);
    }

    @Test
    void readOnlyFolderIsRefusedAtTheStart() throws IOException {
        SessionFolder folder = folder();
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.path());
        Files.writeString(folder.path(), "a file where the folder was");
        Recorder recorder = recorder(8 << 20, 0);
        assertThatThrownBy(() -> recorder.start(folder)).isInstanceOf(IOException.class);
        assertThat(recorder.status().recording()).isFalse();
    }
}
