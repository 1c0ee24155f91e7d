package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/** What a session holds, read from its files. */
final class Recorded {
    private Recorded() {
    }

    /** All records of all segments in order, head state left out. */
    static List<Bytes> in(SessionFolder folder) throws IOException {
        List<Bytes> all = new ArrayList<>();
        for (Segment segment : SessionFolder.open(folder.path()).session().segments()) {
            try (LogReader log = LogReader.open(folder.file(segment))) {
                assertThat(log.index().damage()).isEmpty();
                for (int i = (int) segment.headRecords(); i < log.index().records(); i++) {
                    all.add(log.body(i));
                }
            }
        }
        return all;
    }

    /** received = written + repeated + lost, segment by segment, and all together what was sent. */
    static void assertAccounted(SessionFolder folder, long sent) throws IOException {
        long received = 0;
        for (Segment segment : SessionFolder.open(folder.path()).session().segments()) {
            assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
            received += segment.received();
        }
        assertThat(received).isEqualTo(sent);
    }

    static List<Bytes> payloads(List<RawMessage> messages) {
        return messages.stream().map(RawMessage::payload).toList();
    }
}
