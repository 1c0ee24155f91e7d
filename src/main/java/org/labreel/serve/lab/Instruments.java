package org.labreel.serve.lab;

import java.util.List;
import java.util.random.RandomGenerator;
import org.labreel.model.Electrode;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

/** High voltage, heaters and capacitance of the simulated device. */
final class Instruments {
    static final int SENSORS = 4;
    /** Below this voltage a real device measures no capacitance. */
    static final double MEASURING_VOLTS = 60;

    private static final double AMBIENT = 24.5;
    private static final double HOT = 65;
    private static final double HEAT_CYCLE_SECONDS = 90;
    /** Of liquid over a square board unit of electrode, and of the bare plates. */
    private static final double WET_PICOFARADS = 31;
    private static final double DRY_PICOFARADS = 1.1;
    private static final double COUNTS_PER_PICOFARAD = 412;

    private final LabBoard board;
    private final Liquids liquids;
    private final RandomGenerator random;
    private final double[] celsius = new double[SENSORS];
    private final double[] heaters = new double[SENSORS];
    private double volts;
    private double seconds;

    Instruments(LabBoard board, Liquids liquids, RandomGenerator random) {
        this.board = board;
        this.liquids = liquids;
        this.random = random;
        for (int i = 0; i < SENSORS; i++) {
            celsius[i] = AMBIENT + 0.4 * i;
        }
    }

    void advance(double step, double targetVolts) {
        seconds += step;
        volts += (targetVolts - volts) * (1 - Math.exp(-step / 0.9));
        double half = HEAT_CYCLE_SECONDS / 2;
        for (int i = 0; i < SENSORS; i++) {
            boolean hot = i < 2 && (seconds + 20 * i) % HEAT_CYCLE_SECONDS < half;
            double target = hot ? HOT - 7.0 * i : AMBIENT + 0.6 * i + Math.sin(seconds / (23 + 7 * i));
            heaters[i] = i >= 2 ? 0 : Math.clamp((target - celsius[i]) * 0.08 + (hot ? 0.35 : 0), 0, 1);
            celsius[i] += (target - celsius[i]) * (1 - Math.exp(-step / 9));
        }
    }

    float volts() {
        return (float) Math.max(0, volts + 0.35 * random.nextGaussian());
    }

    boolean measuring() {
        return volts >= MEASURING_VOLTS;
    }

    Floats celsius() {
        float[] out = new float[SENSORS];
        for (int i = 0; i < SENSORS; i++) {
            out[i] = (float) (celsius[i] + 0.03 * random.nextGaussian());
        }
        return Floats.of(out);
    }

    Floats heaters() {
        float[] out = new float[SENSORS];
        for (int i = 0; i < SENSORS; i++) {
            out[i] = (float) heaters[i];
        }
        return Floats.of(out);
    }

    /** Capacitance of one electrode, pF; 0 for a pin without one and while the voltage is too low. */
    float picofarads(int pin) {
        return measuring() ? board.electrode(pin).map(this::measure).orElse(0f) : 0;
    }

    private float measure(Electrode electrode) {
        double wet = liquids.covered(electrode);
        double plain = electrode.area() * (WET_PICOFARADS * wet + DRY_PICOFARADS * (1 - wet));
        return (float) Math.max(0, plain * (1 + 0.006 * random.nextGaussian()) + 0.05 * random.nextGaussian());
    }

    /** Capacitance of several electrodes together, pF. */
    float picofarads(PinSet pins) {
        float sum = 0;
        for (int pin : pins.pins()) {
            sum += picofarads(pin);
        }
        return sum;
    }

    /** What the converter counts for a capacitance. */
    static float counts(float picofarads) {
        return (float) Math.rint(picofarads * COUNTS_PER_PICOFARAD);
    }

    static Floats counts(Floats picofarads) {
        float[] out = picofarads.toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = counts(out[i]);
        }
        return Floats.of(out);
    }

    /** One value a group. */
    Floats picofarads(List<PinSet> groups) {
        float[] out = new float[groups.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = picofarads(groups.get(i));
        }
        return Floats.of(out);
    }
}
