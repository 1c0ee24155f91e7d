package org.labreel.ui.browser;

import java.time.Duration;
import java.util.List;
import org.labreel.log.LogIndex;

/**
 * Plays a log at its own pace: each frame stays as long as the log's times say, divided by the speed. It walks from
 * frame to frame by the time between neighbours, so that a clock which was set back in the middle costs one step and
 * does not hold it up.
 */
final class Playback {
    static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

    /** A frame that is not later than its neighbour still stays this long. */
    private static final long SHORTEST_NANOS = 1_000_000;
    /** After a longer stall (the computer slept) it goes on from where it stood instead of jumping. */
    private static final long LONGEST_TICK_NANOS = 500_000_000;

    private int direction;
    private double speed = 1;
    private long lastNanos;
    private double owedNanos;

    /** 1 forward, -1 backward, 0 standing. */
    int direction() {
        return direction;
    }

    double speed() {
        return speed;
    }

    void setSpeed(double next) {
        speed = Math.clamp(next, SPEEDS.getFirst(), SPEEDS.getLast());
    }

    void stop() {
        direction = 0;
        owedNanos = 0;
    }

    /** Plays in a direction at the present speed. */
    void play(int towards, long nowNanos) {
        direction = Integer.signum(towards);
        lastNanos = nowNanos;
        owedNanos = 0;
    }

    /** A press of J or L: starts at true speed; pressed again while running that way, the next faster speed. */
    void ramp(int towards, long nowNanos) {
        if (direction == Integer.signum(towards)) {
            speed = SPEEDS.stream().filter(each -> each > speed).findFirst().orElse(SPEEDS.getLast());
        } else {
            speed = 1;
            play(towards, nowNanos);
        }
    }

    /** The frame to show now when {@code frame} was shown at the last call; stops by itself at either end. */
    int advance(LogIndex index, int frame, long nowNanos) {
        owedNanos += Math.clamp(nowNanos - lastNanos, 0, LONGEST_TICK_NANOS) * speed;
        lastNanos = nowNanos;
        int at = frame;
        while (direction != 0) {
            int next = at + direction;
            if (next < 0 || next >= index.frames()) {
                stop();
            } else {
                long stays = stays(index, at, next);
                if (owedNanos < stays) {
                    return at;
                }
                owedNanos -= stays;
                at = next;
            }
        }
        return at;
    }

    private static long stays(LogIndex index, int at, int next) {
        Duration between = Duration.between(index.frameTime(Math.min(at, next)), index.frameTime(Math.max(at, next)));
        // Beyond a day nanoseconds would overflow, and nobody waits for it.
        return between.compareTo(Duration.ofDays(1)) > 0
                ? Duration.ofDays(1).toNanos()
                : Math.max(SHORTEST_NANOS, between.isNegative() ? 0 : between.toNanos());
    }
}
