package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;

/** The device at a frame, in words and numbers with units, and what of it is new since the frame before. */
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
     * @param clock
     *            where the time comes from that the age was reckoned by
     */
    record Fact(String name, List<FactValue> values, String unit, String age, StateAtFrame.Clock clock) {
        Fact {
            values = List.copyOf(values);
        }

        /** Whether anything of it is not as it was at the frame before. */
        boolean changed() {
            return values.stream().anyMatch(value -> value.mark() != FactValue.Mark.SAME);
        }

        /**
         * Whether a value stands here as well: among pins and words anywhere, among numbers at the same place.
         *
         * @param at
         *            place of the value where it comes from
         */
        boolean reads(FactValue value, int at) {
            if (values.isEmpty() || value.unknown()) {
                return values.isEmpty() && value.unknown();
            }
            List<String> plain = values.stream().filter(each -> each.mark() != FactValue.Mark.OFF)
                    .map(FactValue::plain).toList();
            return unit.isEmpty()
                    ? plain.contains(value.plain())
                    : at < plain.size() && plain.get(at).equals(value.plain());
        }
    }

    /** What was known of the device when a frame was taken. */
    static List<Fact> of(StateAtFrame known, Instant frameTime) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Electrodes on", EventKind.ELECTRODE_STATE, known, frameTime, "", electrodes(known)));
        facts.add(fact("High voltage", EventKind.HV_REGULATOR, known, frameTime, "V", voltage(known)));
        facts.add(numbers("Temperatures", EventKind.TEMPERATURE_CONTROL, known, frameTime, "°C", "%.1f",
                state -> state.temperatures().map(DeviceEvent.TemperatureControl::celsius)));
        facts.add(numbers("Active capacitance", EventKind.ACTIVE_CAPACITANCE, known, frameTime, "pF", "%.2f",
                state -> state.active().map(active -> Floats.of(active.calibrated()))));
        facts.add(numbers("Group capacitance", EventKind.GROUP_CAPACITANCE, known, frameTime, "pF", "%.2f",
                state -> state.groups().map(DeviceEvent.GroupCapacitance::picofarads)));
        facts.add(fact("Device", EventKind.DEVICE_INFO, known, frameTime, "", words(known, StateFacts::device)));
        return facts;
    }

    /** Measured and, from servers that tell one, target. */
    private static Optional<List<FactValue>> voltage(StateAtFrame known) {
        return known.now().highVoltage().map(now -> {
            Optional<DeviceEvent.HvRegulator> before = known.before().flatMap(DeviceState::highVoltage);
            List<FactValue> values = new ArrayList<>(FactValue.numbers(Floats.of(now.volts()),
                    known.before().map(_ -> before.map(hv -> Floats.of(hv.volts())).orElse(Floats.EMPTY)), "%.1f",
                    "V"));
            if (now.targetVolts() != 0) {
                values.addAll(FactValue.numbers(Floats.of(now.targetVolts()),
                        known.before().map(_ -> before.map(hv -> Floats.of(hv.targetVolts())).orElse(Floats.EMPTY)),
                        "target %.0f", "V"));
            }
            return values;
        });
    }

    private static Fact numbers(String name, EventKind kind, StateAtFrame known, Instant frameTime, String unit,
            String format, Function<DeviceState, Optional<Floats>> read) {
        Optional<Floats> before = known.before().map(state -> read.apply(state).orElse(Floats.EMPTY));
        return fact(name, kind, known, frameTime, unit,
                read.apply(known.now()).map(values -> FactValue.numbers(values, before, format, unit)));
    }

    private static Fact fact(String name, EventKind kind, StateAtFrame known, Instant frameTime, String unit,
            Optional<List<FactValue>> values) {
        StateAtFrame.Clock clock = known.clocks().getOrDefault(kind, StateAtFrame.Clock.STAMP);
        if (values.isEmpty()) {
            return new Fact(name, List.of(), "", "", clock);
        }
        return new Fact(name, values.get(), unit,
                known.now().at(kind).map(at -> age(at, frameTime, clock)).orElse(""), clock);
    }

    /** How long before (or, where stamps and order of the log disagree, after) the frame. */
    private static String age(Instant at, Instant frameTime, StateAtFrame.Clock clock) {
        Duration age = Duration.between(at, frameTime);
        String about = clock == StateAtFrame.Clock.STAMP ? "" : "≈ ";
        if (age.isZero()) {
            return about + "at this frame";
        }
        return about + TimeText.span(age) + (age.isNegative() ? " later" : " old");
    }

    private static Optional<List<FactValue>> electrodes(StateAtFrame known) {
        return known.now().electrodes().map(now -> FactValue.pins(now.active(),
                known.before().map(DeviceState::activePins)));
    }

    private static Optional<List<FactValue>> words(StateAtFrame known,
            Function<DeviceEvent.DeviceInfo, List<String>> read) {
        Optional<List<String>> before = known.before().map(state -> state.deviceInfo().map(read).orElse(List.of()));
        return known.now().deviceInfo().map(read).map(now -> FactValue.words(now, before));
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

    /** What is new since the frame before, in one line; empty at the first frame. */
    static String changes(StateAtFrame known, List<Fact> facts, int frame) {
        if (known.before().isEmpty()) {
            return "";
        }
        String changed = facts.stream().filter(Fact::changed).map(fact -> fact.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? "Nothing changed since frame " + (frame - 1)
                : "Changed since frame " + (frame - 1) + ": " + changed;
    }
}
