package org.labreel.ui.browser;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.labreel.codec.EventCodec;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.log.SidecarWriter;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Transform;

/** Logs with everything wrong with them that can be, each written into a folder of its own. */
final class FaultyLogs {
    static final int FRAMES = 12;

    private FaultyLogs() {
    }

    static byte[] garbage() {
        byte[] record = new byte[4 + 300];
        Arrays.fill(record, (byte) 0x5f);
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(300);
        return record;
    }

    static Path good(Path dir) {
        return SmallLog.ofFrames(FRAMES).write(dir.resolve("log.bin"));
    }

    static Path write(Path dir, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return io(() -> Files.write(dir.resolve("log.bin"), content));
    }

    static Path append(Path log, byte[] bytes) {
        return io(() -> Files.write(log, bytes, StandardOpenOption.APPEND));
    }

    /** Puts bytes between two records in the middle. */
    static Path insert(Path dir, byte[] bytes) {
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

    /** Changes the four bytes of a length field. */
    interface Change {
        void at(byte[] length);
    }

    /** Changes the length field of a reading in the middle. */
    static Path change(Path log, Change change) {
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
    static Path zeroedPage(Path dir) {
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

    static Path sparse(Path dir) {
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
    static byte[] front(int picture) {
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

    static Path mixedSizes(Path dir) {
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
    static Path many(Path dir, int... millis) {
        SmallLog log = new SmallLog().add(new DeviceEvent.ImageTransform(Optional.empty(),
                Optional.of(Transform.IDENTITY), SmallLog.WIDTH, SmallLog.HEIGHT));
        Arrays.stream(millis).forEach(each -> log.add(image(each)));
        return log.write(dir.resolve("log.bin"));
    }

    static DeviceEvent image(int millis) {
        Optional<Instant> at = millis < 0 ? Optional.empty() : Optional.of(SmallLog.ZERO.plusMillis(millis));
        return new DeviceEvent.Image(at, SmallLog.picture(millis % 20));
    }

    static Path withSidecar(Path dir, byte[] index) {
        Path log = good(dir);
        io(() -> Files.write(Sidecar.beside(log), index));
        return log;
    }

    /** The index of a longer log of other pictures. */
    static Path foreignIndex(Path dir) {
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

    /** The index that a recorder wrote of another recording, of other pictures. */
    static Path foreignRecording(Path dir) {
        return io(() -> {
            Path other = new SmallLog().add(SmallLog.temperature(1)).add(image(0)).add(image(1))
                    .add(SmallLog.temperature(2)).write(dir.resolve("other.bin"));
            indexed(other, LogIndex::records);
            return withSidecar(dir, Files.readAllBytes(Sidecar.beside(other)));
        });
    }

    /** The recorder's index knows half of the log, as when it could not be written any more. */
    static Path staleSidecar(Path dir) {
        return io(() -> indexed(good(dir), index -> index.records() / 2));
    }

    /** A record that the recorder's index knows is torn, as after a power cut. */
    static Path longSidecar(Path dir) {
        return io(() -> {
            Path log = indexed(good(dir), LogIndex::records);
            byte[] whole = Files.readAllBytes(log);
            return Files.write(log, Arrays.copyOf(whole, whole.length - 50));
        });
    }

    static Path tornSidecar(Path dir) {
        return io(() -> {
            Path log = indexed(good(dir), LogIndex::records);
            Path index = Sidecar.beside(log);
            byte[] whole = Files.readAllBytes(index);
            Files.write(index, Arrays.copyOf(whole, whole.length - 100));
            return log;
        });
    }

    /** Writes the first entries of the index that a recorder would have written. */
    private static Path indexed(Path log, ToIntFunction<LogIndex> entries) throws IOException {
        try (LogReader reader = LogReader.open(log); SidecarWriter writer = SidecarWriter.beside(log, "")) {
            for (int record = 0; record < entries.applyAsInt(reader.index()); record++) {
                writer.add(reader.index().offset(record), reader.body(record),
                        new Arrival(SmallLog.ZERO.plusMillis(record), record * 1_000_000L), SidecarWriter.Part.LIVE);
            }
        }
        return log;
    }

    /** As purpledrop-driver wrote it before July 2020: the measurement is a message of its own. */
    static Path oldCapacitance(Path dir) {
        ByteBuffer measurement = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x0d).putFloat(12.5f)
                .put((byte) 0x1d).putFloat(777);
        byte[] event = ByteBuffer.allocate(14).put((byte) 0x3a).put((byte) 12).put((byte) 0x12).put((byte) 10)
                .put(measurement.array()).array();
        byte[] record = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN).putInt(event.length).put(event).array();
        return insert(dir, record);
    }
}
