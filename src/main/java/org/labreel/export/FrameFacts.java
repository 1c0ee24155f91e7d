package org.labreel.export;

import java.util.Optional;
import org.labreel.model.DeviceState;
import org.labreel.model.Transform;

/**
 * What is known of a frame of the clip besides its pixels.
 *
 * @param state
 *            of the device once the frame had happened
 * @param boardToClip
 *            board units to pixels of the clip; absent when the board was not found in the frame
 * @param damage
 *            what is wrong with its picture
 */
record FrameFacts(PlannedFrame frame, DeviceState state, Optional<Transform> boardToClip, Optional<String> damage) {
}
