package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.LogDisk;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/** Four sources recorded into one session, of which one log cannot be written any more. */
class FullLogAmongOthersTest extends OnFaultyDisk {
    private static final int SOURCES = 4;
    private static final int FULL = 2;

    private final List<Recorder> recorders = new ArrayList<>();

    private static String address(int source) {
        return "ws://source" + source + ":7001";
    }

    private void record(SessionFolder folder) throws IOException {
        RecorderSettings settings = new RecorderSettings(Duration.ZERO, 0, 8 << 20, 1L << 30, false, 0);
        for (int i = 0; i < SOURCES; i++) {
            LogDisk own = i == FULL ? disk : new FileDisk();
            recorders.add(new Recorder(address(i), settings, feed::now, feed::nanos, own, Duration.ofDays(1)));
            recorders.getLast().start(folder);
        }
    }

    @Test
    void theOthersLoseNothingAndAllEndInOrder() throws IOException {
        SessionFolder folder = folder();
        record(folder);
        disk.room.set(5000);
        List<RawMessage> sent = feed.second(2000);
        sent.forEach(each -> recorders.forEach(recorder -> recorder.accept(each)));
        settle(recorders.get(FULL), folder);
        assertThat(recorders.get(FULL).status().alarmText().orElse("")).contains("No space left");
        IntStream.range(0, SOURCES).filter(i -> i != FULL)
                .forEach(i -> assertThat(recorders.get(i).status().alarmText()).isEmpty());

        for (Recorder recorder : recorders) {
            recorder.stop();
            recorder.close();
        }
        Session session = SessionFolder.open(folder.path()).session();
        assertThat(session.state()).isEqualTo(Session.State.STOPPED);
        assertThat(session.segments()).hasSize(SOURCES).allMatch(segment -> segment.end().isPresent());
        for (Segment segment : session.segments()) {
            assertThat(segment.received()).as(segment.source()).isEqualTo(sent.size());
            boolean full = segment.source().equals(address(FULL));
            assertThat(segment.lost() > 0).as(segment.source()).isEqualTo(full);
        }
        assertThat(session.losses()).isNotEmpty().extracting(Loss::source).containsOnly(address(FULL));
        assertThat(received(folder)).hasSize((int) session.segments().stream().mapToLong(Segment::written).sum());
    }
}
