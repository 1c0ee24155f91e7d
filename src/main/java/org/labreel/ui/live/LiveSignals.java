package org.labreel.ui.live;

import java.util.List;
import java.util.stream.IntStream;
import org.labreel.model.DeviceEvent;
import org.labreel.ui.view.SignalBuffer;

/** The signals of the last minutes, for the plots. Time is in seconds since the model began. */
public final class LiveSignals {
    /** Time that the plots show. */
    public static final double WINDOW_SECONDS = 300;

    private static final int SENSORS = 4;

    private final SignalBuffer volts = new SignalBuffer(8192);
    private final SignalBuffer picofarads = new SignalBuffer(32_768);
    private final List<SignalBuffer> celsius = IntStream.range(0, SENSORS).mapToObj(_ -> new SignalBuffer(8192))
            .toList();

    void accept(DeviceEvent event, double second) {
        switch (event) {
            case DeviceEvent.HvRegulator hv -> volts.append(second, hv.volts());
            case DeviceEvent.ActiveCapacitance active -> picofarads.append(second, active.calibrated());
            case DeviceEvent.TemperatureControl temperatures -> {
                for (int i = 0; i < SENSORS; i++) {
                    celsius.get(i).append(second, temperatures.celsius().getOrNaN(i));
                }
            }
            case DeviceEvent.ElectrodeLayout _,DeviceEvent.ElectrodeState _,DeviceEvent.Image _,DeviceEvent.ImageTransform _,DeviceEvent.Settings _,DeviceEvent.ScanCapacitance _,DeviceEvent.DeviceInfo _,DeviceEvent.GroupCapacitance _,DeviceEvent.DutyCycleUpdated _,DeviceEvent.Unknown _ -> {
                // No signal of these is plotted.
            }
        }
    }

    public SignalBuffer volts() {
        return volts;
    }

    /** Of all driven electrodes together. */
    public SignalBuffer picofarads() {
        return picofarads;
    }

    /** One a sensor. */
    public List<SignalBuffer> celsius() {
        return celsius;
    }
}
