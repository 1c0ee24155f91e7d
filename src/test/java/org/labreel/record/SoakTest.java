package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * A long recording at 60 frames a second, as fast as the disk takes it, on a clock of its own. Old segments are deleted
 * as it goes, as an operator would who must make room.
 */
class SoakTest {
    private static final int FPS = 60;
    private static final int FRAME_BYTES = 8000;
    private static final long SPLIT = 8 << 20;
    private static final long QUEUE = 32 << 20;
    private static final int SEGMENTS_KEPT = 3;
    private static final long HEAP_MAY_GROW = 12 << 20;
    private static final int LONG_ENOUGH = 600;

    @TempDir
    private Path root;
    private final Feed feed = new Feed(5);

    @Test
    void oneMinuteIsRecordedWithoutLoss() throws IOException {
        soak(60);
    }

    @Test
    @Tag("long")
    void anHourIsRecordedWithoutLossAndWithoutMoreMemory() throws IOException {
        soak(3600);
    }

    private void soak(int seconds) throws IOException {
        SessionFolder folder = SessionFolder.create(root, Session.named("soak", Feed.START));
        RawMessage last;
        try (Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ofSeconds(2), 4 << 20, QUEUE, SPLIT, false, 0), feed::now, feed::nanos,
                new FileDisk(), Duration.ofDays(1))) {
            last = second(recorder);
            recorder.start(folder);
            long heap = 0;
            for (int second = 1; second < seconds; second++) {
                last = second(recorder);
                recorder.keep();
                deleteOldSegments(folder.path());
                if (second == seconds / 4) {
                    heap = usedHeap(recorder);
                }
            }
            if (seconds >= LONG_ENOUGH) {
                // In a minute the heap still moves with what other tests left in this JVM.
                assertThat(usedHeap(recorder) - heap).as("growth of the heap in bytes").isLessThan(HEAP_MAY_GROW);
            }
            recorder.stop();
        }
        assertNothingLost(folder, (long) seconds * 2 * FPS, last.payload());
    }

    /** @return the last message of this second */
    private RawMessage second(Recorder recorder) {
        RawMessage last = feed.capacitance(0);
        for (int frame = 0; frame < FPS; frame++) {
            recorder.accept(feed.image(FRAME_BYTES));
            last = feed.pass(1.0 / FPS).capacitance(frame);
            recorder.accept(last);
        }
        // No camera is faster than the disk for long.
        Patience.until(() -> recorder.status().queuedBytes() <= QUEUE / 2);
        return last;
    }

    private static void deleteOldSegments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> segments = files.filter(file -> String.valueOf(file.getFileName()).startsWith("segment-"))
                    .sorted().toList();
            List<String> names = segments.stream().map(SoakTest::stem).distinct().toList();
            List<String> kept = names.subList(Math.max(0, names.size() - SEGMENTS_KEPT), names.size());
            for (Path file : segments) {
                if (!kept.contains(stem(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
    }

    /** Without what waits for the disk, which is more or less from one moment to the next. */
    private static long usedHeap(Recorder recorder) {
        Patience.until(() -> recorder.status().queuedBytes() == 0);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void assertNothingLost(SessionFolder folder, long sent, Bytes last) throws IOException {
        Session session = SessionFolder.open(folder.path()).session();
        long written = 0;
        for (Segment segment : session.segments()) {
            assertThat(segment.received()).isEqualTo(segment.written());
            assertThat(segment.bytes()).isLessThanOrEqualTo(SPLIT);
            written += segment.written();
        }
        assertThat(session.losses()).extracting(Loss::cause).isEmpty();
        assertThat(written).isEqualTo(sent);
        List<Segment> left = session.segments().subList(Math.max(0, session.segments().size() - SEGMENTS_KEPT),
                session.segments().size());
        for (Segment segment : left) {
            try (LogReader log = LogReader.open(folder.file(segment))) {
                assertThat(log.index().records()).isEqualTo(segment.headRecords() + segment.written());
                if (segment.equals(left.getLast())) {
                    assertThat(log.body(log.index().records() - 1)).isEqualTo(last);
                }
            }
        }
    }
}
