package org.labreel.record;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * The way from the source to the recorder's thread: bounded in bytes, never blocking the source. What does not fit is
 * counted where it would have stood, so that the ledger can say between which records it is missing. The lock is held
 * for a few instructions only, never over a write.
 */
final class MessageQueue {
    private final long bound;
    private final MessageMemory memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private ArrayDeque<Entry> waiting = new ArrayDeque<>();
    /** Of messages that wait or are being written. */
    private long bytes;
    private long lost;
    private boolean ended;

    /**
     * @param bound
     *            bytes that may wait
     * @param memory
     *            shared with other recorders
     */
    MessageQueue(long bound, MessageMemory memory) {
        this.bound = bound;
        this.memory = memory;
    }

    /** Takes a message, or counts it as lost when there is no room. A message alone is always taken. */
    void offer(RawMessage message) {
        int length = message.payload().length();
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (bytes > 0 && bytes + length > bound) {
                lose(Loss.Cause.QUEUE_OVERFLOW, message.arrival(), "the disk did not keep up and the waiting room of "
                        + (bound >> 20) + " MB was full");
            } else if (!memory.take(message)) {
                lose(Loss.Cause.QUEUE_OVERFLOW, message.arrival(), "the disk did not keep up and the memory for all "
                        + "that waits was full");
            } else {
                bytes += length;
                waiting.add(new Entry.Message(message));
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Counts a message that no log can hold. */
    void refuse(Arrival arrival, Loss.Cause cause, String detail) {
        lock.lock();
        try {
            if (!ended) {
                lose(cause, arrival, detail);
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void lose(Loss.Cause cause, Arrival arrival, String detail) {
        lost++;
        if (waiting.peekLast() instanceof Entry.Lost last && last.joins(cause)) {
            waiting.removeLast();
            waiting.add(last.and(arrival));
        } else {
            waiting.add(new Entry.Lost(cause, arrival, arrival, 1, detail));
        }
    }

    /** Takes what is no message: it has no bound. @return false when nothing is taken any more */
    boolean add(Entry entry) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            waiting.add(entry);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes this and nothing after it: nobody would deal with what comes behind the end. */
    void end(Entry last) {
        lock.lock();
        try {
            if (add(last)) {
                ended = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something, and takes all of it. */
    ArrayDeque<Entry> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                filled.await();
            }
            ArrayDeque<Entry> taken = waiting;
            waiting = new ArrayDeque<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** To be told when an entry has been dealt with. */
    void done(Entry entry) {
        lock.lock();
        try {
            switch (entry) {
                case Entry.Message message -> {
                    bytes -= message.bytes();
                    memory.give(message.raw());
                }
                case Entry.Lost gone -> lost -= gone.count();
                case Entry.Reported _,Entry.Connection _,Entry.Command _ -> {
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Bytes of messages that wait for the disk. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Messages lost that the ledger does not know yet. */
    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }
}
