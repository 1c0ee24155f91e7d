package org.labreel.log;

import java.util.Arrays;
import java.util.Optional;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;

/** The few numbers of an event that plots and queries need, four bytes each; see {@link Sidecar} for which. */
public final class SmallValues {
    static final SmallValues NONE = new SmallValues(new int[0]);

    private final int[] bits;

    private SmallValues(int[] bits) {
        this.bits = bits;
    }

    static SmallValues of(int... bits) {
        return bits.length == 0 ? NONE : new SmallValues(bits.clone());
    }

    static SmallValues of(DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.HvRegulator e -> floats(e.volts(), e.targetVolts());
            case DeviceEvent.TemperatureControl e -> first(e.celsius());
            case DeviceEvent.ActiveCapacitance e -> floats(e.baseline(), e.measurement(), e.calibrated());
            case DeviceEvent.GroupCapacitance e -> first(e.picofarads());
            case DeviceEvent.ScanCapacitance e -> sumAndMaximum(e.picofarads());
            case DeviceEvent.ElectrodeState e -> pins(e);
            case DeviceEvent.ImageTransform e -> of(e.imageWidth(), e.imageHeight());
            case DeviceEvent.ElectrodeLayout _,DeviceEvent.Image _,DeviceEvent.Settings _,DeviceEvent.DeviceInfo _,DeviceEvent.DutyCycleUpdated _,DeviceEvent.Unknown _ ->
                NONE;
        };
    }

    private static SmallValues floats(float... values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return new SmallValues(bits);
    }

    private static SmallValues first(Floats values) {
        return floats(Arrays.copyOf(values.toArray(), Math.min(values.size(), 5)));
    }

    private static SmallValues sumAndMaximum(Floats values) {
        float sum = 0;
        float maximum = Float.NaN;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i);
            maximum = i == 0 ? values.get(i) : Math.max(maximum, values.get(i));
        }
        return floats(sum, maximum);
    }

    private static SmallValues pins(DeviceEvent.ElectrodeState event) {
        int[] words = new int[4];
        for (int pin : event.active().pins()) {
            if (pin < 128) {
                words[pin >> 5] |= 1 << (pin & 31);
            }
        }
        return new SmallValues(words);
    }

    public int size() {
        return bits.length;
    }

    public int bits(int index) {
        return bits[index];
    }

    /** The value as a number; NaN when there are fewer. */
    public float number(int index) {
        return index < bits.length ? Float.intBitsToFloat(bits[index]) : Float.NaN;
    }

    /** Whether a pin is on, of an electrode_state. */
    public Optional<Boolean> pin(int pin) {
        return pin < 0 || pin >= bits.length * 32
                ? Optional.empty()
                : Optional.of((bits[pin >> 5] >>> (pin & 31) & 1) != 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmallValues that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return Arrays.toString(bits);
    }
}
