package org.labreel.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the device at an instant: the newest event of each kind but images, each with the instant at which
 * it became known.
 */
public final class DeviceState {
    /** Nothing is known yet. */
    public static final DeviceState EMPTY = new DeviceState(Map.of());

    private static final Set<EventKind> WITHOUT_STATE = Set.of(EventKind.IMAGE, EventKind.UNKNOWN);

    private final Map<EventKind, Known> newest;

    private DeviceState(Map<EventKind, Known> newest) {
        this.newest = newest;
    }

    /** An event and the instant at which it became known (its own stamp, or that of its arrival or neighbours). */
    public record Known(DeviceEvent event, Instant at) {
    }

    /** The state once {@code event} has happened; images and unknown events leave it as it is. */
    public DeviceState after(DeviceEvent event, Instant at) {
        if (WITHOUT_STATE.contains(event.kind())) {
            return this;
        }
        Map<EventKind, Known> next = new EnumMap<>(EventKind.class);
        next.putAll(newest);
        next.put(event.kind(), new Known(event, at));
        return new DeviceState(Collections.unmodifiableMap(next));
    }

    /** The newest event of a kind, with its instant. */
    public Optional<Known> known(EventKind kind) {
        return Optional.ofNullable(newest.get(kind));
    }

    /** When the newest event of a kind became known. */
    public Optional<Instant> at(EventKind kind) {
        return known(kind).map(Known::at);
    }

    public Optional<DeviceEvent.ElectrodeState> electrodes() {
        return newest(EventKind.ELECTRODE_STATE, DeviceEvent.ElectrodeState.class);
    }

    /** The pins that are on; empty also when nothing is known. */
    public PinSet activePins() {
        return electrodes().map(DeviceEvent.ElectrodeState::active).orElse(PinSet.EMPTY);
    }

    public Optional<DeviceEvent.ImageTransform> imageTransform() {
        return newest(EventKind.IMAGE_TRANSFORM, DeviceEvent.ImageTransform.class);
    }

    public Optional<DeviceEvent.ScanCapacitance> scan() {
        return newest(EventKind.SCAN_CAPACITANCE, DeviceEvent.ScanCapacitance.class);
    }

    public Optional<DeviceEvent.GroupCapacitance> groups() {
        return newest(EventKind.GROUP_CAPACITANCE, DeviceEvent.GroupCapacitance.class);
    }

    public Optional<DeviceEvent.ActiveCapacitance> active() {
        return newest(EventKind.ACTIVE_CAPACITANCE, DeviceEvent.ActiveCapacitance.class);
    }

    public Optional<DeviceEvent.HvRegulator> highVoltage() {
        return newest(EventKind.HV_REGULATOR, DeviceEvent.HvRegulator.class);
    }

    public Optional<DeviceEvent.TemperatureControl> temperatures() {
        return newest(EventKind.TEMPERATURE_CONTROL, DeviceEvent.TemperatureControl.class);
    }

    public Optional<DeviceEvent.DeviceInfo> deviceInfo() {
        return newest(EventKind.DEVICE_INFO, DeviceEvent.DeviceInfo.class);
    }

    private <T extends DeviceEvent> Optional<T> newest(EventKind kind, Class<T> type) {
        return known(kind).map(Known::event).map(type::cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceState that && newest.equals(that.newest);
    }

    @Override
    public int hashCode() {
        return newest.hashCode();
    }

    @Override
    public String toString() {
        return newest.toString();
    }
}
