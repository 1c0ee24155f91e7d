package org.labreel.ui.live;

import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;

/**
 * A decoded frame on its way to the screen.
 *
 * @param picture
 *            belongs to whoever took the frame, until it is given back
 * @param state
 *            what was known of the device when the frame arrived
 * @param arrivedNanos
 *            monotonic
 */
public record LiveFrame(Picture picture, DeviceState state, long arrivedNanos) {
}
