package org.labreel.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;
import org.labreel.wire.PurpleDropEvent;
import org.labreel.wire.ScanCapacitance;
import org.labreel.wire.Timestamp;

/** Decodes messages of the PurpleDrop feed. Unknown fields never make a message unreadable. */
public final class EventCodec {
    /** Today's messages nest 4 deep; a hostile one with 100,000 groups must not reach the stack. */
    private static final int MAX_NESTING = 32;
    /**
     * All of a message but its picture; a device sends some kilobytes. Two bytes can unfold to an object of a hundred,
     * so that a message as long as a picture may be would fill the heap.
     */
    private static final int MAX_STATE_BYTES = 1 << 20;

    private EventCodec() {
    }

    /** Decodes one message; the picture of an image shares the bytes of {@code message}. */
    public static DeviceEvent decode(Bytes message) throws MalformedEventException {
        refuseUnfolding(message);
        try {
            CodedInputStream in = message.read(UnsafeByteOperations::unsafeWrap).newCodedInput();
            // The picture then stays where it is in the message.
            in.enableAliasing(true);
            in.setRecursionLimit(MAX_NESTING);
            PurpleDropEvent event = PurpleDropEvent.parseFrom(in);
            return event(event, message);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedEventException("not a PurpleDrop event: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MalformedEventException("not a PurpleDrop event", e);
        }
    }

    private static void refuseUnfolding(Bytes message) throws MalformedEventException {
        if (message.length() <= MAX_STATE_BYTES) {
            return;
        }
        EventPeek peek = EventPeek.of(message);
        boolean whole = peek.imageOffset() + (long) peek.imageLength() <= message.length();
        if (!whole || message.length() - peek.imageLength() > MAX_STATE_BYTES) {
            throw new MalformedEventException("an event that is no picture has " + message.length()
                    + " bytes, more than the " + MAX_STATE_BYTES + " that are taken apart");
        }
    }

    private static DeviceEvent event(PurpleDropEvent event, Bytes message) throws MalformedEventException {
        return switch (EventKind.ofField(event.getMsgCase().getNumber())) {
            case UNKNOWN -> new DeviceEvent.Unknown();
            case ELECTRODE_LAYOUT -> {
                var m = event.getElectrodeLayout();
                yield new DeviceEvent.ElectrodeLayout(time(m.hasTimestamp(), m.getTimestamp()), m.getLayout());
            }
            case ELECTRODE_STATE -> electrodeState(event.getElectrodeState());
            case IMAGE -> {
                var m = event.getImage();
                yield new DeviceEvent.Image(time(m.hasTimestamp(), m.getTimestamp()),
                        imageData(message, m.getImageData()));
            }
            case IMAGE_TRANSFORM -> {
                var m = event.getImageTransform();
                yield new DeviceEvent.ImageTransform(time(m.hasTimestamp(), m.getTimestamp()),
                        Transform.of(floats(m.getTransformList())), m.getImageWidth(), m.getImageHeight());
            }
            case SETTINGS -> {
                var m = event.getSettings();
                yield new DeviceEvent.Settings(time(m.hasTimestamp(), m.getTimestamp()), m.getFrequency());
            }
            case SCAN_CAPACITANCE -> scan(event.getScanCapacitance());
            case ACTIVE_CAPACITANCE -> active(event.getActiveCapacitance());
            case HV_REGULATOR -> {
                var m = event.getHvRegulator();
                yield new DeviceEvent.HvRegulator(time(m.hasTimestamp(), m.getTimestamp()), m.getVoltage(),
                        m.getVTargetOut());
            }
            case TEMPERATURE_CONTROL -> {
                var m = event.getTemperatureControl();
                yield new DeviceEvent.TemperatureControl(time(m.hasTimestamp(), m.getTimestamp()),
                        floats(m.getTemperaturesList()), floats(m.getDutyCyclesList()));
            }
            case DEVICE_INFO -> {
                var m = event.getDeviceInfo();
                yield new DeviceEvent.DeviceInfo(m.getConnected(), m.getSerialNumber(), m.getSoftwareVersion());
            }
            case GROUP_CAPACITANCE -> {
                var m = event.getGroupCapacitance();
                yield new DeviceEvent.GroupCapacitance(time(m.hasTimestamp(), m.getTimestamp()),
                        floats(m.getMeasurementsList()), floats(m.getRawMeasurementsList()));
            }
            case DUTY_CYCLE_UPDATED -> {
                var m = event.getDutyCycleUpdated();
                yield new DeviceEvent.DutyCycleUpdated(time(m.hasTimestamp(), m.getTimestamp()),
                        m.getDutyCyclesList());
            }
        };
    }

    /** The picture where it stands in the message, without a copy, when it stands there once and whole. */
    private static Bytes imageData(Bytes message, ByteString data) throws MalformedEventException {
        EventPeek peek = EventPeek.of(message);
        return peek.imageLength() == data.size() && peek.imageOffset() + data.size() <= message.length()
                ? message.slice(peek.imageOffset(), data.size())
                : Bytes.wrap(data.toByteArray());
    }

    private static DeviceEvent electrodeState(org.labreel.wire.ElectrodeState m) {
        int pinCount = m.getElectrodesCount();
        for (var group : m.getDriveGroupsList()) {
            pinCount = Math.max(pinCount, group.getElectrodesCount());
        }
        return new DeviceEvent.ElectrodeState(time(m.hasTimestamp(), m.getTimestamp()),
                PinSet.ofFlags(m.getElectrodesList()), groups(m.getDriveGroupsList()), groups(m.getScanGroupsList()),
                pinCount);
    }

    private static List<DeviceEvent.ElectrodeGroup> groups(List<org.labreel.wire.ElectrodeGroup> groups) {
        List<DeviceEvent.ElectrodeGroup> out = new ArrayList<>();
        for (var group : groups) {
            out.add(new DeviceEvent.ElectrodeGroup(PinSet.ofFlags(group.getElectrodesList()), group.getSetting()));
        }
        return out;
    }

    private static DeviceEvent scan(ScanCapacitance m) {
        float[] picofarads = new float[m.getMeasurementsCount()];
        float[] raw = new float[m.getMeasurementsCount()];
        for (int i = 0; i < picofarads.length; i++) {
            picofarads[i] = m.getMeasurements(i).getCapacitance();
            raw[i] = m.getMeasurements(i).getRaw();
        }
        return new DeviceEvent.ScanCapacitance(time(m.hasTimestamp(), m.getTimestamp()), Floats.of(picofarads),
                Floats.of(raw));
    }

    private static DeviceEvent active(org.labreel.wire.ActiveCapacitance m) {
        Optional<Instant> time = time(m.hasTimestamp(), m.getTimestamp());
        if (m.hasLegacyMeasurement()) {
            var old = m.getLegacyMeasurement();
            return new DeviceEvent.ActiveCapacitance(time, m.getBaseline(), old.getRaw(), old.getCapacitance());
        }
        return new DeviceEvent.ActiveCapacitance(time, m.getBaseline(), m.getMeasurement(), m.getCalibrated());
    }

    private static Floats floats(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return Floats.of(values);
    }

    private static Optional<Instant> time(boolean present, Timestamp t) {
        if (!present) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(t.getSeconds(), t.getNanos()));
        } catch (DateTimeException | ArithmeticException e) {
            // A stamp outside of what an Instant can hold tells no time.
            return Optional.empty();
        }
    }

    /** The event as a message of the feed. */
    public static Bytes encode(DeviceEvent event) {
        return Bytes.wrap(EventWriter.message(event).toByteArray());
    }
}
