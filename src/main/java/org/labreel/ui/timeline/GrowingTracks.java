package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.log.SmallValues;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Floats;

/**
 * Collects frames, electrode changes and signals as they come, from a log or from a feed. What is taken out shares its
 * memory and stays as it was. One thread.
 */
public final class GrowingTracks {
    /** Temperatures and groups that are kept, as in the index. */
    private static final int MOST = 5;
    private static final Slot VOLTAGE = new Slot("voltage", "Voltage", "V", 5);
    private static final Slot CAPACITANCE = new Slot("capacitance", "Capacitance", "pF", 2);

    private final GrowingTimes frames = new GrowingTimes();
    private final GrowingTimes changes = new GrowingTimes();
    private final GrowingSignal voltage = new GrowingSignal();
    private final GrowingSignal capacitance = new GrowingSignal();
    private final List<GrowingSignal> temperatures = new ArrayList<>();
    private final List<GrowingSignal> groups = new ArrayList<>();

    private record Slot(String id, String name, String unit, double leastSpan) {
        TimelineSignal of(GrowingSignal samples) {
            return TimelineSignal.of(id, name, unit, leastSpan, samples.snapshot());
        }
    }

    public void frame(long nanos) {
        frames.add(nanos);
    }

    public void change(long nanos) {
        changes.add(nanos);
    }

    /** Takes what an event tells; one that tells nothing for a timeline is passed over. */
    public void add(DeviceEvent event, long nanos) {
        switch (event) {
            case DeviceEvent.Image _ -> frame(nanos);
            case DeviceEvent.ElectrodeState _ -> change(nanos);
            case DeviceEvent.HvRegulator e -> voltage.add(nanos, e.volts());
            case DeviceEvent.ActiveCapacitance e -> capacitance.add(nanos, e.calibrated());
            case DeviceEvent.TemperatureControl e -> row(temperatures, e.celsius(), nanos);
            case DeviceEvent.GroupCapacitance e -> row(groups, e.picofarads(), nanos);
            case DeviceEvent.ElectrodeLayout _,DeviceEvent.ImageTransform _,DeviceEvent.Settings _,DeviceEvent.ScanCapacitance _,DeviceEvent.DeviceInfo _,DeviceEvent.DutyCycleUpdated _,DeviceEvent.Unknown _ -> {
                // Nothing that has a lane.
            }
        }
    }

    /** Takes the values that an index keeps of an event. */
    public void add(EventKind kind, SmallValues values, long nanos) {
        switch (kind) {
            case HV_REGULATOR -> voltage.add(nanos, values.number(0));
            case ACTIVE_CAPACITANCE -> capacitance.add(nanos, values.number(2));
            case TEMPERATURE_CONTROL -> row(temperatures, numbers(values), nanos);
            case GROUP_CAPACITANCE -> row(groups, numbers(values), nanos);
            case UNKNOWN, ELECTRODE_LAYOUT, ELECTRODE_STATE, IMAGE, IMAGE_TRANSFORM, SETTINGS, SCAN_CAPACITANCE,
                    DEVICE_INFO, DUTY_CYCLE_UPDATED -> {
                // Nothing that has a lane.
            }
        }
    }

    /** Whether events of a kind have values for a lane. */
    static boolean hasValues(EventKind kind) {
        return switch (kind) {
            case HV_REGULATOR, ACTIVE_CAPACITANCE, TEMPERATURE_CONTROL, GROUP_CAPACITANCE -> true;
            case UNKNOWN, ELECTRODE_LAYOUT, ELECTRODE_STATE, IMAGE, IMAGE_TRANSFORM, SETTINGS, SCAN_CAPACITANCE,
                    DEVICE_INFO, DUTY_CYCLE_UPDATED ->
                false;
        };
    }

    private static Floats numbers(SmallValues values) {
        float[] out = new float[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.number(i);
        }
        return Floats.of(out);
    }

    private static void row(List<GrowingSignal> signals, Floats values, long nanos) {
        for (int i = 0; i < Math.min(MOST, values.size()); i++) {
            if (i == signals.size()) {
                signals.add(new GrowingSignal());
            }
            signals.get(i).add(nanos, values.get(i));
        }
    }

    /** Lets go of all that is older than an instant; what was taken out before keeps it. */
    public void forget(long beforeNanos) {
        frames.forget(beforeNanos);
        changes.forget(beforeNanos);
        voltage.forget(beforeNanos);
        capacitance.forget(beforeNanos);
        temperatures.forEach(each -> each.forget(beforeNanos));
        groups.forEach(each -> each.forget(beforeNanos));
    }

    public EventTimes frames() {
        return frames.snapshot();
    }

    public EventTimes changes() {
        return changes.snapshot();
    }

    /** Those of which there is a sample. */
    public List<TimelineSignal> signals() {
        List<TimelineSignal> out = new ArrayList<>();
        some(VOLTAGE, voltage).ifPresent(out::add);
        some(CAPACITANCE, capacitance).ifPresent(out::add);
        for (int i = 0; i < temperatures.size(); i++) {
            out.add(new Slot("temperature-" + (i + 1), "Temperature " + (i + 1), "°C", 2).of(temperatures.get(i)));
        }
        for (int i = 0; i < groups.size(); i++) {
            out.add(new Slot("group-" + (i + 1), "Group " + (i + 1), "pF", 2).of(groups.get(i)));
        }
        return out;
    }

    private static Optional<TimelineSignal> some(Slot slot, GrowingSignal samples) {
        return samples.size() == 0 ? Optional.empty() : Optional.of(slot.of(samples));
    }
}
