package org.labreel.codec;

import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;
import org.labreel.wire.ActiveCapacitance;
import org.labreel.wire.CapacitanceMeasurement;
import org.labreel.wire.DeviceInfo;
import org.labreel.wire.DutyCycleUpdated;
import org.labreel.wire.ElectrodeGroup;
import org.labreel.wire.ElectrodeLayout;
import org.labreel.wire.ElectrodeState;
import org.labreel.wire.GroupCapacitance;
import org.labreel.wire.HvRegulator;
import org.labreel.wire.Image;
import org.labreel.wire.ImageTransform;
import org.labreel.wire.PurpleDropEvent;
import org.labreel.wire.ScanCapacitance;
import org.labreel.wire.Settings;
import org.labreel.wire.TemperatureControl;
import org.labreel.wire.Timestamp;

/** Events to wire messages: what simulators send and what a head state is made of. */
final class EventWriter {
    private EventWriter() {
    }

    static PurpleDropEvent message(DeviceEvent event) {
        PurpleDropEvent.Builder out = PurpleDropEvent.newBuilder();
        switch (event) {
            case DeviceEvent.Unknown _ -> {
            }
            case DeviceEvent.ElectrodeLayout e -> {
                var m = ElectrodeLayout.newBuilder().setLayout(e.layout());
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setElectrodeLayout(m);
            }
            case DeviceEvent.ElectrodeState e -> out.setElectrodeState(electrodeState(e));
            case DeviceEvent.Image e -> {
                var m = Image.newBuilder().setImageData(UnsafeByteOperations.unsafeWrap(e.data().asByteBuffer()));
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setImage(m);
            }
            case DeviceEvent.ImageTransform e -> {
                var m = ImageTransform.newBuilder().setImageWidth(e.imageWidth()).setImageHeight(e.imageHeight());
                e.transform().ifPresent(t -> m.addAllTransform(list(t.toFloats())));
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setImageTransform(m);
            }
            case DeviceEvent.Settings e -> {
                var m = Settings.newBuilder().setFrequency(e.frequencyHz());
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setSettings(m);
            }
            case DeviceEvent.ScanCapacitance e -> out.setScanCapacitance(scan(e));
            case DeviceEvent.ActiveCapacitance e -> {
                var m = ActiveCapacitance.newBuilder().setBaseline(e.baseline()).setMeasurement(e.measurement())
                        .setCalibrated(e.calibrated());
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setActiveCapacitance(m);
            }
            case DeviceEvent.HvRegulator e -> {
                var m = HvRegulator.newBuilder().setVoltage(e.volts()).setVTargetOut(e.targetVolts());
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setHvRegulator(m);
            }
            case DeviceEvent.TemperatureControl e -> {
                var m = TemperatureControl.newBuilder().addAllTemperatures(list(e.celsius()))
                        .addAllDutyCycles(list(e.dutyCycles()));
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setTemperatureControl(m);
            }
            case DeviceEvent.DeviceInfo e -> out.setDeviceInfo(DeviceInfo.newBuilder().setConnected(e.connected())
                    .setSerialNumber(e.serialNumber()).setSoftwareVersion(e.softwareVersion()));
            case DeviceEvent.GroupCapacitance e -> {
                var m = GroupCapacitance.newBuilder().addAllMeasurements(list(e.picofarads()))
                        .addAllRawMeasurements(list(e.raw()));
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setGroupCapacitance(m);
            }
            case DeviceEvent.DutyCycleUpdated e -> {
                var m = DutyCycleUpdated.newBuilder().addAllDutyCycles(e.dutyCycles());
                stamp(e.time()).ifPresent(m::setTimestamp);
                out.setDutyCycleUpdated(m);
            }
        }
        return out.build();
    }

    private static ElectrodeState.Builder electrodeState(DeviceEvent.ElectrodeState e) {
        var m = ElectrodeState.newBuilder();
        stamp(e.time()).ifPresent(m::setTimestamp);
        if (!e.pins().isEmpty()) {
            m.addAllElectrodes(flags(e.pins(), e.pinCount()));
        }
        e.driveGroups().forEach(group -> m.addDriveGroups(group(group, e.pinCount())));
        e.scanGroups().forEach(group -> m.addScanGroups(group(group, e.pinCount())));
        return m;
    }

    private static ElectrodeGroup group(DeviceEvent.ElectrodeGroup group, int pinCount) {
        return ElectrodeGroup.newBuilder().addAllElectrodes(flags(group.pins(), pinCount)).setSetting(group.setting())
                .build();
    }

    private static List<Boolean> flags(PinSet pins, int pinCount) {
        Boolean[] flags = Collections.nCopies(pinCount, false).toArray(Boolean[]::new);
        for (int pin : pins.pins()) {
            if (pin < pinCount) {
                flags[pin] = true;
            }
        }
        return List.of(flags);
    }

    private static ScanCapacitance.Builder scan(DeviceEvent.ScanCapacitance e) {
        var m = ScanCapacitance.newBuilder();
        stamp(e.time()).ifPresent(m::setTimestamp);
        for (int i = 0; i < e.picofarads().size(); i++) {
            m.addMeasurements(CapacitanceMeasurement.newBuilder().setCapacitance(e.picofarads().get(i))
                    .setRaw(i < e.raw().size() ? e.raw().get(i) : 0));
        }
        return m;
    }

    private static List<Float> list(Floats floats) {
        Float[] out = new Float[floats.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = floats.get(i);
        }
        return List.of(out);
    }

    private static Optional<Timestamp> stamp(Optional<Instant> time) {
        return time.map(t -> Timestamp.newBuilder().setSeconds(t.getEpochSecond()).setNanos(t.getNano()).build());
    }
}
