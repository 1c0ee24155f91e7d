package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

class RecorderFaultTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path root;
    private final Feed feed = new Feed(2);
    private final FaultyDisk disk = new FaultyDisk();
    private final List<Recorder> open = new ArrayList<>();

    @AfterEach
    void close() {
        disk.stall.countDown();
        open.forEach(Recorder::close);
    }

    private Recorder recorder(long queueBytes, long reserve) {
        Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ZERO, 0, queueBytes, 1L << 30, false, reserve), feed::now, feed::nanos,
                disk, NEVER);
        open.add(recorder);
        return recorder;
    }

    private SessionFolder folder() throws IOException {
        return SessionFolder.create(root, Session.named("trial", Feed.START));
    }

    /** Until all that was accepted is dealt with: a refused start comes back in its turn. */
    private static void settle(Recorder recorder, SessionFolder folder) {
        assertThatThrownBy(() -> recorder.start(folder)).isInstanceOf(IOException.class);
    }

    private static List<Bytes> received(SessionFolder folder) throws IOException {
        List<Bytes> all = new ArrayList<>();
        for (Segment segment : folder.session().segments()) {
            if (segment.bytes() == 0) {
                continue;
            }
            try (LogReader log = LogReader.open(folder.file(segment))) {
                assertThat(log.index().damage()).isEmpty();
                for (int i = (int) segment.headRecords(); i < log.index().records(); i++) {
                    all.add(log.body(i));
                }
            }
        }
        return all;
    }

    private static void assertAccounted(SessionFolder folder, long sent) {
        long received = 0;
        for (Segment segment : folder.session().segments()) {
            assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
            received += segment.received();
        }
        assertThat(received).isEqualTo(sent);
    }

    private static List<Bytes> payloads(List<RawMessage> messages) {
        return messages.stream().map(RawMessage::payload).toList();
    }

    @Test
    void shortWritesAreContinued() throws IOException {
        disk.longestWrite = 7;
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> sent = feed.second(300);
        sent.forEach(recorder::accept);
        recorder.stop();
        assertThat(received(folder)).hasSize(sent.size()).isEqualTo(payloads(sent));
    }

    @Test
    void writeErrorRollsToANewFileWithoutLosingTheRecord() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> sent = feed.second(300);
        sent.subList(0, 10).forEach(recorder::accept);
        settle(recorder, folder);
        disk.failingWrites.set(1);
        sent.subList(10, 20).forEach(recorder::accept);
        settle(recorder, folder);
        assertThat(recorder.status().alarm().orElse("")).contains("Input/output error").contains("segment-002.bin");
        recorder.stop();
        assertThat(folder.session().segments()).hasSize(2);
        assertThat(received(folder)).isEqualTo(payloads(sent));
        assertAccounted(folder, 20);
        assertThat(folder.session().losses()).extracting(Loss::cause).containsOnly(Loss.Cause.WRITE_ERROR);
    }

    @Test
    void halfARecordThatCannotBeCutOffIsLeftBehindInTheOldFile() throws IOException {
        disk.truncateFails = true;
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        recorder.accept(feed.image(300));
        settle(recorder, folder);
        disk.failingWrites.set(1);
        recorder.accept(feed.image(300));
        recorder.stop();
        List<Segment> segments = folder.session().segments();
        assertThat(segments).extracting(Segment::written).containsExactly(1L, 1L);
        try (LogReader log = LogReader.open(folder.file(segments.getFirst()))) {
            assertThat(log.index().frames()).isEqualTo(1);
            assertThat(log.index().damage()).hasSize(1);
        }
    }

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
        assertThat(full.alarm().orElse("")).contains("Nothing can be written").contains("No space left");
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
    void failedForceIsNeverRetriedButRolledToANewFile() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> sent = feed.second(300);
        sent.subList(0, 10).forEach(recorder::accept);
        settle(recorder, folder);
        disk.failingForces.set(1);
        recorder.keep();
        sent.subList(10, 20).forEach(recorder::accept);
        settle(recorder, folder);
        assertThat(recorder.status().alarm().orElse("")).contains("may not be safe");
        recorder.keep();
        Segment last = recorder.stop();
        assertThat(last.file()).isEqualTo("segment-002.bin");
        assertThat(disk.files.getFirst().forces).isEqualTo(1);
        assertThat(disk.files.get(1).forces).isPositive();
        assertThat(received(folder)).isEqualTo(payloads(sent));
        assertThat(folder.session().losses()).extracting(Loss::cause).containsExactly(Loss.Cause.FORCE_ERROR);
    }

    @Test
    void stopSaysWhenTheEndMayNotBeSafe() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        recorder.accept(feed.image(300));
        settle(recorder, folder);
        disk.failingForces.set(1);
        assertThatThrownBy(recorder::stop).isInstanceOf(IOException.class).hasMessageContaining("may not be safe");
        assertThat(recorder.status().recording()).isFalse();
        assertThat(received(folder)).hasSize(1);
        assertThat(folder.session().segments().getFirst().end()).isPresent();
    }

    @Test
    void stalledDiskCountsWhatItCannotTakeAndSaysSo() throws Exception {
        Recorder recorder = recorder(10_000, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        disk.stall = new CountDownLatch(1);
        List<RawMessage> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.addAll(feed.second(2000));
        }
        recorder.accept(sent.getFirst());
        disk.stalled.await();
        sent.subList(1, sent.size()).forEach(recorder::accept);
        assertThat(recorder.status().alarm().orElse("")).contains("does not keep up");
        assertThat(recorder.status().queuedBytes()).isLessThanOrEqualTo(10_000);
        assertThat(recorder.status().lost()).isPositive();
        feed.pass(6);
        disk.stall.countDown();
        recorder.stop();
        assertAccounted(folder, sent.size());
        long lost = folder.session().segments().getFirst().lost();
        assertThat(folder.session().losses().stream().mapToLong(Loss::count).sum()).isEqualTo(lost);
        assertThat(folder.session().losses()).extracting(Loss::cause).containsOnly(Loss.Cause.QUEUE_OVERFLOW);
        assertThat(payloads(sent)).containsSubsequence(received(folder));
    }

    @Test
    void receivedIsWrittenPlusLostWhateverTheDiskDoes() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            Recorder recorder = recorder(20_000, 0);
            SessionFolder folder = folder();
            recorder.start(folder);
            List<RawMessage> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> disk.failingWrites.set(random.nextInt(3));
                    case 1 -> disk.room.set(random.nextInt(20_000));
                    case 2 -> disk.room.set(Long.MAX_VALUE);
                    case 3 -> recorder.keep();
                    case 4 -> disk.failingForces.set(random.nextInt(2));
                    default -> feed.pass(1);
                }
                List<RawMessage> some = feed.second(random.nextInt(3000));
                some.forEach(recorder::accept);
                sent.addAll(some);
            }
            disk.failingWrites.set(0);
            disk.failingForces.set(0);
            disk.room.set(Long.MAX_VALUE);
            try {
                recorder.stop();
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?s).*(may not be safe|failed|Nothing can be written).*");
            }
            assertAccounted(folder, sent.size());
            List<Bytes> received = received(folder);
            if (!received.isEmpty()) {
                assertThat(payloads(sent)).as("seed %s round %s", seed, round).containsSubsequence(received);
            }
            assertThat(received).hasSize((int) folder.session().segments().stream().mapToLong(Segment::written).sum());
        }
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
        assertThat(recorder.status().alarm().orElse("")).contains("stopped").contains("saved");
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
        assertThat(recorder.status().alarm().orElse("")).contains("deleted or moved");
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

    @Test
    void fullHeapCostsOneMessageAndNotTheRecorder() throws Exception {
        SessionFolder folder = folder();
        Recorder recorder = recorder(8 << 20, 0);
        recorder.start(folder);
        recorder.accept(feed.pass(0.1).capacitance(1));
        settle(recorder, folder);
        disk.heapFull = true;
        recorder.accept(feed.pass(0.1).capacitance(2));
        RawMessage after = feed.pass(0.1).capacitance(3);
        recorder.accept(after);
        assertThat(recorder.stop().end()).isPresent();
        assertThat(received(folder)).endsWith(after.payload());
        assertAccounted(folder, 3);
    }

    @Test
    void deadRecorderAnswersThatItIsDead() throws Exception {
        Recorder recorder = recorder(8 << 20, 0);
        recorder.start(folder());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("recorder")) {
                thread.interrupt();
                thread.join();
            }
        }
        assertThatThrownBy(recorder::stop).isInstanceOf(IOException.class).hasMessageContaining("stopped working");
    }
}
