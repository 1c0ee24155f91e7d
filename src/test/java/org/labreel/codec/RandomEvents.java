package org.labreel.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;

/** Events of every kind, of every size, with and without a time. */
final class RandomEvents {
    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    DeviceEvent next(EventKind kind) {
        return switch (kind) {
            case UNKNOWN -> new DeviceEvent.Unknown();
            case ELECTRODE_LAYOUT -> new DeviceEvent.ElectrodeLayout(time(), text());
            case ELECTRODE_STATE -> electrodeState();
            case IMAGE -> new DeviceEvent.Image(time(), bytes(random.nextInt(100_000)));
            case IMAGE_TRANSFORM -> new DeviceEvent.ImageTransform(time(), transform(), random.nextInt(5000),
                    random.nextInt(5000));
            case SETTINGS -> new DeviceEvent.Settings(time(), random.nextFloat() * 1000);
            case SCAN_CAPACITANCE -> {
                int size = random.nextInt(200);
                yield new DeviceEvent.ScanCapacitance(time(), floats(size), floats(size));
            }
            case ACTIVE_CAPACITANCE -> new DeviceEvent.ActiveCapacitance(time(), random.nextFloat(),
                    random.nextFloat(), -random.nextFloat());
            case HV_REGULATOR -> new DeviceEvent.HvRegulator(time(), random.nextFloat(), random.nextFloat());
            case TEMPERATURE_CONTROL -> new DeviceEvent.TemperatureControl(time(), floats(random.nextInt(6)),
                    floats(random.nextInt(6)));
            case DEVICE_INFO -> new DeviceEvent.DeviceInfo(random.nextBoolean(), text(), text());
            case GROUP_CAPACITANCE -> new DeviceEvent.GroupCapacitance(time(), floats(random.nextInt(8)),
                    floats(random.nextInt(8)));
            case DUTY_CYCLE_UPDATED -> new DeviceEvent.DutyCycleUpdated(time(),
                    random.ints(random.nextInt(130), 0, 256).boxed().toList());
        };
    }

    private DeviceEvent electrodeState() {
        int pinCount = 1 + random.nextInt(200);
        List<DeviceEvent.ElectrodeGroup> drive = groups(1 + random.nextInt(3), pinCount);
        PinSet flat = random.nextBoolean() ? PinSet.EMPTY : pins(pinCount);
        return new DeviceEvent.ElectrodeState(time(), flat, drive, groups(random.nextInt(6), pinCount), pinCount);
    }

    private List<DeviceEvent.ElectrodeGroup> groups(int count, int pinCount) {
        List<DeviceEvent.ElectrodeGroup> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(new DeviceEvent.ElectrodeGroup(pins(pinCount), random.nextInt(256)));
        }
        return groups;
    }

    private PinSet pins(int pinCount) {
        return PinSet.of(random.ints(random.nextInt(20), 0, pinCount).toArray());
    }

    private Optional<Transform> transform() {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Transform.of(Floats.of(28 + random.nextFloat(), random.nextFloat(), 380, random.nextFloat(),
                        29 + random.nextFloat(), 240, 0.001f, -0.002f, 1));
    }

    private Optional<Instant> time() {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000)));
    }

    private Floats floats(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() * 100 - 20;
        }
        return Floats.of(values);
    }

    private String text() {
        return "r\u00e9servoir ".repeat(random.nextInt(10));
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
