package org.labreel.feed;

import java.time.Instant;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

/** Messages told apart by a number, which is also the nanosecond they came at. */
final class Numbered {
    static final Bytes FRAME = EventCodec
            .encode(new DeviceEvent.Image(Optional.empty(), Bytes.wrap(new byte[]{1, 2, 3})));

    private Numbered() {
    }

    static RawMessage message(long number, Bytes payload) {
        return new RawMessage(payload, new Arrival(Instant.EPOCH.plusNanos(number), number));
    }

    /** A state of a device with this serial number. */
    static Bytes serial(String serial) {
        return EventCodec.encode(new DeviceEvent.DeviceInfo(true, serial, "1"));
    }
}
