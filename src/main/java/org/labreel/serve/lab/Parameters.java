package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameter table of the simulated device, numbered as PurpleDrop numbers it. */
public final class Parameters {
    static final int HV_ENABLED = 10;
    static final int HV_VOLTS = 11;
    static final int HV_MANUAL = 12;
    /** Writing to this number saves all parameters. */
    static final long SAVE_ALL = 0xFFFFFFFFL;

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition(HV_ENABLED, "HV control", "Whether the high voltage is regulated", "bool", 1),
            new Definition(HV_VOLTS, "HV setting", "Target of the high voltage, volts", "float", 200),
            new Definition(HV_MANUAL, "HV manual output", "Output while it is not regulated, volts", "float", 0),
            new Definition(26, "Top plate pin", "Pin of the top plate", "int", 97),
            new Definition(30, "Top plate drive", "Whether the top plate is driven", "bool", 1),
            new Definition(100, "Feedback P", "Proportional gain of the drop feedback", "float", 4),
            new Definition(101, "Feedback I", "Integral gain of the drop feedback", "float", 0.5),
            new Definition(102, "Feedback D", "Derivative gain of the drop feedback", "float", 0));

    private final Map<Long, Double> values = new TreeMap<>();

    /**
     * @param type
     *            "int", "float" or "bool"
     */
    public record Definition(long id, String name, String description, String type, double initial) {
    }

    Parameters() {
        DEFINITIONS.forEach(each -> values.put(each.id(), each.initial()));
    }

    static List<Definition> definitions() {
        return DEFINITIONS;
    }

    /**
     * @throws IllegalArgumentException
     *             when there is no such parameter
     */
    double get(long id) {
        Double value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no parameter " + id + "; there are " + new ArrayList<>(values.keySet()));
        }
        return value;
    }

    /**
     * @throws IllegalArgumentException
     *             when there is no such parameter, or the value is no number
     */
    void set(long id, double value) {
        if (id == SAVE_ALL) {
            return;
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a parameter is a number");
        }
        get(id);
        values.put(id, value);
    }
}
