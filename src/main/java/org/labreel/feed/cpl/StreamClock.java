package org.labreel.feed.cpl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Brings a stream's own seconds to the time of day: the first frame is taken to be of the moment at which it arrived,
 * each later one as much later as the stream says. So frames are exactly as far apart as the camera took them, whatever
 * the network does. One thread.
 */
final class StreamClock {
    /** Beyond this the stream has another pace than the world, or one of the clocks was set. */
    static final Duration MAX_APART = Duration.ofSeconds(10);

    private Optional<Instant> zero = Optional.empty();
    private double last;

    /** The stream begins anew. */
    void restart() {
        zero = Optional.empty();
    }

    /** The time of a frame; its arrival where the stream says nothing usable. */
    Instant stamp(OptionalDouble t, Instant arrival) {
        if (t.isEmpty() || Math.abs(t.getAsDouble()) > 1e9) {
            return arrival;
        }
        double seconds = t.getAsDouble();
        Instant stamp = zero.filter(_ -> seconds > last).map(begin -> begin.plus(nanos(seconds)))
                .filter(at -> Duration.between(at, arrival).abs().compareTo(MAX_APART) <= 0).orElse(arrival);
        if (stamp.equals(arrival)) {
            zero = Optional.of(arrival.minus(nanos(seconds)));
        }
        last = seconds;
        return stamp;
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
