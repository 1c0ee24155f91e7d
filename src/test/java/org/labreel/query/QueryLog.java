package org.labreel.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

/**
 * Writes logs to be searched: each frame is 100 ms after the one before, a reading happens with the frame before it.
 */
final class QueryLog {
    static final Instant ZERO = Instant.parse("2026-03-01T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant now = ZERO;

    QueryLog frame() {
        add(new DeviceEvent.Image(Optional.of(now), Bytes.wrap(new byte[]{1, 2, 3})));
        return pause(100);
    }

    QueryLog pause(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    QueryLog volts(float volts) {
        return add(new DeviceEvent.HvRegulator(Optional.of(now), volts, 150));
    }

    QueryLog temperature(float... celsius) {
        return add(new DeviceEvent.TemperatureControl(Optional.of(now), Floats.of(celsius), Floats.EMPTY));
    }

    QueryLog groups(float... picofarads) {
        return add(new DeviceEvent.GroupCapacitance(Optional.of(now), Floats.of(picofarads), Floats.EMPTY));
    }

    QueryLog scan(float... picofarads) {
        return add(new DeviceEvent.ScanCapacitance(Optional.of(now), Floats.of(picofarads), Floats.EMPTY));
    }

    QueryLog active(float picofarads) {
        return add(new DeviceEvent.ActiveCapacitance(Optional.of(now), 1, 2, picofarads));
    }

    QueryLog pins(int... pins) {
        return add(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(PinSet.of(pins), 255)), List.of(), 160));
    }

    /** A record that says it is of the high voltage, and breaks off. */
    QueryLog malformedVolts() {
        byte[] body = {0x42, 0x7f, 0x0d};
        return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array()).raw(body);
    }

    /** Bytes that are no record. */
    QueryLog garbage() {
        return raw(new byte[64]);
    }

    QueryLog add(DeviceEvent event) {
        byte[] body = EventCodec.encode(event).toArray();
        return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array()).raw(body);
    }

    private QueryLog raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Path write(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "log", ".bin"), out.toByteArray());
    }
}
