package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * A recording that outgrows a file of the size that files have unless set otherwise: offsets need more than 31 bits.
 */
@Tag("long")
class LargeSplitTest {
    private static final int FRAME_BYTES = 8 << 20;
    private static final long QUEUE = 64 << 20;
    private static final long SPLIT = RecorderSettings.DEFAULT.splitBytes();
    private static final long ROOM = SPLIT + (2L << 30);

    @TempDir
    private Path root;
    private final Feed feed = new Feed(7);
    private final List<Long> sent = new ArrayList<>();

    @Test
    void splitAtFourGigabytesLosesNothing() throws IOException {
        assumeThat(Files.getFileStore(root).getUsableSpace())
                .as("skipped: needs %d GB of disk, bytes free", ROOM >> 30).isGreaterThan(ROOM);
        SessionFolder folder = SessionFolder.create(root, Session.named("large", Feed.START));
        record(folder);

        List<Segment> segments = folder.session().segments();
        assertThat(segments).hasSize(2);
        assertThat(folder.session().losses()).isEmpty();
        assertThat(segments.getFirst().bytes()).isBetween(SPLIT - FRAME_BYTES - 1000, SPLIT);
        assertThat(stored(folder)).isEqualTo(sent);
        for (Segment segment : segments) {
            Files.delete(Sidecar.beside(folder.file(segment)));
        }
        assertThat(stored(folder)).as("read again without its index").isEqualTo(sent);
    }

    private void record(SessionFolder folder) throws IOException {
        try (Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ZERO, 0, QUEUE, SPLIT, false, 0), feed::now, feed::nanos, new FileDisk(),
                Duration.ofDays(1))) {
            recorder.start(folder);
            for (long bytes = 0; bytes < SPLIT + 10L * FRAME_BYTES; bytes += FRAME_BYTES) {
                RawMessage frame = feed.pass(1).image(FRAME_BYTES);
                sent.add(checksum(frame.payload()));
                recorder.accept(frame);
                while (recorder.status().queuedBytes() > QUEUE / 2) {
                    Thread.onSpinWait();
                }
            }
            recorder.stop();
        }
    }

    /** The checksums of all records behind the head state, file after file. */
    private static List<Long> stored(SessionFolder folder) throws IOException {
        List<Long> all = new ArrayList<>();
        for (Segment segment : folder.session().segments()) {
            try (LogReader log = LogReader.open(folder.file(segment))) {
                for (int i = (int) segment.headRecords(); i < log.index().records(); i++) {
                    all.add(checksum(log.body(i)));
                }
            }
        }
        return all;
    }

    private static long checksum(Bytes payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload.asByteBuffer());
        return checksum.getValue();
    }
}
