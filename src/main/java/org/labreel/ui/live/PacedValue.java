package org.labreel.ui.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * A value that is dragged here and takes effect elsewhere: sent no faster than the other side can follow, the newest
 * always; and shown as wished for until the other side had time to answer, so that the slider does not jump back.
 */
final class PacedValue {
    private static final long APART_NANOS = Duration.ofMillis(80).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMillis(1500).toNanos();

    private final IntConsumer send;
    private final LongSupplier nanos;
    private Optional<Integer> wished = Optional.empty();
    private boolean waiting;
    private long wishedNanos;
    private long sentNanos;
    private boolean sentBefore;

    PacedValue(IntConsumer send, LongSupplier nanos) {
        this.send = send;
        this.nanos = nanos;
    }

    void wish(int value) {
        wished = Optional.of(value);
        wishedNanos = nanos.getAsLong();
        waiting = true;
        beat();
    }

    /** To be called now and then, so that what waits is sent. */
    void beat() {
        long now = nanos.getAsLong();
        if (waiting && (!sentBefore || now - sentNanos >= APART_NANOS)) {
            waiting = false;
            sentBefore = true;
            sentNanos = now;
            wished.ifPresent(send::accept);
        }
    }

    /** What to show, given what the other side told last. */
    Optional<Integer> shown(Optional<Integer> told) {
        boolean patient = waiting || nanos.getAsLong() - wishedNanos < PATIENCE_NANOS;
        return wished.isPresent() && patient ? wished : told;
    }
}
