package org.labreel.ui.browser;

import java.time.Duration;
import java.util.OptionalInt;
import org.labreel.log.LogIndex;

/**
 * The marked part of a log: frames counted from 0, both marks included. A mark that is not set lets the range reach to
 * that end of the log.
 */
public record FrameRange(OptionalInt in, OptionalInt out) {
    /** No mark is set: the whole log. */
    public static final FrameRange WHOLE = new FrameRange(OptionalInt.empty(), OptionalInt.empty());

    /** Begins at this frame; an Out that would lie before it is dropped. */
    public FrameRange withIn(int frame) {
        return new FrameRange(OptionalInt.of(frame),
                out.isPresent() && out.getAsInt() < frame ? OptionalInt.empty() : out);
    }

    /** Ends with this frame; an In that would lie behind it is dropped. */
    public FrameRange withOut(int frame) {
        return new FrameRange(in.isPresent() && in.getAsInt() > frame ? OptionalInt.empty() : in,
                OptionalInt.of(frame));
    }

    public boolean marked() {
        return in.isPresent() || out.isPresent();
    }

    public int first() {
        return in.orElse(0);
    }

    /** The last frame of the range in a log of so many frames. */
    public int last(int frames) {
        return Math.min(out.orElse(frames - 1), frames - 1);
    }

    /** Number of frames in the range, Out counted. */
    public int count(int frames) {
        return Math.max(0, last(frames) - first() + 1);
    }

    /** From the time of the first to the time of the last frame; zero when the clock ran backwards between them. */
    public Duration duration(LogIndex index) {
        if (count(index.frames()) == 0) {
            return Duration.ZERO;
        }
        Duration between = Duration.between(index.frameTime(first()), index.frameTime(last(index.frames())));
        return between.isNegative() ? Duration.ZERO : between;
    }
}
