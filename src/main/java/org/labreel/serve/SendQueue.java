package org.labreel.serve;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whole messages in their order, bounded in bytes. When there are too many, the oldest frames give way, then the oldest
 * readings: a reading may be told once only, and the next frame is never far. One thread.
 */
final class SendQueue {
    /** Minutes of a usual feed's readings: messages of no length would have no bound in bytes. */
    private static final int MOST_MESSAGES = 100_000;

    private final long maxBytes;
    private final Deque<Entry> frames = new ArrayDeque<>();
    private final Deque<Entry> readings = new ArrayDeque<>();
    private long bytes;
    private long taken;
    private long droppedFrames;
    private long droppedReadings;

    private record Entry(long number, Buffer message) {
    }

    SendQueue(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void add(Buffer message, boolean frame) {
        (frame ? frames : readings).add(new Entry(taken++, message));
        bytes += message.length();
        while (bytes > maxBytes || frames.size() + readings.size() > MOST_MESSAGES) {
            if (frames.isEmpty()) {
                bytes -= readings.remove().message().length();
                droppedReadings++;
            } else {
                bytes -= frames.remove().message().length();
                droppedFrames++;
            }
        }
    }

    /** The oldest message, which is then no longer here. */
    Optional<Buffer> take() {
        Optional<Entry> next = Optional.ofNullable(first().poll());
        next.ifPresent(entry -> bytes -= entry.message().length());
        return next.map(Entry::message);
    }

    private Deque<Entry> first() {
        if (frames.isEmpty() || readings.isEmpty()) {
            return frames.isEmpty() ? readings : frames;
        }
        return frames.getFirst().number() < readings.getFirst().number() ? frames : readings;
    }

    boolean isEmpty() {
        return frames.isEmpty() && readings.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    long droppedFrames() {
        return droppedFrames;
    }

    long droppedReadings() {
        return droppedReadings;
    }
}
