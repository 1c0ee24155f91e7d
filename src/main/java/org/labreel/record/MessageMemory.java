package org.labreel.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.model.RawMessage;

/**
 * The memory that messages of all recorders of a program take together: those that wait for the disk, and those kept as
 * pre-roll. Bounded by the heap, so that neither a slow disk nor a long pre-roll of many sources ends in a full one.
 * Safe for several threads.
 */
public final class MessageMemory {
    /** The rest is for the views, for clips being made, and for the collector to work in. */
    private static final int PERCENT_OF_HEAP = 60;
    /** Of the heap's collector, as the start options say. */
    private static final int REGION = 1 << 20;
    /** What a message takes beside its bytes: the objects that hold it, its arrival, its place in the queue. */
    private static final int AROUND = 144;

    private final long bound;
    private final AtomicLong held = new AtomicLong();
    private final AtomicInteger recorders = new AtomicInteger();

    /**
     * @param bound
     *            bytes
     */
    MessageMemory(long bound) {
        this.bound = bound;
    }

    /** As much as this program's heap allows. One for all recorders. */
    public static MessageMemory ofThisProgram() {
        return new MessageMemory(Runtime.getRuntime().maxMemory() / 100 * PERCENT_OF_HEAP);
    }

    /** What a message takes of the heap: one of half a region and more has regions of its own. */
    static long bytes(RawMessage message) {
        int length = message.payload().length();
        return length < REGION / 2 ? length + AROUND : (length / REGION + 1L) * REGION;
    }

    /** Counts a message that is to wait. @return false, and does not, when there is no room for it */
    boolean take(RawMessage message) {
        long bytes = bytes(message);
        if (held.addAndGet(bytes) > bound) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Counts a message that is kept as pre-roll, which keeps to its {@link #preRollShare}. */
    void keep(RawMessage message) {
        held.addAndGet(bytes(message));
    }

    /** The message is let go of. */
    void give(RawMessage message) {
        held.addAndGet(-bytes(message));
    }

    /** One more recorder shares it. */
    void join() {
        recorders.incrementAndGet();
    }

    /** One fewer does. */
    void leave() {
        recorders.decrementAndGet();
    }

    /** So much each pre-roll may hold: half of the memory is for what waits for the disk. */
    long preRollShare() {
        return bound / 2 / Math.max(1, recorders.get());
    }

    long held() {
        return held.get();
    }
}
