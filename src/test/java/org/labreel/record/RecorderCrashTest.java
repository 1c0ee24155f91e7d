package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.log.NotALogException;
import org.labreel.model.Bytes;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;

/** Cuts the power after every write, in the middle of it and with its last bytes not yet on the disk. */
class RecorderCrashTest {
    @TempDir
    private Path root;
    private final Feed feed = new Feed(4);
    private final FaultyDisk disk = new FaultyDisk();

    @Test
    void everyCrashStateReopensWithAllThatWasForcedAndNoFalseRecord() throws IOException {
        Recorder recorder = new Recorder("ws://test",
                new RecorderSettings(Duration.ZERO, 0, 8 << 20, 1L << 30, false, 0), feed::now, feed::nanos, disk,
                Duration.ofDays(1));
        SessionFolder folder = SessionFolder.create(root, Session.named("trial", Feed.START));
        recorder.accept(feed.electrodes(5));
        recorder.start(folder);
        List<RawMessage> sent = feed.second(600);
        for (int i = 0; i < sent.size(); i++) {
            recorder.accept(sent.get(i));
            if (i % 5 == 4) {
                // A refused start comes back in its turn: by then all before it is written.
                assertThatThrownBy(() -> recorder.start(folder)).isInstanceOf(IOException.class);
                recorder.keep();
            }
        }
        recorder.stop();
        recorder.close();
        FaultyDisk.Written file = disk.files.getFirst();
        byte[] all = file.bytes.toByteArray();
        List<Bytes> whole = records(all);
        Path crashed = root.resolve("crashed.bin");
        for (int step = 1; step < file.writes.size(); step++) {
            int before = file.writes.get(step - 1);
            int after = file.writes.get(step);
            for (int size = before; size < after; size += size < after - 20 && size > before + 20 ? 37 : 1) {
                int safe = file.safe.get(step);
                // The bytes that came through, and the same with the length kept but the last page not written.
                assertReopens(crashed, Arrays.copyOf(all, size), whole, safe);
                assertReopens(crashed, Arrays.copyOf(Arrays.copyOf(all, size), after), whole, safe);
            }
        }
    }

    private static List<Bytes> records(byte[] log) {
        List<Bytes> all = new ArrayList<>();
        for (int at = 0; at < log.length;) {
            int length = Integer.reverseBytes(ByteBuffer.wrap(log).getInt(at));
            all.add(Bytes.wrap(log, at + 4, length));
            at += 4 + length;
        }
        return all;
    }

    private static void assertReopens(Path file, byte[] content, List<Bytes> whole, int safe) throws IOException {
        Files.write(file, content);
        int forced = 0;
        for (int at = 0; forced < whole.size() && at + 4 + whole.get(forced).length() <= safe; forced++) {
            at += 4 + whole.get(forced).length();
        }
        try (LogReader log = LogReader.open(file)) {
            int records = log.index().records();
            assertThat(records).isBetween(forced, whole.size());
            for (int i = 0; i < records; i++) {
                if (i < records - 1 || !endsInZeros(content)) {
                    assertThat(log.body(i)).isEqualTo(whole.get(i));
                }
            }
        } catch (NotALogException e) {
            assertThat(forced).isZero();
        }
    }

    private static boolean endsInZeros(byte[] content) {
        return content[content.length - 1] == 0;
    }
}
