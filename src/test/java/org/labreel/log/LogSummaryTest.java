package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.PictureSize;

class LogSummaryTest {
    @TempDir
    private Path folder;

    /** The head of a JPEG, which is all that its size takes, and its end mark. */
    private static Bytes frame(int second, int width, int height) {
        ByteBuffer jpeg = ByteBuffer.allocate(40).putShort(38, (short) 0xffd9).putShort((short) 0xffd8)
                .putShort((short) 0xffc0)
                .putShort((short) 17).put((byte) 8).putShort((short) height).putShort((short) width)
                .put(new byte[]{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
        return EventCodec.encode(
                new DeviceEvent.Image(Optional.of(Instant.ofEpochSecond(1_700_000_000 + second)),
                        Bytes.wrap(jpeg.array())));
    }

    @Test
    void framesOfMixedSizesAreCountedBySize() throws IOException {
        Path file = folder.resolve("mixed.bin");
        try (LogWriter log = LogWriter.create(file)) {
            log.append(frame(0, 640, 480));
            log.append(frame(1, 1280, 960));
            log.append(frame(2, 1280, 960));
        }
        try (LogReader reader = LogReader.open(file)) {
            LogSummary summary = LogSummary.of(reader);
            assertThat(summary.sizes()).containsExactly(Map.entry(new PictureSize(1280, 960), 2),
                    Map.entry(new PictureSize(640, 480), 1));
            assertThat(summary.usualSize()).contains(new PictureSize(1280, 960));
            assertThat(summary.unsizedFrames()).isZero();
        }
    }

    @Test
    void stampsOfTimeZeroAndOfAllTheClocksThatThereAreHarmNothing() throws IOException {
        List<Instant> odd = List.of(Instant.EPOCH, TestLogs.START, Instant.MAX, Instant.MIN,
                Instant.ofEpochSecond(Integer.MAX_VALUE), Instant.ofEpochSecond(-1), Instant.ofEpochSecond(1L << 40),
                TestLogs.START.plusSeconds(1));
        List<Bytes> bodies = new ArrayList<>();
        odd.forEach(stamp -> bodies.add(TestLogs.image(stamp, 300, 7)));
        Path file = TestLogs.write(folder, TestLogs.log(bodies));
        try (LogReader reader = LogReader.open(file)) {
            assertThat(reader.index().damage()).isEmpty();
            assertThat(reader.index().records()).isEqualTo(odd.size());
            assertThat(reader.index().frames()).isEqualTo(odd.size());
            assertThat(reader.index().duration()).isPositive();
            for (Instant stamp : odd) {
                assertThat(reader.index().frameAt(stamp)).isBetween(-1, odd.size() - 1);
            }
            assertThat(LogSummary.of(reader).toJson()).contains("\"records\" : 8");
        }
        assertThat(LogDoctor.check(file).health()).isEqualTo(LogDoctor.Health.DAMAGED);
        assertThat(LogDoctor.check(file).findings()).extracting(LogDoctor.Finding::leftOut).containsOnly(false);
    }
}
