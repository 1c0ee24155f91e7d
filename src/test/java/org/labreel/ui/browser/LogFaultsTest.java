package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Transform;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

/** Whatever is wrong with a log: it opens, shows what there is, and says in plain words what is wrong. */
class LogFaultsTest {
    private static final int FRAMES = 12;

    @TempDir
    private Path folder;
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    @SuppressWarnings("NullAway.Init")
    private BrowserModel model;

    /**
     * @param make
     *            writes the log into a folder
     * @param frames
     *            that are shown all the same; -1 when the file is refused
     * @param words
     *            that the operator reads
     */
    record Fault(String name, Function<Path, Path> make, int frames, List<String> words) {
        Fault(String name, Function<Path, Path> make, int frames, String... words) {
            this(name, make, frames, List.of(words));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("empty", dir -> write(dir), -1, "log.bin is empty", "nothing was recorded"),
                new Fault("one byte", dir -> write(dir, 7), -1, "only 1 byte", "cut off at its start"),
                new Fault("three bytes", dir -> write(dir, 7, 0, 0), -1, "only 3 bytes"),
                length("length 0", 0, "claims to be empty"),
                length("length 1", 1, "damaged"),
                length("length 2^31", 1L << 31, "impossible length"),
                length("length 2^32-1", 0xffff_ffffL, "impossible length"),
                length("length past the end", 900_000_000L, "impossible length"),
                new Fault("zero-filled tail", dir -> append(good(dir), new byte[5000]), FRAMES,
                        "bytes are zeros, as a power cut leaves them", "the file is unchanged"),
                new Fault("zeroed page inside", LogFaultsTest::zeroedPage, FRAMES - 1,
                        "overwritten, with zeros at first"),
                new Fault("flipped length bit", dir -> change(good(dir), at -> at[0] ^= 0x10), FRAMES, "damaged",
                        "leads to no other record"),
                new Fault("garbage body", dir -> insert(dir, garbage()), FRAMES, "no event that can be read",
                        "Everything around is shown"),
                new Fault("torn at its end", dir -> append(good(dir), new byte[]{40, 0, 0, 0, 26, 38, 1}), FRAMES,
                        "breaks off", "every record before it is kept"),
                new Fault("over 4 GiB", LogFaultsTest::sparse, 70, "69 frames of this log carry the same time"),
                new Fault("no images", dir -> new SmallLog().add(SmallLog.temperature(0)).add(SmallLog.temperature(9))
                        .write(dir.resolve("log.bin")), 0, "holds no pictures", "2 device events are sound"),
                new Fault("no transform", dir -> new SmallLog().add(image(0)).add(image(100))
                        .write(dir.resolve("log.bin")), 2, "does not say where the board lies"),
                new Fault("mixed sizes", LogFaultsTest::mixedSizes, 3, "not all of one size", "160 x 120", "80 x 60"),
                new Fault("times absent", dir -> many(dir, -1, -1, -1), 3, "carry no time", "order is certain"),
                new Fault("some times absent", dir -> many(dir, 0, -1, 200), 3, "One frame of this log carries no time",
                        "a guess"),
                new Fault("times equal", dir -> many(dir, 0, 0, 0, 100), 4, "2 frames of this log carry the same time"),
                new Fault("times backwards", dir -> many(dir, 0, 5000, 100, 200), 4, "put back once", "4.90 s"),
                new Fault("sidecar damaged", dir -> withSidecar(dir, new byte[500]), FRAMES,
                        "belongs to another log", "nothing of it is missing"),
                new Fault("sidecar too long or stale", LogFaultsTest::foreignIndex, FRAMES, "belongs to another log"),
                new Fault("sidecar missing", dir -> good(dir), FRAMES));
    }

    @BeforeEach
    void begin() {
        model = new BrowserModel(new Background(Runnable::run, Runnable::run, InstantSource.system()),
                new MemoryPreferences(Preferences.first(folder)), new BoardChoice(folder.resolve("board.json")),
                transport, Runnable::run, Runnable::run, PictureDecoder::best);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void opensAndSaysWhatIsWrongInPlainWords(Fault fault) throws IOException {
        Path log = fault.make().apply(Files.createDirectories(folder.resolve("logs")));
        byte[] before = Files.size(log) < 1 << 20 ? Files.readAllBytes(log) : new byte[0];
        model.open(log);
        String said = fault.frames() < 0 ? model.refusalProperty().get() : notes();
        assertThat(said).doesNotContain("Exception", "null");
        if (fault.words().isEmpty()) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).contains(fault.words());
        }
        assertThat(transport.index().frames()).isEqualTo(Math.max(0, fault.frames()));
        everyFrameIsReached(fault.frames());
        if (before.length > 0) {
            assertThat(log).as("a log is never changed").hasBinaryContent(before);
        }
    }

    private void everyFrameIsReached(int frames) {
        // Of a log of gigabytes the ends are enough.
        int step = frames > 20 ? frames - 1 : 1;
        for (int frame = 0; frame < frames; frame += step) {
            transport.goTo(frame);
            assertThat(model.shownProperty().get().orElseThrow().frame()).isEqualTo(frame);
        }
        if (frames == 0) {
            assertThat(model.shownProperty().get().orElseThrow().state().temperatures()).isPresent();
        }
    }

    private String notes() {
        assertThat(model.refusalProperty().get()).isEmpty();
        return model.openProperty().get().orElseThrow().notes().stream().map(note -> note.text() + "\n" + note.detail())
                .collect(Collectors.joining("\n"));
    }

    private static Fault length(String name, long claim, String... words) {
        byte[] record = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN).putInt((int) claim).array();
        Arrays.fill(record, 4, record.length, (byte) 0x5a);
        return new Fault(name, dir -> insert(dir, record), FRAMES, words);
    }

    private static byte[] garbage() {
        byte[] record = new byte[4 + 300];
        Arrays.fill(record, (byte) 0x5f);
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(300);
        return record;
    }

    private static Path good(Path dir) {
        return SmallLog.ofFrames(FRAMES).write(dir.resolve("log.bin"));
    }

    private static Path write(Path dir, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return io(() -> Files.write(dir.resolve("log.bin"), content));
    }

    private static Path append(Path log, byte[] bytes) {
        return io(() -> Files.write(log, bytes, StandardOpenOption.APPEND));
    }

    /** Puts bytes between two records in the middle. */
    private static Path insert(Path dir, byte[] bytes) {
        return io(() -> {
            byte[] whole = Files.readAllBytes(good(dir));
            int at = offsetOfMiddle(dir);
            ByteBuffer out = ByteBuffer.allocate(whole.length + bytes.length);
            out.put(whole, 0, at).put(bytes).put(whole, at, whole.length - at);
            return Files.write(dir.resolve("log.bin"), out.array());
        });
    }

    private static int offsetOfMiddle(Path dir) throws IOException {
        try (LogReader reader = LogReader.open(dir.resolve("log.bin"))) {
            return (int) reader.index().offset(reader.index().records() / 2);
        }
    }

    private interface Change {
        void at(byte[] length);
    }

    /** Changes the length field of a reading in the middle. */
    private static Path change(Path log, Change change) {
        return io(() -> {
            byte[] whole = Files.readAllBytes(log);
            int at;
            try (LogReader reader = LogReader.open(log)) {
                var index = reader.index();
                at = (int) index.offset(index.recordOf(EventKind.HV_REGULATOR, 2));
            }
            byte[] length = Arrays.copyOfRange(whole, at, at + 4);
            change.at(length);
            System.arraycopy(length, 0, whole, at, 4);
            return Files.write(log, whole);
        });
    }

    /** Over a reading and the beginning of the long record behind it. */
    private static Path zeroedPage(Path dir) {
        return io(() -> {
            Path log = SmallLog.ofFrames(FRAMES - 1).write(dir.resolve("log.bin"));
            int at = (int) Files.size(log);
            append(log, record(SmallLog.temperature(10_000)));
            append(log, record(new DeviceEvent.ElectrodeLayout(Optional.of(SmallLog.ZERO), "x".repeat(6000))));
            for (int i = 1; i <= 4; i++) {
                append(log, record(SmallLog.temperature(10_000 + i)));
            }
            byte[] whole = Files.readAllBytes(log);
            Arrays.fill(whole, at, at + 4096, (byte) 0);
            return Files.write(log, whole);
        });
    }

    private static Path sparse(Path dir) {
        return io(() -> {
            Path file = dir.resolve("log.bin");
            byte[] transform = record(new DeviceEvent.ImageTransform(Optional.of(SmallLog.ZERO),
                    Optional.of(Transform.IDENTITY), 160, 120));
            Files.write(file, transform);
            int picture = 63 << 20;
            byte[] front = front(picture);
            long each = front.length + (long) picture;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int i = 0; i < 70; i++) {
                    channel.write(ByteBuffer.wrap(front), transform.length + i * each);
                }
                channel.write(ByteBuffer.wrap(new byte[]{1}), transform.length + 70 * each - 1);
            }
            return file;
        });
    }

    /** Length field and first bytes of an image whose picture is a hole in the file. */
    private static byte[] front(int picture) {
        byte[] small = EventCodec.encode(new DeviceEvent.Image(Optional.of(SmallLog.ZERO), Bytes.EMPTY)).toArray();
        ByteBuffer inner = ByteBuffer.allocate(64).put(small, 2, small.length - 2).put((byte) 0x12);
        varint(inner, picture);
        ByteBuffer out = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN).putInt(0).put((byte) 0x1a);
        varint(out, inner.position() + picture);
        out.put(inner.flip());
        out.putInt(0, out.position() - 4 + picture);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void varint(ByteBuffer out, int value) {
        int left = value;
        while (left > 127) {
            out.put((byte) ((left & 127) | 128));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static Path mixedSizes(Path dir) {
        return io(() -> {
            Path log = SmallLog.ofFrames(2).write(dir.resolve("log.bin"));
            var small = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(80, 60,
                    BufferedImage.TYPE_INT_RGB), "jpg", small);
            return append(log, record(new DeviceEvent.Image(Optional.of(SmallLog.ZERO.plusMillis(200)),
                    Bytes.wrap(small.toByteArray()))));
        });
    }

    /** Frames at these milliseconds, -1 for no time. */
    private static Path many(Path dir, int... millis) {
        SmallLog log = new SmallLog().add(new DeviceEvent.ImageTransform(Optional.empty(),
                Optional.of(Transform.IDENTITY), SmallLog.WIDTH, SmallLog.HEIGHT));
        Arrays.stream(millis).forEach(each -> log.add(image(each)));
        return log.write(dir.resolve("log.bin"));
    }

    private static DeviceEvent image(int millis) {
        Optional<Instant> at = millis < 0 ? Optional.empty() : Optional.of(SmallLog.ZERO.plusMillis(millis));
        return new DeviceEvent.Image(at, SmallLog.picture(millis % 20));
    }

    private static Path withSidecar(Path dir, byte[] index) {
        Path log = good(dir);
        io(() -> Files.write(Sidecar.beside(log), index));
        return log;
    }

    /** The index of a longer log of other pictures. */
    private static Path foreignIndex(Path dir) {
        return io(() -> {
            Path other = dir.resolve("other.bin");
            new SmallLog().add(SmallLog.temperature(1)).add(image(0)).add(image(1)).write(other);
            Path cache = dir.resolve("cache");
            LogReader.open(other, Optional.of(cache), _ -> {
            }, () -> false).close();
            List<Path> made;
            try (Stream<Path> files = Files.list(cache)) {
                made = files.toList();
            }
            return withSidecar(dir, Files.readAllBytes(made.getFirst()));
        });
    }

    private static byte[] record(DeviceEvent event) {
        byte[] body = EventCodec.encode(event).toArray();
        return ByteBuffer.allocate(4 + body.length).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).put(body)
                .array();
    }

    private interface Io {
        Path run() throws IOException;
    }

    private static Path io(Io work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
