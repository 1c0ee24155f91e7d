package org.labreel.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;

/** Makes logs for tests. */
public final class TestLogs {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private TestLogs() {
    }

    public static Bytes image(Instant at, int bytes, long seed) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return EventCodec.encode(new DeviceEvent.Image(Optional.of(at), Bytes.wrap(noise)));
    }

    public static Bytes capacitance(Instant at) {
        return EventCodec.encode(new DeviceEvent.ActiveCapacitance(Optional.of(at), 1, 2, at.getEpochSecond()));
    }

    public static Bytes electrodes(int... pins) {
        return EventCodec.encode(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(pins), 255)), List.of(), 128));
    }

    /** Frames ten a second, with a reading behind each and electrodes behind each third. */
    public static List<Bytes> bodies(int frames, int imageBytes) {
        List<Bytes> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            Instant at = START.plusMillis(100L * i);
            all.add(image(at, imageBytes, i));
            all.add(capacitance(at.plusMillis(20)));
            if (i % 3 == 2) {
                all.add(electrodes(i));
            }
        }
        return all;
    }

    public static byte[] log(List<Bytes> bodies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Bytes body : bodies) {
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length()).array());
            out.writeBytes(body.toArray());
        }
        return out.toByteArray();
    }

    /** Where each record begins. */
    public static List<Integer> offsets(List<Bytes> bodies) {
        List<Integer> offsets = new ArrayList<>();
        int at = 0;
        for (Bytes body : bodies) {
            offsets.add(at);
            at += 4 + body.length();
        }
        return offsets;
    }

    public static Path write(Path folder, byte[] log) {
        try {
            return Files.write(Files.createTempFile(folder, "log", ".bin"), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Bytes> read(Path file) throws IOException {
        try (LogReader reader = LogReader.open(file)) {
            List<Bytes> all = new ArrayList<>();
            for (int i = 0; i < reader.index().records(); i++) {
                all.add(reader.body(i));
            }
            return all;
        }
    }
}
