package org.labreel.session;

import java.time.Duration;
import java.util.Optional;
import org.labreel.model.Session;

/**
 * One camera as it does at this moment.
 *
 * @param recording
 *            whether its messages go into a segment
 * @param bytes
 *            of the segment so far
 * @param lost
 *            messages lost in the segment so far
 * @param preRoll
 *            how far back a start now would reach
 * @param alarm
 *            what the operator must know now
 */
public record CameraView(Session.Camera camera, CameraHealth health, boolean recording, long bytes, long frames,
        long lost, Duration preRoll, Optional<String> alarm) {
}
