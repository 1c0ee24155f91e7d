package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When which reading falls due. */
final class Telemetry {
    /**
     * What is sent regularly. A real device tells the last four seldom or never; here they come every few seconds, so
     * that a client that joins late meets every kind of event.
     */
    enum Reading {
        ACTIVE(0.02), GROUPS(0.02), TEMPERATURE(0.25), SCAN(1), VOLTAGE(1), INFO(4), LAYOUT(5), SETTINGS(5), DUTY(5);

        private final double periodSeconds;

        Reading(double periodSeconds) {
            this.periodSeconds = periodSeconds;
        }
    }

    private final Map<Reading, Double> next = new EnumMap<>(Reading.class);

    /** The readings due since this was last asked; what fell due more than once is told once. */
    List<Reading> due(double seconds) {
        List<Reading> due = new ArrayList<>();
        for (Reading reading : Reading.values()) {
            double at = next.getOrDefault(reading, 0.0);
            if (seconds >= at) {
                due.add(reading);
                // Keep to the beat where possible, without catching up after a pause.
                next.put(reading, Math.max(at + reading.periodSeconds, seconds + reading.periodSeconds / 4));
            }
        }
        return due;
    }
}
