package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** A recorder whose disk fails on demand, and what came of its recording. */
abstract class OnFaultyDisk {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path root;
    final Feed feed = new Feed(2);
    final FaultyDisk disk = new FaultyDisk();
    private final List<Recorder> open = new ArrayList<>();

    @AfterEach
    void close() {
        disk.stall.countDown();
        open.forEach(Recorder::close);
    }

    Recorder recorder(long queueBytes, long reserve) {
        Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ZERO, 0, queueBytes, 1L << 30, false, reserve), feed::now, feed::nanos,
                disk, NEVER);
        open.add(recorder);
        return recorder;
    }

    SessionFolder folder() throws IOException {
        return SessionFolder.create(root, Session.named("trial", Feed.START));
    }

    /** Until all that was accepted is dealt with: a refused start comes back in its turn. */
    static void settle(Recorder recorder, SessionFolder folder) {
        assertThatThrownBy(() -> recorder.start(folder)).isInstanceOf(IOException.class);
    }

    static List<Bytes> received(SessionFolder folder) throws IOException {
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

    static void assertAccounted(SessionFolder folder, long sent) {
        long received = 0;
        for (Segment segment : folder.session().segments()) {
            assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
            received += segment.received();
        }
        assertThat(received).isEqualTo(sent);
    }

    static List<Bytes> payloads(List<RawMessage> messages) {
        return messages.stream().map(RawMessage::payload).toList();
    }
}
