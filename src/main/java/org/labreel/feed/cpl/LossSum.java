package org.labreel.feed.cpl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.model.Loss;

/** Losses of one kind that come thick and fast, told once a second with their number. One thread. */
final class LossSum {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Loss.Cause cause;
    private final String source;
    private final Consumer<Loss> losses;
    private Optional<Loss> waiting = Optional.empty();
    private Instant told = Instant.MIN;

    LossSum(Loss.Cause cause, String source, Consumer<Loss> losses) {
        this.cause = cause;
        this.source = source;
        this.losses = losses;
    }

    /**
     * @param why
     *            the newest one stands for all of the second
     */
    void add(long count, Instant at, String why) {
        Instant start = waiting.map(Loss::start).orElse(at);
        long sum = waiting.map(Loss::count).orElse(0L) + count;
        waiting = Optional.of(new Loss(cause, source, start.isAfter(at) ? at : start, at, sum, why));
        tell(at);
    }

    /** To be called now and then, so that what waits is told. */
    void tell(Instant now) {
        if (waiting.isPresent() && (now.isBefore(told) || !now.isBefore(told.plus(PAUSE)))) {
            flush(now);
        }
    }

    /** Tells what waits at once. */
    void flush(Instant now) {
        told = now;
        waiting.ifPresent(losses);
        waiting = Optional.empty();
    }
}
