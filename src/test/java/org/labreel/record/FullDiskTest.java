package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.SmallDisk;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * A file system of 8 MB that is really full. Where none can be mounted, {@link RecorderFaultTest} stands for it with a
 * disk that only says so.
 */
@Tag("long")
class FullDiskTest {
    private static final int FRAME_BYTES = 100_000;

    @TempDir
    private Path folder;
    private final Feed feed = new Feed(6);

    @Test
    void logEndsOnARecordBoundaryAndGoesOnWhenThereIsRoom() throws Exception {
        try (SmallDisk _ = SmallDisk.mount(folder, 8192)) {
            fillAndGoOn();
        }
    }

    private void fillAndGoOn() throws IOException {
        Path ballast = Files.write(folder.resolve("ballast"), new byte[3 << 20]);
        SessionFolder session = SessionFolder.create(folder, Session.named("full", Feed.START));
        List<Bytes> sent = new ArrayList<>();
        try (Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ZERO, 0, 64 << 20, 1L << 30, false, 0), feed::now, feed::nanos,
                new FileDisk(), Duration.ofDays(1))) {
            recorder.start(session);
            long began = System.nanoTime();
            frames(recorder, sent, 80);
            awaitDrained(recorder);
            String alarm = recorder.status().alarmText().orElse("");
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(alarm).contains("Nothing can be written").contains("kept").contains("Free some space");
            recorder.keep();
            assertLogIsABeginningOf(session, sent);

            Files.delete(ballast);
            feed.pass(3);
            frames(recorder, sent, 10);
            awaitDrained(recorder);
            recorder.keep();
            assertThat(recorder.stop().file()).isNotEqualTo("segment-001.bin");
        }
        assertAccounted(session, sent);
    }

    private void frames(Recorder recorder, List<Bytes> sent, int count) {
        for (int i = 0; i < count; i++) {
            RawMessage frame = feed.pass(0.01).image(FRAME_BYTES);
            sent.add(frame.payload());
            recorder.accept(frame);
        }
    }

    private static void awaitDrained(Recorder recorder) {
        Patience.until(() -> recorder.status().queuedBytes() == 0);
    }

    private static void assertLogIsABeginningOf(SessionFolder session, List<Bytes> sent) throws IOException {
        try (LogReader log = LogReader.open(session.path().resolve("segment-001.bin"))) {
            assertThat(log.index().damage()).isEmpty();
            int frames = log.index().frames();
            assertThat(frames).isBetween(10, 60);
            assertThat(log.body(log.index().records() - 1)).isEqualTo(sent.get(frames - 1));
        }
    }

    private static void assertAccounted(SessionFolder folder, List<Bytes> sent) throws IOException {
        Recorded.assertAccounted(folder, sent.size());
        List<Bytes> recorded = Recorded.in(folder);
        assertThat(sent).containsSubsequence(recorded).endsWith(recorded.getLast());
        Session session = SessionFolder.open(folder.path()).session();
        long lost = session.segments().stream().mapToLong(Segment::lost).sum();
        assertThat(lost).isEqualTo(sent.size() - recorded.size()).isPositive();
        assertThat(session.losses().stream().mapToLong(Loss::count).sum()).isEqualTo(lost);
    }
}
