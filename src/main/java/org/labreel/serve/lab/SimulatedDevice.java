package org.labreel.serve.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;
import org.labreel.model.PinSet;

/** A digital microfluidics device with droplets on it, moved on by whoever looks at it. Safe for several threads. */
public final class SimulatedDevice {
    /** What it calls itself. */
    public static final String SERIAL = "LABREEL-DEMO-01";
    public static final int DRIVE_GROUPS = 2;
    public static final int SCAN_GROUPS = 5;
    /** So long the electrodes that a client set stay before the programme goes on. */
    public static final Duration CLIENT_HOLD = Duration.ofSeconds(20);

    private static final double FRESH_DROPLETS_SECONDS = 1.5;

    private final LabBoard board;
    private final Liquids liquids;
    private final Instruments instruments;
    private final Parameters parameters = new Parameters();
    private final Programme programme = new Programme();
    private final Telemetry telemetry = new Telemetry();
    private final PinSet[] driven = new PinSet[DRIVE_GROUPS];
    private final int[] dutyCycles = {255, 255};
    private final List<DeviceEvent.ElectrodeGroup> scanGroups = new ArrayList<>();
    private final Instant start;
    private Instant now;
    private double nextStepSeconds = 2.5;
    private double heldUntilSeconds;
    private boolean changed = true;

    public SimulatedDevice(LabBoard board, Instant start, RandomGenerator random) {
        this.board = board;
        this.start = start;
        this.now = start;
        this.liquids = new Liquids(board);
        this.instruments = new Instruments(board, liquids, random);
        for (int group = 0; group < SCAN_GROUPS; group++) {
            scanGroups.add(new DeviceEvent.ElectrodeGroup(defaultScanGroup(group), 0));
        }
        driven[0] = PinSet.EMPTY;
        driven[1] = PinSet.EMPTY;
        programme.dispense(liquids);
    }

    /** The quarters of the main grid and the outlets of the reservoirs. */
    private PinSet defaultScanGroup(int group) {
        List<Integer> pins = new ArrayList<>();
        board.electrodes().forEach(electrode -> {
            double x = electrode.centre().x();
            double y = electrode.centre().y();
            boolean inGrid = x > 0 && x < LabBoard.COLUMNS && y > 0 && y < LabBoard.ROWS;
            int quarter = (x < LabBoard.COLUMNS / 2.0 ? 0 : 1) + (y < LabBoard.ROWS / 2.0 ? 0 : 2);
            if ((inGrid ? quarter : 4) == group && electrode.area() < 1.5) {
                pins.add(electrode.pin());
            }
        });
        return PinSet.of(pins);
    }

    /** Moves on to an instant and tells the events that fell due, in order. An earlier instant changes nothing. */
    public synchronized List<DeviceEvent> advance(Instant to) {
        List<DeviceEvent> events = new ArrayList<>();
        moveTo(to);
        if (changed) {
            changed = false;
            events.add(electrodeState());
        }
        telemetry.due(seconds()).forEach(kind -> events.add(switch (kind) {
            case SCAN -> scan();
            case GROUPS -> groups();
            case ACTIVE -> active();
            case VOLTAGE -> new DeviceEvent.HvRegulator(Optional.of(now), instruments.volts(), (float) targetVolts());
            case TEMPERATURE -> new DeviceEvent.TemperatureControl(Optional.of(now), instruments.celsius(),
                    instruments.heaters());
            case INFO -> info();
            case LAYOUT -> new DeviceEvent.ElectrodeLayout(Optional.of(now), "labreel-dmf-120");
            case SETTINGS -> new DeviceEvent.Settings(Optional.of(now), 1000);
            case DUTY -> new DeviceEvent.DutyCycleUpdated(Optional.of(now),
                    Collections.nCopies(LabBoard.PINS, dutyCycles[0]));
        }));
        return events;
    }

    /** The instant that it was last moved on to. */
    synchronized Instant now() {
        return now;
    }

    /** What the camera sees at an instant. */
    synchronized Scene scene(Instant at) {
        moveTo(at);
        return new Scene(liquids.bodies(), seconds(), instruments.measuring());
    }

    private void moveTo(Instant to) {
        double left = Duration.between(now, to).toNanos() / 1e9;
        if (left <= 0) {
            return;
        }
        now = to;
        double at = seconds();
        if (at >= nextStepSeconds && at >= heldUntilSeconds) {
            step(at);
        }
        instruments.advance(left, targetVolts());
        liquids.advance(left, volted() ? driven[0].or(driven[1]) : PinSet.EMPTY);
    }

    private boolean volted() {
        return parameters.get(Parameters.HV_ENABLED) != 0 && instruments.measuring();
    }

    private void step(double at) {
        nextStepSeconds = at + Programme.STEP_SECONDS;
        if (heldUntilSeconds > 0 || programme.over()) {
            heldUntilSeconds = 0;
            programme.restart();
            liquids.clear();
            programme.dispense(liquids);
            drive(0, PinSet.EMPTY);
            drive(1, PinSet.EMPTY);
            nextStepSeconds = at + FRESH_DROPLETS_SECONDS;
        } else {
            drive(0, programme.next(board));
        }
    }

    private void drive(int group, PinSet pins) {
        changed |= !driven[group].equals(pins);
        driven[group] = pins;
    }

    private double seconds() {
        return Duration.between(start, now).toNanos() / 1e9;
    }

    private double targetVolts() {
        return parameters.get(Parameters.HV_ENABLED) != 0
                ? parameters.get(Parameters.HV_VOLTS)
                : parameters.get(Parameters.HV_MANUAL);
    }

    /**
     * Drives these pins, all others of the group off, and holds the programme.
     *
     * @throws IllegalArgumentException
     *             when there is no such pin or group, or the duty cycle is not within 0 to 255
     */
    public synchronized void setElectrodes(PinSet pins, int group, int dutyCycle) {
        if (group < 0 || group >= DRIVE_GROUPS) {
            throw new IllegalArgumentException("no drive group " + group + "; there are 0 and 1");
        }
        if (dutyCycle < 0 || dutyCycle > 255) {
            throw new IllegalArgumentException("a duty cycle lies between 0 and 255");
        }
        for (int pin : pins.pins()) {
            if (pin >= LabBoard.PINS) {
                throw new IllegalArgumentException("no pin " + pin + "; there are 0 to " + (LabBoard.PINS - 1));
            }
        }
        drive(group, pins);
        if (heldUntilSeconds == 0) {
            drive(1 - group, PinSet.EMPTY);
        }
        dutyCycles[group] = dutyCycle;
        heldUntilSeconds = seconds() + CLIENT_HOLD.toSeconds();
        changed = true;
    }

    public synchronized DeviceEvent.ElectrodeState electrodeState() {
        List<DeviceEvent.ElectrodeGroup> groups = new ArrayList<>();
        for (int group = 0; group < DRIVE_GROUPS; group++) {
            groups.add(new DeviceEvent.ElectrodeGroup(driven[group], dutyCycles[group]));
        }
        return new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY, groups, scanGroups, LabBoard.PINS);
    }

    public synchronized DeviceEvent.DeviceInfo info() {
        return new DeviceEvent.DeviceInfo(true, SERIAL, "simulated 1.0");
    }

    public synchronized DeviceEvent.ScanCapacitance scan() {
        float[] picofarads = new float[LabBoard.PINS];
        for (int pin = 0; pin < picofarads.length; pin++) {
            picofarads[pin] = instruments.picofarads(pin);
        }
        Floats calibrated = Floats.of(picofarads);
        return new DeviceEvent.ScanCapacitance(Optional.of(now), calibrated, Instruments.counts(calibrated));
    }

    public synchronized DeviceEvent.GroupCapacitance groups() {
        Floats picofarads = instruments
                .picofarads(scanGroups.stream().map(DeviceEvent.ElectrodeGroup::pins).toList());
        return new DeviceEvent.GroupCapacitance(Optional.of(now), picofarads, Instruments.counts(picofarads));
    }

    public synchronized DeviceEvent.ActiveCapacitance active() {
        float picofarads = instruments.picofarads(driven[0].or(driven[1]));
        return new DeviceEvent.ActiveCapacitance(Optional.of(now), 118, 118 + Instruments.counts(picofarads),
                picofarads);
    }

    public synchronized Floats celsius() {
        return instruments.celsius();
    }

    public synchronized float volts() {
        return instruments.volts();
    }

    /** The parameters that it knows. */
    public static List<Parameters.Definition> parameterDefinitions() {
        return Parameters.definitions();
    }

    /**
     * @throws IllegalArgumentException
     *             when there is no such parameter
     */
    public synchronized double parameter(long id) {
        return parameters.get(id);
    }

    /**
     * @throws IllegalArgumentException
     *             when there is no such parameter
     */
    public synchronized void setParameter(long id, double value) {
        parameters.set(id, value);
    }
}
