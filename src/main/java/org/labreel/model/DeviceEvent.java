package org.labreel.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of the PurpleDrop feed. {@link #time()} is the stamp of the server's wall clock, absent where the
 * protocol has none (electrode_state and device_info today) or the sender left it out.
 */
public sealed interface DeviceEvent {
    EventKind kind();

    Optional<Instant> time();

    /** The name of an electrode layout. Never sent today. */
    record ElectrodeLayout(Optional<Instant> time, String layout) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.ELECTRODE_LAYOUT;
        }
    }

    /** A set of pins and its setting: duty cycle 0 to 255 of a drive group, 1 = low gain of a scan group. */
    record ElectrodeGroup(PinSet pins, int setting) {
    }

    /**
     * Which electrodes are on.
     *
     * @param pins
     *            flat list of older servers, empty today
     * @param pinCount
     *            length of the flag lists on the wire (128 today), kept so that it can be written again
     */
    record ElectrodeState(Optional<Instant> time, PinSet pins, List<ElectrodeGroup> driveGroups,
            List<ElectrodeGroup> scanGroups, int pinCount) implements DeviceEvent {
        public ElectrodeState {
            driveGroups = List.copyOf(driveGroups);
            scanGroups = List.copyOf(scanGroups);
        }

        /** The pins that are on in any drive group or in the flat list. */
        public PinSet active() {
            PinSet on = pins;
            for (ElectrodeGroup group : driveGroups) {
                on = on.or(group.pins());
            }
            return on;
        }

        @Override
        public EventKind kind() {
            return EventKind.ELECTRODE_STATE;
        }
    }

    /** A frame of the camera: the JPEG bytes as received. */
    record Image(Optional<Instant> time, Bytes data) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.IMAGE;
        }
    }

    /**
     * Where the board lies in the frame that follows.
     *
     * @param transform
     *            board coordinates to pixels; absent when the board was not found
     * @param imageWidth
     *            pixels, 0 when not told
     * @param imageHeight
     *            pixels, 0 when not told
     */
    record ImageTransform(Optional<Instant> time, Optional<Transform> transform, int imageWidth, int imageHeight)
            implements
                DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.IMAGE_TRANSFORM;
        }
    }

    /** Drive frequency. Never sent today. */
    record Settings(Optional<Instant> time, float frequencyHz) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.SETTINGS;
        }
    }

    /** Capacitance of every pin, in pF once calibrated, and the raw counts. */
    record ScanCapacitance(Optional<Instant> time, Floats picofarads, Floats raw) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.SCAN_CAPACITANCE;
        }
    }

    /** Capacitance of all driven electrodes together: {@code calibrated} in pF, the others raw counts. */
    record ActiveCapacitance(Optional<Instant> time, float baseline, float measurement, float calibrated)
            implements
                DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.ACTIVE_CAPACITANCE;
        }
    }

    /** High voltage, measured and target, in volts. */
    record HvRegulator(Optional<Instant> time, float volts, float targetVolts) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.HV_REGULATOR;
        }
    }

    /** Temperatures in degrees Celsius, heater duty cycles 0 to 1. */
    record TemperatureControl(Optional<Instant> time, Floats celsius, Floats dutyCycles) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.TEMPERATURE_CONTROL;
        }
    }

    /** Whether the device is connected to its server, and what it is. */
    record DeviceInfo(boolean connected, String serialNumber, String softwareVersion) implements DeviceEvent {
        /** Longer texts are cut: no device has them, and whoever shows them would be busy for seconds. */
        static final int LONGEST = 200;

        public DeviceInfo {
            serialNumber = cut(serialNumber);
            softwareVersion = cut(softwareVersion);
        }

        private static String cut(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }

        @Override
        public EventKind kind() {
            return EventKind.DEVICE_INFO;
        }

        @Override
        public Optional<Instant> time() {
            return Optional.empty();
        }
    }

    /** Capacitance of each scan group, in pF, and the raw counts. */
    record GroupCapacitance(Optional<Instant> time, Floats picofarads, Floats raw) implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.GROUP_CAPACITANCE;
        }
    }

    /** Duty cycles 0 to 255, one a pin. */
    record DutyCycleUpdated(Optional<Instant> time, List<Integer> dutyCycles) implements DeviceEvent {
        public DutyCycleUpdated {
            dutyCycles = List.copyOf(dutyCycles);
        }

        @Override
        public EventKind kind() {
            return EventKind.DUTY_CYCLE_UPDATED;
        }
    }

    /** A well-formed message with no member that this version knows. */
    record Unknown() implements DeviceEvent {
        @Override
        public EventKind kind() {
            return EventKind.UNKNOWN;
        }

        @Override
        public Optional<Instant> time() {
            return Optional.empty();
        }
    }
}
