package org.labreel.record;

import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;

/** When frames come. One thread tells it of messages, any thread asks. */
final class FrameWatch {
    private volatile long lastNanos;
    private volatile long usualNanos;
    private volatile boolean any;

    void message(RawMessage message) {
        if (MessageKind.of(message.payload()) == EventKind.IMAGE) {
            long now = message.arrival().monotonicNanos();
            usualNanos = any ? now - lastNanos : 0;
            lastNanos = now;
            any = true;
        }
    }

    /** Since the last frame; without end when there was none. */
    long silentNanos(long now) {
        return any ? now - lastNanos : Long.MAX_VALUE;
    }

    /** Between the last two frames, 0 when there were none. */
    long usualNanos() {
        return usualNanos;
    }
}
