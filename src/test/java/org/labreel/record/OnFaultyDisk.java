package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Segment;

/** A recorder whose disk fails on demand, and what came of its recording. */
abstract class OnFaultyDisk extends OnDisk {
    final FaultyDisk disk = new FaultyDisk();

    @Override
    @AfterEach
    void close() {
        disk.stall.countDown();
        super.close();
    }

    Recorder recorder(long queueBytes, long reserve) {
        return recorder(new RecorderSettings(Duration.ZERO, 0, queueBytes, 1L << 30, false, reserve), disk);
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
}
