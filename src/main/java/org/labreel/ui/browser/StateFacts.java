package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;

/** The device at a frame, in words and numbers with units. */
final class StateFacts {
    private StateFacts() {
    }

    /**
     * One thing known of the device.
     *
     * @param values
     *            what it was, each on a line or chip of its own; empty when the log does not tell
     * @param unit
     *            of the values, may be empty
     * @param age
     *            how old it was at the frame; empty when not known
     */
    record Fact(String name, List<String> values, String unit, String age) {
        Fact {
            values = List.copyOf(values);
        }
    }

    /**
     * @param frameTime
     *            when the frame was taken
     * @param timed
     *            whether the newest event of a kind carries a time of its own
     */
    static List<Fact> of(DeviceState state, Instant frameTime, Predicate<EventKind> timed) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Electrodes on", EventKind.ELECTRODE_STATE, state, frameTime, timed, "", electrodes(state)));
        facts.add(fact("High voltage", EventKind.HV_REGULATOR, state, frameTime, timed, "V",
                state.highVoltage().map(StateFacts::volts)));
        facts.add(fact("Temperatures", EventKind.TEMPERATURE_CONTROL, state, frameTime, timed, "°C",
                state.temperatures().map(t -> numbers(t.celsius(), "%.1f"))));
        facts.add(fact("Active capacitance", EventKind.ACTIVE_CAPACITANCE, state, frameTime, timed, "pF",
                state.active().map(c -> List.of(number(c.calibrated(), "%.2f")))));
        facts.add(fact("Group capacitance", EventKind.GROUP_CAPACITANCE, state, frameTime, timed, "pF",
                state.groups().map(g -> numbers(g.picofarads(), "%.2f"))));
        facts.add(fact("Device", EventKind.DEVICE_INFO, state, frameTime, timed, "",
                state.deviceInfo().map(StateFacts::device)));
        return facts;
    }

    private static Fact fact(String name, EventKind kind, DeviceState state, Instant frameTime,
            Predicate<EventKind> timed, String unit, Optional<List<String>> values) {
        if (values.isEmpty()) {
            return new Fact(name, List.of(), "", "");
        }
        String age = state.at(kind).map(at -> timed.test(kind) ? age(at, frameTime) : "untimed").orElse("");
        return new Fact(name, values.get(), unit, age);
    }

    /** How long before (or, where stamps and order of the log disagree, after) the frame. */
    private static String age(Instant at, Instant frameTime) {
        Duration age = Duration.between(at, frameTime);
        if (age.isZero()) {
            return "at this frame";
        }
        return TimeText.span(age) + (age.isNegative() ? " later" : " old");
    }

    private static Optional<List<String>> electrodes(DeviceState state) {
        return state.electrodes().map(e -> e.active().isEmpty()
                ? List.of("none")
                : e.active().pins().stream().map(pin -> Integer.toString(pin)).toList());
    }

    private static List<String> volts(DeviceEvent.HvRegulator hv) {
        String measured = number(hv.volts(), "%.1f");
        // Servers that do not tell a target send 0.
        return List.of(hv.targetVolts() == 0 ? measured : measured + " of " + number(hv.targetVolts(), "%.0f"));
    }

    private static List<String> device(DeviceEvent.DeviceInfo info) {
        List<String> words = new ArrayList<>();
        words.add(info.connected() ? "connected" : "not connected");
        if (!info.serialNumber().isBlank()) {
            words.add("serial " + info.serialNumber());
        }
        if (!info.softwareVersion().isBlank()) {
            words.add("software " + info.softwareVersion());
        }
        return words;
    }

    private static List<String> numbers(Floats values, String format) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            out.add(number(values.get(i), format));
        }
        return out;
    }

    private static String number(float value, String format) {
        return Float.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
