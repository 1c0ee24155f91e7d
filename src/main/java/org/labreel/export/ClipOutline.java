package org.labreel.export;

import java.time.Duration;
import java.util.List;
import org.labreel.picture.PictureSize;

/**
 * What a clip will be, known before it is made.
 *
 * @param frames
 *            frames in the clip
 * @param shownFrames
 *            frames of the ranges that are shown; differs from those of the clip where its rate is constant
 * @param duration
 *            of the clip, the last frame included
 * @param width
 *            of the clip, pixels
 * @param height
 *            of the clip, pixels
 * @param frameSize
 *            of the first frame of the range, before crop and scale
 * @param notes
 *            what the operator should know, one sentence each
 */
public record ClipOutline(int frames, int shownFrames, Duration duration, int width, int height, PictureSize frameSize,
        List<String> notes) {
    public ClipOutline {
        notes = List.copyOf(notes);
    }

    /** Mean number of frames in a second of the clip. */
    public double fps() {
        return duration.isZero() ? 0 : frames * 1e9 / duration.toNanos();
    }
}
