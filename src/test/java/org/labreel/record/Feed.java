package org.labreel.record;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.RawMessage;

/** Messages as a device server would send them, on a clock that the test turns. */
final class Feed {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random;
    private final AtomicLong nanos = new AtomicLong();

    Feed(long seed) {
        this.random = new Random(seed);
    }

    /** Lets time pass. */
    Feed pass(double seconds) {
        nanos.addAndGet(Math.round(seconds * 1e9));
        return this;
    }

    long nanos() {
        return nanos.get();
    }

    Instant now() {
        return START.plusNanos(nanos());
    }

    RawMessage message(DeviceEvent event) {
        return raw(EventCodec.encode(event));
    }

    RawMessage raw(Bytes payload) {
        return new RawMessage(payload, new Arrival(now(), nanos()));
    }

    /** A frame of 640x480 by its header, with noise in it and an end mark. */
    RawMessage image(int bytes) {
        byte[] noise = new byte[Math.max(bytes, 32)];
        random.nextBytes(noise);
        ByteBuffer.wrap(noise).putShort((short) 0xffd8).putShort((short) 0xffc0).putShort((short) 17).put((byte) 8)
                .putShort((short) 480).putShort((short) 640).put(new byte[]{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
        ByteBuffer.wrap(noise).putShort(noise.length - 2, (short) 0xffd9);
        return message(new DeviceEvent.Image(Optional.of(now()), Bytes.wrap(noise)));
    }

    RawMessage capacitance(float picofarads) {
        return message(new DeviceEvent.ActiveCapacitance(Optional.of(now()), 1, 2, picofarads));
    }

    RawMessage electrodes(int... pins) {
        PinSet on = PinSet.of(pins);
        return message(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(new DeviceEvent.ElectrodeGroup(on, 255), new DeviceEvent.ElectrodeGroup(PinSet.EMPTY, 255)),
                List.of(), 128));
    }

    RawMessage voltage(float volts) {
        return message(new DeviceEvent.HvRegulator(Optional.of(now()), volts, volts));
    }

    RawMessage temperature(float celsius) {
        return message(new DeviceEvent.TemperatureControl(Optional.of(now()),
                Floats.of(celsius, celsius, celsius, celsius), Floats.EMPTY));
    }

    /** A second at 10 frames a second with readings in between. */
    List<RawMessage> second(int imageBytes) {
        List<RawMessage> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(image(imageBytes));
            all.add(pass(0.05).capacitance(i));
            pass(0.05);
        }
        return all;
    }
}
