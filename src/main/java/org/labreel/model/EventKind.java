package org.labreel.model;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of message of the PurpleDrop feed, with their field number and name in {@code PurpleDropEvent}. */
public enum EventKind {
    /** An event with no member set, or a member that this version does not know. */
    UNKNOWN(0, "unknown"), ELECTRODE_LAYOUT(1, "electrode_layout"), ELECTRODE_STATE(2, "electrode_state"), IMAGE(3,
            "image"), IMAGE_TRANSFORM(4, "image_transform"), SETTINGS(5, "settings"), SCAN_CAPACITANCE(6,
                    "scan_capacitance"), ACTIVE_CAPACITANCE(7, "active_capacitance"), HV_REGULATOR(8,
                            "hv_regulator"), TEMPERATURE_CONTROL(9, "temperature_control"), DEVICE_INFO(10,
                                    "device_info"), GROUP_CAPACITANCE(11,
                                            "group_capacitance"), DUTY_CYCLE_UPDATED(12, "duty_cycle_updated");

    private static final EventKind[] BY_FIELD = values();

    private final int field;
    private final String protoName;

    EventKind(int field, String protoName) {
        this.field = field;
        this.protoName = protoName;
    }

    /** The field number in the oneof {@code msg}; 0 for {@link #UNKNOWN}. */
    public int field() {
        return field;
    }

    /** The name as spelled in the .proto, which is also how reports spell it. */
    public String protoName() {
        return protoName;
    }

    /** The kind with this field number, {@link #UNKNOWN} when there is none. */
    public static EventKind ofField(int field) {
        return field > 0 && field < BY_FIELD.length ? BY_FIELD[field] : UNKNOWN;
    }

    /** The kind with this name in the .proto. */
    public static Optional<EventKind> ofProtoName(String name) {
        return Arrays.stream(BY_FIELD).filter(kind -> kind.protoName.equals(name)).findFirst();
    }
}
