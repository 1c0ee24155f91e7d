package org.labreel.ui.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.labreel.log.FrameArrivals;
import org.labreel.log.LogIndex;

/** How the second frame of a comparison goes with the first. Pure. */
sealed interface Lock {
    /** As many frames ahead, or behind where negative. */
    record Frames(int offset) implements Lock {
    }

    /** As much time since the start of its log ahead, or behind where negative. */
    record Time(Duration offset) implements Lock {
    }

    /** At the same moment: the newest frame that had arrived when the first one's did. */
    record Clock(FrameArrivals first, FrameArrivals second) implements Lock {
        /** How much earlier than the first one's frame the second one's arrived. */
        Duration lead(int firstFrame, int secondFrame) {
            return first.lead(firstFrame, second, secondFrame);
        }
    }

    /** Not at all: it stays where it is. */
    record Released() implements Lock {
    }

    /**
     * Where the second frame stands.
     *
     * @param frame
     *            within its log
     * @param beyond
     *            whether its log does not reach to where it would have to stand
     */
    record Place(int frame, boolean beyond) {
    }

    /** The lock by frames under which two frames stand as they do now. */
    static Lock byFrames(int first, int second) {
        return new Frames(second - first);
    }

    /** The lock by time under which two frames stand as they do now. */
    static Lock byTime(LogIndex firstLog, int first, LogIndex secondLog, int second) {
        return new Time(elapsed(secondLog, second).minus(elapsed(firstLog, first)));
    }

    /**
     * @param first
     *            frame of the first log, which leads
     * @param second
     *            where the second stands now
     */
    default Place follow(LogIndex firstLog, int first, LogIndex secondLog, int second) {
        int last = secondLog.frames() - 1;
        return switch (this) {
            case Frames(int offset) -> {
                int wanted = first + offset;
                yield new Place(Math.clamp(wanted, 0, last), wanted < 0 || wanted > last);
            }
            case Time(Duration offset) -> at(secondLog, elapsed(firstLog, first).plus(offset));
            case Clock(var ours, var theirs) ->
                new Place(Math.clamp(ours.follow(first, theirs), 0, last), !ours.reaches(first, theirs));
            case Released() -> new Place(Math.clamp(second, 0, last), false);
        };
    }

    private static Place at(LogIndex log, Duration elapsed) {
        Instant wanted = log.timeZero().plus(elapsed);
        boolean beyond = elapsed.isNegative() || wanted.isAfter(log.frameTime(log.frames() - 1));
        return new Place(log.frameAt(wanted), beyond);
    }

    private static Duration elapsed(LogIndex log, int frame) {
        return Duration.between(log.timeZero(), log.frameTime(frame));
    }

    /** The offset for the operator. */
    default String words() {
        return switch (this) {
            case Frames(int offset) -> offset == 0
                    ? "B in step with A"
                    : String.format(Locale.ROOT, "B %+d %s", offset, Math.abs(offset) == 1 ? "frame" : "frames");
            case Time(Duration offset) -> offset.isZero()
                    ? "B in step with A"
                    : String.format(Locale.ROOT, "B %+.3f s", offset.toNanos() / 1e9);
            case Clock _ -> "In step by arrival";
            case Released() -> "B stays where it is";
        };
    }
}
