package org.labreel.export;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A job of the queue as it goes on. */
final class QueuedExport {
    /** Before this part is done nobody can tell how long the rest takes. */
    private static final double TELLING = 0.02;

    private final long id;
    private final ExportRequest request;
    private final LongSupplier nanoTime;
    private JobState state = new JobState.Waiting();
    private long startNanos;
    private long pausedNanos;
    private long pauseStartNanos;
    private boolean cancelled;

    QueuedExport(long id, ExportRequest request, LongSupplier nanoTime) {
        this.id = id;
        this.request = request;
        this.nanoTime = nanoTime;
    }

    long id() {
        return id;
    }

    ExportRequest request() {
        return request;
    }

    synchronized JobState state() {
        return state;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
        if (state instanceof JobState.Waiting) {
            state = new JobState.Cancelled();
        }
    }

    synchronized void begin() {
        startNanos = nanoTime.getAsLong();
        state = new JobState.Running(0, Optional.empty(), false);
    }

    synchronized void progress(int done, int of) {
        double part = of == 0 ? 0 : (double) done / of;
        long worked = nanoTime.getAsLong() - startNanos - pausedNanos;
        state = new JobState.Running(part, part < TELLING
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (worked * (1 - part) / part))), false);
    }

    synchronized void pause() {
        pauseStartNanos = nanoTime.getAsLong();
        if (state instanceof JobState.Running(double part, var left, boolean _)) {
            state = new JobState.Running(part, left, true);
        }
    }

    synchronized void goOn() {
        pausedNanos += nanoTime.getAsLong() - pauseStartNanos;
        if (state instanceof JobState.Running(double part, var left, boolean _)) {
            state = new JobState.Running(part, left, false);
        }
    }

    synchronized void end(JobState outcome) {
        state = outcome;
    }
}
