package org.labreel.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;

/** Gives the records of a log one after the other, byte for byte, at the pace of their times. */
public final class Playback {
    /** The speed at which nothing is waited for. */
    public static final double UNPACED = Double.POSITIVE_INFINITY;

    private final LogReader log;
    private final double speed;
    private final Pause pause;

    /** Takes a record; may block, which holds the playback up. */
    public interface Taker {
        void take(Bytes body) throws InterruptedException;
    }

    /** Waits. */
    interface Pause {
        void nanos(long nanos) throws InterruptedException;
    }

    /**
     * @param speed
     *            1 for the log's own pace, 2 for twice as fast, {@link #UNPACED} for as fast as they are taken
     */
    public Playback(LogReader log, double speed) {
        this(log, speed, TimeUnit.NANOSECONDS::sleep);
    }

    Playback(LogReader log, double speed, Pause pause) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a log is played at a speed above 0, not " + speed);
        }
        this.log = log;
        this.speed = speed;
        this.pause = pause;
    }

    /**
     * Plays from the first record to the last.
     *
     * @throws InterruptedException
     *             when the thread was interrupted, which is how it is stopped
     */
    public void play(Taker taker) throws IOException, InterruptedException {
        LogIndex index = log.index();
        long start = System.nanoTime();
        for (int record = 0; record < index.records(); record++) {
            Bytes body = log.body(record);
            long wait = start + dueNanos(index, record) - System.nanoTime();
            if (wait > 0) {
                pause.nanos(wait);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            taker.take(body);
        }
    }

    /** When a record falls due after the start. What is stamped before time zero, as head state is, comes at once. */
    long dueNanos(LogIndex index, int record) {
        Instant zero = index.timeZero();
        Instant time = index.time(record);
        return speed == UNPACED || time.isBefore(zero)
                ? 0
                : (long) (Duration.between(zero, time).toNanos() / speed);
    }
}
