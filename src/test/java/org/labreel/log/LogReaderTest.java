package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;
import org.labreel.picture.PictureSize;

class LogReaderTest {
    @TempDir
    private Path folder;

    private Path real() throws IOException {
        Path file = folder.resolve("real.bin");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("purpledrop-part.bin"))) {
            Files.copy(in, file);
        }
        return file;
    }

    private LogReader open(List<Bytes> bodies) throws IOException {
        return LogReader.open(TestLogs.write(folder, TestLogs.log(bodies)));
    }

    private static Bytes frame(double seconds) {
        return TestLogs.image(TestLogs.START.plusNanos(Math.round(seconds * 1e9)), 300, 1);
    }

    @Test
    void realLogIsSummedUp() throws IOException {
        try (LogReader log = LogReader.open(real())) {
            LogSummary summary = LogSummary.of(log);
            assertThat(summary.records()).isEqualTo(11);
            assertThat(summary.counts().toString()).isEqualTo("{ELECTRODE_STATE=1, IMAGE=2, IMAGE_TRANSFORM=3,"
                    + " ACTIVE_CAPACITANCE=4, TEMPERATURE_CONTROL=1}");
            assertThat(summary.usualSize()).contains(new PictureSize(1024, 768));
            assertThat(summary.firstImage()).contains(Instant.parse("2026-11-20T21:19:10.981472969Z"));
            assertThat(summary.lastImage()).contains(Instant.parse("2026-11-20T21:19:11.058590412Z"));
            assertThat(summary.toJson()).contains("\"firstTime\" : \"2026-11-20T21:19:10.981472969Z\"")
                    .contains("\"electrode_state\" : 1").contains("\"width\" : 1024");
            assertThat(log.stateAt(10).activePins().pins()).containsExactly(22);
            assertThat(log.image(0).length()).isEqualTo(99_042);
            assertThat(log.image(1)).isEqualTo(((DeviceEvent.Image) log.event(6)).data());
        }
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<Bytes> bodies = new ArrayList<>();
            for (int i = random.nextInt(1, 60); i > 0; i--) {
                Instant at = TestLogs.START.plusMillis(random.nextInt(100_000));
                bodies.add(switch (random.nextInt(4)) {
                    case 0 -> TestLogs.image(at, random.nextInt(1, 20_000), i);
                    case 1 -> TestLogs.electrodes(random.nextInt(128));
                    case 2 -> Bytes.wrap(new byte[]{(byte) 0xa2, 0x06, 1, 7}); // a member that is not known yet
                    default -> TestLogs.capacitance(at);
                });
            }
            Path file = folder.resolve("round-" + round + ".bin");
            try (LogWriter writer = LogWriter.create(file)) {
                for (int i = 0; i < bodies.size(); i++) {
                    assertThat(writer.append(bodies.get(i))).isEqualTo((long) TestLogs.offsets(bodies).get(i));
                }
                writer.force();
            }
            assertThat(Files.readAllBytes(file)).as("seed %s", seed).isEqualTo(TestLogs.log(bodies));
            assertThat(TestLogs.read(file)).as("seed %s", seed).isEqualTo(bodies);
        }
    }

    @Test
    void writerNeverOverwritesAndRefusesWhatNoReaderWouldTake() throws IOException {
        Path file = folder.resolve("once.bin");
        try (LogWriter writer = LogWriter.create(file)) {
            assertThatThrownBy(() -> LogWriter.create(file)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> writer.append(Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
            assertThat(writer.size()).isZero();
        }
    }

    @Test
    void logsOverFourGigabytesAreIndexedByTheirHeadersOnly() throws IOException {
        Path file = folder.resolve("large.bin");
        int picture = 63 << 20;
        byte[] front = largeFront(picture);
        long body = front.length - 4L + picture;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 70; i++) {
                channel.write(ByteBuffer.wrap(front), i * (4 + body));
            }
            channel.write(ByteBuffer.wrap(new byte[]{1}), 70 * (4 + body) - 1);
        }
        try (LogReader log = LogReader.open(file)) {
            assertThat(log.index().frames()).isEqualTo(70);
            assertThat(log.index().offset(69)).isGreaterThan(1L << 32);
            assertThat(log.index().damage()).isEmpty();
        }
    }

    /** Length field and the first bytes of an image whose picture is left to the reader's imagination. */
    private static byte[] largeFront(int picture) {
        byte[] small = EventCodec.encode(new DeviceEvent.Image(Optional.of(TestLogs.START), Bytes.EMPTY)).toArray();
        ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer inner = ByteBuffer.allocate(64).put(small, 2, small.length - 2).put((byte) 0x12);
        varint(inner, picture);
        inner.flip();
        out.putInt(0).put((byte) 0x1a);
        varint(out, inner.remaining() + picture);
        out.put(inner);
        out.putInt(0, out.position() - 4 + picture);
        byte[] front = new byte[out.position()];
        out.flip().get(front);
        return front;
    }

    private static void varint(ByteBuffer out, int value) {
        int left = value;
        while (left > 0x7f) {
            out.put((byte) (left | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    @Test
    void growingLogIsFollowedRecordByRecord() throws IOException {
        List<Bytes> bodies = TestLogs.bodies(4, 500);
        byte[] log = TestLogs.log(bodies);
        List<Integer> offsets = TestLogs.offsets(bodies);
        Path file = folder.resolve("growing.bin");
        Files.write(file, Arrays.copyOf(log, offsets.get(1)));
        try (LogReader reader = LogReader.open(file)) {
            LogIndex before = reader.index();
            for (int length = offsets.get(1); length <= log.length; length += 7) {
                Files.write(file, Arrays.copyOf(log, length));
                reader.refresh();
            }
            Files.write(file, log);
            reader.refresh();
            assertThat(reader.refresh()).isFalse();
            assertThat(reader.index().records()).isEqualTo(bodies.size());
            assertThat(reader.index().damage()).isEmpty();
            assertThat(before.records()).isEqualTo(1);
        }
    }

    @Test
    void framesAreFoundByTimeAlsoAfterTheClockWasPutBack() throws IOException {
        List<Bytes> bodies = new ArrayList<>();
        for (double t : new double[]{0, 0.1, 0.2, 0.2, 0.3, -3600, -3599.9, 0.4}) {
            bodies.add(frame(t));
        }
        try (LogReader log = open(bodies)) {
            LogIndex index = log.index();
            assertThat(index.frameAt(TestLogs.START.minusSeconds(7200))).isZero();
            assertThat(index.frameAt(Instant.MIN)).isZero();
            assertThat(index.frameAt(TestLogs.START.plusMillis(150))).isEqualTo(1);
            assertThat(index.frameAt(TestLogs.START.plusMillis(200))).isEqualTo(3);
            assertThat(index.frameAt(Instant.MAX)).isEqualTo(7);
            assertThat(index.frameTime(5)).isEqualTo(TestLogs.START.minusSeconds(3600));
            assertThat(index.duration()).isEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void untimedRecordsTakeTheTimeOfTheRecordBefore() throws IOException {
        Bytes electrodes = TestLogs.electrodes(4);
        try (LogReader log = open(List.of(electrodes, frame(1), electrodes, frame(2)))) {
            LogIndex index = log.index();
            assertThat(index.time(0)).isEqualTo(TestLogs.START.plusSeconds(1));
            assertThat(index.time(2)).isEqualTo(TestLogs.START.plusSeconds(1));
            assertThat(index.timed(2)).isFalse();
            assertThat(log.stateAt(3).at(EventKind.ELECTRODE_STATE)).contains(TestLogs.START.plusSeconds(1));
        }
    }

    @Test
    void headStateIsNoPartOfTheTime() throws IOException {
        Bytes old = EventCodec.encode(
                new DeviceEvent.HvRegulator(Optional.of(TestLogs.START.minusSeconds(600)), 200, 200));
        try (LogReader log = open(List.of(TestLogs.electrodes(3), old, frame(0), frame(1)))) {
            assertThat(log.index().headRecords()).isEqualTo(2);
            assertThat(log.index().timeZero()).isEqualTo(TestLogs.START);
            assertThat(log.index().duration()).isEqualTo(Duration.ofSeconds(1));
            assertThat(log.stateAt(2).highVoltage()).isPresent();
        }
    }

    @Test
    void stampsOfOneMomentAndNoStampsAtAllAreRead() throws IOException {
        try (LogReader log = open(List.of(frame(0), frame(0), frame(0)))) {
            assertThat(log.index().duration()).isZero();
            assertThat(log.index().frameAt(TestLogs.START)).isEqualTo(2);
        }
        Bytes unstamped = EventCodec.encode(new DeviceEvent.Image(Optional.empty(), Bytes.wrap(new byte[300])));
        try (LogReader log = open(List.of(unstamped, unstamped, unstamped, TestLogs.electrodes(1)))) {
            assertThat(log.index().frames()).isEqualTo(3);
            assertThat(log.index().timeZero()).isEqualTo(Instant.EPOCH);
            assertThat(log.index().duration()).isZero();
        }
    }

    @Test
    void logWithoutFramesHasAStateAndADuration() throws IOException {
        try (LogReader log = open(List.of(TestLogs.capacitance(TestLogs.START), TestLogs.electrodes(5),
                TestLogs.capacitance(TestLogs.START.plusSeconds(3))))) {
            assertThat(log.index().frames()).isZero();
            assertThat(log.index().frameAt(TestLogs.START)).isEqualTo(-1);
            assertThat(log.index().timeZero()).isEqualTo(TestLogs.START);
            assertThat(log.index().duration()).isEqualTo(Duration.ofSeconds(3));
            assertThat(LogSummary.of(log).toJson()).contains("\"firstTime\" : null");
        }
    }

    @Test
    void pausesMuchLongerThanUsualAreGaps() throws IOException {
        try (LogReader log = open(List.of(frame(0), frame(0.1), frame(0.2), frame(1.2), frame(1.3), frame(1.7)))) {
            assertThat(log.index().gaps()).singleElement()
                    .isEqualTo(new LogIndex.Gap(2, TestLogs.START.plusMillis(200), TestLogs.START.plusMillis(1200)));
        }
    }

    @Test
    void stateAtAnyRecordIsThatOfReadingFromTheStart() throws IOException {
        List<Bytes> bodies = TestLogs.bodies(10, 300);
        try (LogReader log = open(bodies)) {
            DeviceState state = DeviceState.EMPTY;
            for (int i = 0; i < bodies.size(); i++) {
                state = state.after(log.event(i), log.index().time(i));
                assertThat(log.stateAt(i)).isEqualTo(state);
            }
        }
    }

    @Test
    void electrodeChangesLeadToTheFrameThatShowsThem() throws IOException {
        // Electrodes are set behind frames 2, 5 and 8; the last of ten frames is 9.
        try (LogReader log = open(TestLogs.bodies(10, 300))) {
            LogIndex index = log.index();
            assertThat(index.nextElectrodeChange(0)).isEqualTo(3);
            assertThat(index.nextElectrodeChange(2)).isEqualTo(3);
            assertThat(index.nextElectrodeChange(3)).isEqualTo(6);
            assertThat(index.nextElectrodeChange(9)).isEqualTo(-1);
            assertThat(index.previousElectrodeChange(9)).isEqualTo(6);
            assertThat(index.previousElectrodeChange(4)).isEqualTo(3);
            assertThat(index.previousElectrodeChange(3)).isEqualTo(-1);
        }
    }

    @Test
    void indexingCanBeCancelled() {
        Path file = TestLogs.write(folder, TestLogs.log(TestLogs.bodies(3, 300)));
        assertThatThrownBy(() -> LogReader.open(file, _ -> {
        }, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void interruptedReaderDoesNotCloseTheLogForOthers() throws Exception {
        try (LogReader log = open(TestLogs.bodies(3, 300))) {
            Thread interrupted = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> log.body(0)).isInstanceOf(IOException.class);
            });
            interrupted.join();
            assertThat(log.body(0)).isEqualTo(TestLogs.bodies(3, 300).getFirst());
        }
    }
}
