package org.labreel.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.labreel.model.RawMessage;

/**
 * The last seconds before a press of Record, bounded in time and bytes. What falls out at the back becomes part of the
 * head state. One thread.
 */
final class PreRoll {
    private long nanos;
    private long bound;
    private final HeadState head;
    private final MessageMemory memory;
    private final ArrayDeque<Entry> kept = new ArrayDeque<>();
    private long bytes;
    /** Of the memory that all recorders share. */
    private long held;

    PreRoll(Duration reach, long bound, HeadState head, MessageMemory memory) {
        this.memory = memory;
        this.nanos = reach.toNanos();
        this.bound = bound;
        this.head = head;
    }

    /** Changes how far it reaches back from now on; what is too much goes with the next entry. */
    void limit(Duration reach, long bytesAtMost) {
        nanos = reach.toNanos();
        bound = bytesAtMost;
    }

    /** Keeps an entry and lets go of what is too old by then or too much. */
    void add(Entry entry) {
        if (entry instanceof Entry.Lost next && kept.peekLast() instanceof Entry.Lost last
                && last.joins(next.cause())) {
            kept.removeLast();
            kept.add(last.and(next));
        } else {
            kept.add(entry);
        }
        if (entry instanceof Entry.Message message) {
            bytes += message.bytes();
            held += MessageMemory.bytes(message.raw());
            memory.keep(message.raw());
        }
        trim(monotonic(entry));
    }

    /** Lets go of what is too old at {@code now}. */
    void trim(long now) {
        while (!kept.isEmpty()
                && (bytes > bound || held > memory.preRollShare() || now - monotonic(kept.element()) >= nanos)) {
            if (kept.remove() instanceof Entry.Message message) {
                bytes -= message.bytes();
                held -= MessageMemory.bytes(message.raw());
                memory.give(message.raw());
                head.note(message.raw());
            }
        }
    }

    private static long monotonic(Entry entry) {
        return switch (entry) {
            case Entry.Message message -> message.raw().arrival().monotonicNanos();
            case Entry.Lost lost -> lost.last().monotonicNanos();
            case Entry.Reported reported -> reported.arrival().monotonicNanos();
            // Neither is ever kept; one would go at once.
            case Entry.Connection _,Entry.Command _ -> Long.MIN_VALUE / 2;
        };
    }

    /** Hands everything over, oldest first, and is empty. To be {@link #release released} when it is written. */
    List<Entry> take() {
        List<Entry> all = new ArrayList<>(kept);
        kept.clear();
        bytes = 0;
        held = 0;
        return all;
    }

    /** What was handed over is needed no more. */
    void release(List<Entry> taken) {
        for (Entry entry : taken) {
            if (entry instanceof Entry.Message message) {
                memory.give(message.raw());
            }
        }
    }

    /** What is kept, oldest first; it stays. */
    List<RawMessage> messages() {
        return kept.stream().filter(Entry.Message.class::isInstance).map(each -> ((Entry.Message) each).raw())
                .toList();
    }

    /** How far back a press at {@code now} would reach. */
    Duration reach(long now) {
        return kept.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(Math.clamp(now - monotonic(kept.element()), 0, nanos));
    }
}
