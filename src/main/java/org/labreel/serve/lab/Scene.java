package org.labreel.serve.lab;

import java.util.List;

/**
 * What the camera sees at one instant.
 *
 * @param bodies
 *            connected pieces of liquid, each made of lobes that flow into each other
 * @param seconds
 *            since the device was switched on
 * @param highVoltageOn
 *            whether the warning light of the high voltage burns
 */
record Scene(List<List<Lobe>> bodies, double seconds, boolean highVoltageOn) {
    Scene {
        bodies = bodies.stream().map(List::copyOf).toList();
    }
}
