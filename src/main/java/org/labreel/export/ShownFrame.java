package org.labreel.export;

import org.labreel.picture.Picture;

/**
 * A frame as the clip shows it.
 *
 * @param otherSize
 *            whether it was fitted because its size is not that of the first frame
 */
record ShownFrame(FrameFacts facts, Picture picture, boolean otherSize) {
}
