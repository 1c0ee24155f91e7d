package org.labreel.record;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches the space that is left. Warns by the smoothed rate, but stops only by the space itself, seen twice in a row:
 * neither a burst nor one odd reading ends a recording. Safe for several threads.
 */
final class DiskGuard {
    /** The rate follows a change to two thirds within this time. */
    private static final double SMOOTHING_SECONDS = 30;
    static final Duration WARN_BELOW = Duration.ofMinutes(10);

    private long reserve;
    private long lastBytes;
    private long lastNanos;
    private long startNanos;
    private double bytesPerSecond = -1;
    private long usable = -1;
    private int lowReadings;

    DiskGuard(long reserve) {
        this.reserve = reserve;
    }

    /** Changes the bytes to keep free, at once. */
    synchronized void reserve(long bytes) {
        reserve = bytes;
    }

    /** Live recording begins; {@code writtenBytes} of pre-roll went in at once and are no rate. */
    synchronized void start(long writtenBytes, long nanos) {
        lastBytes = writtenBytes;
        lastNanos = nanos;
        startNanos = nanos;
        bytesPerSecond = -1;
        lowReadings = 0;
    }

    /**
     * Takes a reading.
     *
     * @param usableBytes
     *            negative or 0 when the disk does not tell: then a write will
     * @param writtenBytes
     *            since the recording began
     * @return whether to stop now
     */
    synchronized boolean check(long usableBytes, long writtenBytes, long nanos) {
        usable = usableBytes;
        double seconds = (nanos - lastNanos) / 1e9;
        if (seconds > 0) {
            double rate = (writtenBytes - lastBytes) / seconds;
            // At first the mean since the start, so that the first second does not speak for the whole recording.
            double weight = Math.max(1 - Math.exp(-seconds / SMOOTHING_SECONDS),
                    seconds / ((nanos - startNanos) / 1e9));
            bytesPerSecond = bytesPerSecond < 0 ? rate : bytesPerSecond + weight * (rate - bytesPerSecond);
            lastBytes = writtenBytes;
            lastNanos = nanos;
        }
        lowReadings = usableBytes > 0 && usableBytes < reserve ? lowReadings + 1 : 0;
        return lowReadings >= 2;
    }

    /**
     * @throws IOException
     *             when there is no room to begin with
     */
    synchronized void refuseWhenFull(long usableBytes) throws IOException {
        if (usableBytes > 0 && usableBytes < reserve) {
            throw new IOException("The disk has only " + (usableBytes >> 20) + " MB left, less than the "
                    + (reserve >> 20) + " MB that are kept free. Free some space first.");
        }
    }

    /** How long the space above the reserve lasts at the smoothed rate. */
    synchronized Optional<Duration> left() {
        if (bytesPerSecond <= 0 || usable <= 0) {
            return Optional.empty();
        }
        double seconds = Math.max(0, usable - reserve) / bytesPerSecond;
        return Optional.of(Duration.ofSeconds((long) Math.min(seconds, 1e9)));
    }
}
