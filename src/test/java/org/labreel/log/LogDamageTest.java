package org.labreel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;

class LogDamageTest {
    @TempDir
    private Path folder;
    private final List<Bytes> bodies = TestLogs.bodies(12, 6000);
    private final byte[] log = TestLogs.log(bodies);
    private final List<Integer> offsets = TestLogs.offsets(bodies);

    private List<Bytes> without(int... records) {
        List<Bytes> left = new ArrayList<>(bodies);
        for (int i = records.length - 1; i >= 0; i--) {
            left.remove(records[i]);
        }
        return left;
    }

    private List<Damage> damage(Path file) throws IOException {
        try (LogReader reader = LogReader.open(file)) {
            return reader.index().damage();
        }
    }

    private byte[] with(int at, byte... bytes) {
        byte[] copy = log.clone();
        System.arraycopy(bytes, 0, copy, at, bytes.length);
        return copy;
    }

    private static byte[] u32(long value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
    }

    @Test
    void everyTruncationOfTheLastRecordGivesTheLongestValidPrefix() throws IOException {
        int last = offsets.getLast();
        Path file = folder.resolve("cut.bin");
        for (int length = last; length < log.length; length++) {
            Files.write(file, Arrays.copyOf(log, length));
            try (LogReader reader = LogReader.open(file)) {
                assertThat(reader.index().records()).as("cut at %s", length).isEqualTo(bodies.size() - 1);
                assertThat(reader.index().damage()).hasSize(length == last ? 0 : 1);
            }
        }
        Files.write(file, Arrays.copyOf(log, last + 100));
        assertThat(damage(file).getFirst().kind()).isEqualTo(Damage.Kind.TORN_TAIL);
        assertThat(damage(file).getFirst().offset()).isEqualTo(last);
        assertThat(damage(file).getFirst().length()).isEqualTo(100);
    }

    @Test
    void everyTruncationOfALastFrameGivesTheLongestValidPrefix() throws IOException {
        List<Bytes> some = TestLogs.bodies(2, 700).subList(0, 3);
        byte[] whole = TestLogs.log(some);
        Path file = folder.resolve("cut.bin");
        for (int length = TestLogs.offsets(some).getLast() + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(TestLogs.read(file)).as("cut at %s", length).isEqualTo(some.subList(0, 2));
            assertThat(damage(file)).hasSize(1);
        }
    }

    @Test
    void impossibleLengthsCostOneRecordEach() throws IOException {
        for (long length : new long[]{0, 1, 2, 1L << 31, (1L << 32) - 1, log.length + 1000L, (64L << 20) + 1}) {
            for (int record : new int[]{0, 3, 4, bodies.size() - 2}) {
                Path file = TestLogs.write(folder, with(offsets.get(record), u32(length)));
                assertThat(TestLogs.read(file)).as("length %s in record %s", length, record)
                        .isEqualTo(without(record));
                assertThat(damage(file)).hasSize(1);
                assertThat(damage(file).getFirst().offset()).isEqualTo((long) offsets.get(record));
                assertThat(damage(file).getFirst().length()).isEqualTo(4L + bodies.get(record).length());
            }
        }
    }

    @Test
    void anyFlippedBitOfALengthCostsOneRecord() throws IOException {
        for (int bit = 0; bit < 32; bit++) {
            for (int record : new int[]{0, 5, 6, 7}) {
                int at = offsets.get(record) + bit / 8;
                Path file = TestLogs.write(folder, with(at, (byte) (log[at] ^ 1 << bit % 8)));
                assertThat(TestLogs.read(file)).as("bit %s of record %s", bit, record).isEqualTo(without(record));
                assertThat(damage(file)).hasSize(1);
            }
        }
    }

    @Test
    void zeroFilledTailIsReportedNotParsed() throws IOException {
        for (int zeros : new int[]{4, 5, 4096, 100_000}) {
            Path file = TestLogs.write(folder, Arrays.copyOf(log, log.length + zeros));
            assertThat(TestLogs.read(file)).isEqualTo(bodies);
            assertThat(damage(file)).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Damage.Kind.ZEROED);
                assertThat(found.length()).isEqualTo(zeros);
            });
        }
    }

    @Test
    void recordsWithZeroedTailsAreCutBackToTheOnesBefore() throws IOException {
        // A power cut may keep the length of the file and lose its last pages.
        byte[] lost = log.clone();
        Arrays.fill(lost, offsets.getLast() + 1, lost.length, (byte) 0);
        Path file = TestLogs.write(folder, lost);
        assertThat(TestLogs.read(file)).isEqualTo(without(bodies.size() - 1));
        assertThat(damage(file)).hasSize(1);

        byte[] frame = TestLogs.log(bodies.subList(0, 3));
        Arrays.fill(frame, frame.length - 4096, frame.length, (byte) 0);
        assertThat(TestLogs.read(TestLogs.write(folder, frame))).isEqualTo(bodies.subList(0, 2));
    }

    @Test
    void frameWhoseLastBytesAreZeroedIsCutOffHoweverFewTheyAre() throws IOException {
        Bytes jpeg = jpeg();
        List<Bytes> some = List.of(frame(jpeg), frame(jpeg));
        byte[] whole = TestLogs.log(some);
        assertThat(TestLogs.read(TestLogs.write(folder, whole))).isEqualTo(some);
        for (int zeros : new int[]{1, 2, 3, 17, 255, 256}) {
            byte[] lost = whole.clone();
            Arrays.fill(lost, lost.length - zeros, lost.length, (byte) 0);
            Path file = TestLogs.write(folder, lost);
            assertThat(TestLogs.read(file)).as("%s zeros", zeros).isEqualTo(some.subList(0, 1));
            assertThat(damage(file)).singleElement()
                    .satisfies(found -> assertThat(found.kind()).isEqualTo(Damage.Kind.ZEROED));
        }
    }

    @Test
    void zerosBehindTheEndMarkOfAPictureAreItsOwn() throws IOException {
        Bytes jpeg = jpeg();
        Bytes padded = Bytes.wrap(Arrays.copyOf(jpeg.toArray(), jpeg.length() + 200));
        List<Bytes> some = List.of(frame(jpeg), frame(padded));
        assertThat(TestLogs.read(TestLogs.write(folder, TestLogs.log(some)))).isEqualTo(some);
    }

    @Test
    void lastRecordThatIsNotAsItWasRecordedIsTold() throws IOException {
        Path file = TestLogs.write(folder, log);
        try (SidecarWriter index = SidecarWriter.beside(file, "")) {
            for (int i = 0; i < bodies.size(); i++) {
                index.add(offsets.get(i), bodies.get(i), new Arrival(TestLogs.START, i), SidecarWriter.Part.LIVE);
            }
        }
        assertThat(damage(file)).isEmpty();
        Files.write(file, with(log.length - 1, (byte) ~log[log.length - 1]));
        assertThat(damage(file)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Damage.Kind.BAD_BODY);
            assertThat(found.offset()).isEqualTo((long) offsets.getLast());
        });
    }

    private static Bytes jpeg() throws PictureException {
        try (PictureEncoder encoder = PictureEncoder.best()) {
            return encoder.jpeg(new Picture(64, 48), 85);
        }
    }

    /** The picture stands last in it, as in what a device sends. */
    private static Bytes frame(Bytes jpeg) {
        Bytes message = EventCodec.encode(new DeviceEvent.Image(Optional.of(TestLogs.START), jpeg));
        assertThat(message.slice(message.length() - jpeg.length(), jpeg.length())).isEqualTo(jpeg);
        return message;
    }

    @Test
    void zeroedPageInsideCostsOnlyTheRecordsThatItTouches() throws IOException {
        byte[] lost = log.clone();
        int from = offsets.get(6) - 100;
        Arrays.fill(lost, from, from + 4096, (byte) 0);
        List<Bytes> read = TestLogs.read(TestLogs.write(folder, lost));
        for (int i = 0; i < bodies.size(); i++) {
            int begin = offsets.get(i);
            int end = begin + 4 + bodies.get(i).length();
            if (end <= from || begin >= from + 4096) {
                assertThat(read).as("record %s", i).contains(bodies.get(i));
            }
        }
    }

    @Test
    void garbageBodyCostsOneRecordThatStaysInItsPlace() throws IOException {
        for (int record : new int[]{0, 4, bodies.size() - 1}) {
            byte[] garbage = new byte[bodies.get(record).length()];
            Arrays.fill(garbage, (byte) 0xff);
            Path file = TestLogs.write(folder, with(offsets.get(record) + 4, garbage));
            try (LogReader reader = LogReader.open(file)) {
                assertThat(reader.index().records()).isEqualTo(bodies.size());
                assertThat(reader.index().damage()).singleElement().extracting(Damage::kind)
                        .isEqualTo(Damage.Kind.BAD_BODY);
                assertThatThrownBy(() -> reader.event(record)).isInstanceOf(IOException.class);
                assertThat(reader.stateAt(bodies.size() - 1).electrodes()).isPresent();
            }
        }
    }

    @Test
    void recordBetweenTwoDamagedOnesIsFound() throws IOException {
        byte[] lost = with(offsets.get(3), u32(0));
        System.arraycopy(u32(0), 0, lost, offsets.get(5), 4);
        assertThat(bodies.get(4).length()).isGreaterThan(128);
        assertThat(TestLogs.read(TestLogs.write(folder, lost))).isEqualTo(without(3, 5));
    }

    @Test
    void whateverIsOverwrittenTheUntouchedRecordsAreRead() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = log.clone();
            int from = random.nextInt(log.length);
            int to = Math.min(log.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 9000));
            byte[] noise = new byte[to - from];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, from, noise.length);
            List<Bytes> read = TestLogs.read(TestLogs.write(folder, damaged));
            for (int i = 0; i < bodies.size(); i++) {
                int begin = offsets.get(i);
                int end = begin + 4 + bodies.get(i).length();
                if (end <= from || begin >= to) {
                    assertThat(read).as("seed %s round %s record %s", seed, round, i).contains(bodies.get(i));
                }
            }
        }
    }

    @Test
    void filesThatAreNoLogSayWhatTheyAre() {
        assertNoLog(new byte[0], "is empty");
        assertNoLog(new byte[]{1}, "only 1 byte");
        assertNoLog(new byte[]{1, 2, 3}, "only 3 bytes");
        assertNoLog(new byte[10_000], "zeros");
        assertNoLog("A letter to the editor, long enough to be one.".getBytes(StandardCharsets.UTF_8), "a text");
        assertNoLog(bytes("\u00ff\u00d8\u00ff\u00e0 some picture data here"), "JPEG");
        assertNoLog(bytes("\u0000\u0000\u0000 ftypisom and more of it"), "MP4");
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        assertNoLog(noise, "no record");
        assertThatThrownBy(() -> LogReader.open(folder)).isInstanceOf(NotALogException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> LogReader.open(folder.resolve("none.bin"))).isInstanceOf(IOException.class)
                .hasMessageContaining("no such file");
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void assertNoLog(byte[] content, String says) {
        Path file = TestLogs.write(folder, content);
        assertThatThrownBy(() -> LogReader.open(file)).isInstanceOf(NotALogException.class)
                .hasMessageContaining(says);
    }
}
