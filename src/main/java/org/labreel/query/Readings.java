package org.labreel.query;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogReader;
import org.labreel.log.SmallValues;
import org.labreel.log.StateValues;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.query.Expr.Value;

/** What is known at one record after the other. */
final class Readings {
    /** Values of a kind that an index keeps; the others stand in the event. */
    private static final int KEPT = 5;
    private static final int PINS_KEPT = 128;

    private final LogReader log;
    private final StateValues values;
    private final PointClock clock;
    private final Set<EventKind> valued;
    private final long zero;
    private final Map<EventKind, SmallValues> newest = new EnumMap<>(EventKind.class);
    private final Map<EventKind, Integer> records = new EnumMap<>(EventKind.class);
    private final Map<EventKind, DeviceEvent> events = new EnumMap<>(EventKind.class);
    private int record = -1;
    private int frame = -1;

    /**
     * @param valued
     *            kinds of which the values are asked for
     */
    Readings(LogReader log, PointClock clock, Set<EventKind> valued) {
        this.valued = valued;
        this.log = log;
        this.values = log.stateValues();
        this.clock = clock;
        this.zero = clock.at(clock.from(nanosOfZero(clock)));
    }

    private static long nanosOfZero(PointClock clock) {
        Instant zero = clock.index().timeZero();
        return zero.getEpochSecond() * 1_000_000_000L + zero.getNano();
    }

    /** Goes on to a record whose kind matters. */
    void take(int next, EventKind kind) throws IOException {
        record = next;
        if (kind == EventKind.IMAGE) {
            frame++;
            return;
        }
        if (!valued.contains(kind)) {
            return;
        }
        Optional<SmallValues> found = values.of(next);
        if (found.isPresent()) {
            newest.put(kind, found.get());
            records.put(kind, next);
            events.remove(kind);
        }
    }

    /** NaN while it is unknown. */
    double number(Value.Read read) throws IOException {
        int n = read.argument();
        return switch (read.reading()) {
            case VOLTAGE -> kept(EventKind.HV_REGULATOR, 0);
            case TARGET -> kept(EventKind.HV_REGULATOR, 1);
            case TEMPERATURE ->
                n < KEPT ? kept(EventKind.TEMPERATURE_CONTROL, n) : far(EventKind.TEMPERATURE_CONTROL, n);
            case CAPACITANCE -> n < 0 ? kept(EventKind.ACTIVE_CAPACITANCE, 2) : far(EventKind.SCAN_CAPACITANCE, n);
            case GROUP -> n < KEPT ? kept(EventKind.GROUP_CAPACITANCE, n) : far(EventKind.GROUP_CAPACITANCE, n);
            case PINS -> electrodes().map(Readings::on).orElse(Double.NaN);
            case FRAME -> frame < 0 ? Double.NaN : frame;
            case TIME -> (clock.at(2L * record) - zero) / 1e9;
        };
    }

    private double kept(EventKind kind, int n) {
        return Optional.ofNullable(newest.get(kind)).map(found -> (double) found.number(n)).orElse(Double.NaN);
    }

    /** A value that only the event holds. */
    private double far(EventKind kind, int n) throws IOException {
        if (!records.containsKey(kind)) {
            return Double.NaN;
        }
        return switch (event(kind)) {
            case DeviceEvent.TemperatureControl e -> e.celsius().getOrNaN(n);
            case DeviceEvent.GroupCapacitance e -> e.picofarads().getOrNaN(n);
            case DeviceEvent.ScanCapacitance e -> e.picofarads().getOrNaN(n);
            case DeviceEvent.ElectrodeState e -> e.active().contains(n) ? 1 : 0;
            case DeviceEvent.ElectrodeLayout _,DeviceEvent.Image _,DeviceEvent.ImageTransform _,DeviceEvent.Settings _,DeviceEvent.ActiveCapacitance _,DeviceEvent.HvRegulator _,DeviceEvent.DeviceInfo _,DeviceEvent.DutyCycleUpdated _,DeviceEvent.Unknown _ ->
                Double.NaN;
        };
    }

    private DeviceEvent event(EventKind kind) throws IOException {
        DeviceEvent known = events.get(kind);
        if (known == null) {
            known = decoded(records.getOrDefault(kind, -1));
            events.put(kind, known);
        }
        return known;
    }

    private DeviceEvent decoded(int from) throws IOException {
        try {
            return log.event(from);
        } catch (MalformedEventException _) {
            return new DeviceEvent.Unknown();
        }
    }

    /** Pins 0 to 127 that are on; empty while they are unknown. */
    Optional<SmallValues> electrodes() {
        return Optional.ofNullable(newest.get(EventKind.ELECTRODE_STATE));
    }

    private static double on(SmallValues pins) {
        int count = 0;
        for (int i = 0; i < pins.size(); i++) {
            count += Integer.bitCount(pins.bits(i));
        }
        return count;
    }

    /** Empty while it is unknown. */
    Optional<Boolean> pin(int pin) throws IOException {
        if (pin >= PINS_KEPT && electrodes().isPresent()) {
            return Optional.of(far(EventKind.ELECTRODE_STATE, pin) > 0);
        }
        return electrodes().flatMap(found -> found.pin(pin));
    }
}
