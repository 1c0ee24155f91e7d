package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.labreel.record.Recorded.payloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/** Writes and forces that fail. */
class RecorderFaultTest extends OnFaultyDisk {
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
        assertThat(recorder.status().alarmText().orElse("")).contains("Input/output error").contains("segment-002.bin");
        recorder.stop();
        assertThat(folder.session().segments()).hasSize(2);
        assertThat(received(folder)).isEqualTo(payloads(sent));
        assertAccounted(folder, 20);
        assertThat(folder.session().losses()).extracting(Loss::cause).containsOnly(Loss.Cause.WRITE_ERROR);
    }

    @Test
    void firstWriteThatFailsLeavesNoEmptyFile() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        disk.failingWrites.set(1);
        List<RawMessage> sent = feed.second(300);
        sent.forEach(recorder::accept);
        recorder.stop();
        assertThat(folder.session().segments()).hasSize(1);
        try (Stream<Path> files = Files.list(folder.path())) {
            assertThat(files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".bin") || each.endsWith(".idx")))
                    .containsExactlyInAnyOrder("segment-002.bin", "segment-002.idx");
        }
        assertThat(received(folder)).isEqualTo(payloads(sent));
        assertAccounted(folder, 20);
        assertThat(folder.session().losses()).extracting(Loss::cause).containsOnly(Loss.Cause.WRITE_ERROR);
    }

    @Test
    void whatIsLostBeforeAnythingCouldBeWrittenIsCountedInTheFileThatFollows() throws IOException {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        disk.room.set(0);
        feed.second(300).forEach(recorder::accept);
        settle(recorder, folder);
        disk.room.set(Long.MAX_VALUE);
        feed.pass(3);
        feed.second(300).forEach(recorder::accept);
        recorder.stop();
        assertThat(folder.session().segments()).singleElement()
                .satisfies(only -> assertThat(only.lost()).isEqualTo(20));
        assertAccounted(folder, 40);
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
        assertThat(recorder.status().alarmText().orElse("")).contains("may not be safe");
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
    void forceThatFailsJustBeforeStopStandsInTheLedger() throws Exception {
        Recorder recorder = recorder(8 << 20, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        recorder.accept(feed.image(300));
        settle(recorder, folder);
        disk.stall = new CountDownLatch(1);
        recorder.accept(feed.image(300));
        disk.stalled.await();
        CompletableFuture<Throwable> stopped = new CompletableFuture<>();
        Thread stopping = Thread.ofPlatform().start(() -> stopped.complete(catchThrowable(recorder::stop)));
        Patience.until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        // Stop waits for its turn; what the force tells comes after it.
        disk.failingForces.set(1);
        recorder.keep();
        disk.stall.countDown();
        assertThat(stopped.get()).isInstanceOf(IOException.class).hasMessageContaining("may not be safe");
        assertThat(folder.session().losses()).extracting(Loss::cause).containsExactly(Loss.Cause.FORCE_ERROR);
        assertThat(received(folder)).hasSize(2);
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
}
