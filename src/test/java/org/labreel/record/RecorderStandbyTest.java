package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** Starts from Standby: at once, whatever waits to be written before them. */
class RecorderStandbyTest {
    @TempDir
    private Path root;
    private final Feed feed = new Feed(9);
    private final FaultyDisk disk = new FaultyDisk();
    private SessionFolder folder;
    private Recorder recorder;

    @BeforeEach
    void arm() throws IOException {
        recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ofSeconds(2), 1 << 20, 8 << 20, 1L << 30, false, 0), feed::now,
                feed::nanos, disk, Duration.ofDays(1));
        folder = SessionFolder.create(root, Session.named("trial", Feed.START).withState(Session.State.STANDBY));
        recorder.arm(folder);
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    private static <T> T of(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.path())) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void liveRecordsFollowHeadStateAndPreRollWithoutGapOrRepeat() throws Exception {
        List<Bytes> sent = new ArrayList<>();
        recorder.accept(feed.electrodes(4));
        for (int cycle = 0; cycle < 4; cycle++) {
            List<RawMessage> before = feed.second(700);
            before.forEach(recorder::accept);
            Arrival taken = of(recorder.trigger());
            assertThat(taken.wall()).isEqualTo(feed.now());
            List<RawMessage> live = feed.second(700);
            live.forEach(recorder::accept);
            Segment segment = of(recorder.rest());
            assertThat(segment.preRollRecords()).isEqualTo(before.size() + (cycle == 0 ? 1 : 0));
            assertThat(segment.headRecords()).isEqualTo(cycle == 0 ? 1 : 2);
            assertThat(segment.written()).isEqualTo(segment.preRollRecords() + live.size());
            sent.addAll(Recorded.payloads(before));
            sent.addAll(Recorded.payloads(live));
        }
        recorder.disarm();
        List<Bytes> recorded = Recorded.in(folder);
        assertThat(recorded.subList(1, recorded.size())).isEqualTo(sent);
        assertThat(folder.session().segments()).extracting(Segment::file).containsExactly("segment-001.bin",
                "segment-002.bin", "segment-003.bin", "segment-004.bin");
        assertThat(files()).as("nothing is left of what was made ready").hasSize(9);
        assertThat(folder.session().state()).as("the caller's to keep").isEqualTo(Session.State.STANDBY);
    }

    @Test
    void startIsAnsweredBeforeThePreRollIsOnTheDiskAndNothingIsLostMeanwhile() throws Exception {
        List<RawMessage> before = feed.second(5000);
        before.forEach(recorder::accept);
        disk.stall = new CountDownLatch(1);
        of(recorder.trigger());
        assertThat(disk.stalled.await(20, TimeUnit.SECONDS)).isTrue();
        List<RawMessage> live = feed.second(5000);
        live.forEach(recorder::accept);
        disk.stall.countDown();
        Segment segment = of(recorder.rest());
        recorder.disarm();
        assertThat(segment.lost()).isZero();
        List<RawMessage> all = new ArrayList<>(before);
        all.addAll(live);
        assertThat(Recorded.in(folder)).isEqualTo(Recorded.payloads(all));
    }

    @Test
    void startThatFollowsARestAtOnceNeedsNoFileMadeReady() throws Exception {
        for (int i = 0; i < 10; i++) {
            of(recorder.trigger());
            recorder.accept(feed.pass(0.1).image(300));
            CompletableFuture<Segment> _ = recorder.rest();
        }
        recorder.disarm();
        recorder.close();
        assertThat(folder.session().segments()).hasSize(10).allSatisfy(segment -> {
            assertThat(segment.end()).isPresent();
            assertThat(segment.written()).isEqualTo(1);
        });
    }

    @Test
    void fileMadeReadyThatIsDeletedIsMadeAgain() throws Exception {
        Files.delete(folder.path().resolve("segment-001.bin"));
        recorder.keep();
        recorder.keep();
        of(recorder.trigger());
        recorder.accept(feed.image(300));
        Segment segment = of(recorder.rest());
        assertThat(folder.file(segment)).exists();
        assertThat(segment.written()).isEqualTo(1);
    }

    @Test
    void closingWhileStartedCompletesTheSegment() throws Exception {
        of(recorder.trigger());
        recorder.accept(feed.image(300));
        recorder.close();
        assertThat(folder.session().segments()).hasSize(1);
        assertThat(folder.session().segments().getFirst().end()).isPresent();
        assertThat(files()).containsExactly("segment-001.bin", "segment-001.idx", "session.json");
    }

    @Test
    void armedRecorderKeepsOthersFromTheFolderAndUnarmedOneRefuses() throws Exception {
        SessionFolder same = SessionFolder.open(folder.path());
        assertThatThrownBy(same::claim).isInstanceOf(IOException.class).hasMessageContaining("Another recording");
        recorder.disarm();
        assertThat(files()).containsExactly("session.json");
        assertThatThrownBy(() -> of(recorder.trigger())).hasMessageContaining("not armed");
        assertThatThrownBy(recorder::rest).isInstanceOf(IllegalStateException.class);
    }
}
