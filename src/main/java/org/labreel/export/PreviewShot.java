package org.labreel.export;

import java.time.Duration;
import java.util.Optional;
import org.labreel.picture.Picture;

/**
 * A picture of a clip, as the clip will show it.
 *
 * @param picture
 *            the receiver's own
 * @param frame
 *            its number in its log, counted from 0
 * @param elapsed
 *            since time zero of its log
 * @param damage
 *            what is wrong with it
 */
public record PreviewShot(Picture picture, int frame, Duration elapsed, Optional<String> damage) {
}
