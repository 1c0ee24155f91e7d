package org.labreel.session;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureSize;

/** Watches the frames of one feed go by: how many a second, how large. Cheap enough for every message. */
final class FrameGauge {
    private static final int REMEMBERED = 32;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long[] arrivals = new long[REMEMBERED];
    private long count;
    private long lookedNanos;
    private Optional<PictureSize> size = Optional.empty();

    synchronized void message(RawMessage message) {
        Bytes payload = message.payload();
        try {
            EventPeek peek = EventPeek.of(payload.slice(0, Math.min(payload.length(), EventPeek.ENOUGH)));
            if (peek.kind() == EventKind.IMAGE) {
                frame(message, peek);
            }
        } catch (MalformedEventException _) {
            // It is recorded all the same; it just is no frame.
        }
    }

    private void frame(RawMessage message, EventPeek peek) {
        long now = message.arrival().monotonicNanos();
        arrivals[(int) (count++ % REMEMBERED)] = now;
        boolean whole = peek.imageLength() > 0
                && peek.imageOffset() + (long) peek.imageLength() <= message.payload().length();
        if (!whole || (size.isPresent() && now - lookedNanos < LOOK_NANOS)) {
            return;
        }
        lookedNanos = now;
        try {
            size = Optional.of(PictureSize.read(message.payload().slice(peek.imageOffset(), peek.imageLength())));
        } catch (IOException _) {
            size = Optional.empty();
        }
    }

    synchronized boolean fresh(long nowNanos) {
        return count > 0 && nowNanos - arrivals[(int) ((count - 1) % REMEMBERED)] < FRESH_NANOS;
    }

    synchronized double framesPerSecond() {
        int known = (int) Math.min(count, REMEMBERED);
        if (known < 2) {
            return 0;
        }
        long newest = arrivals[(int) ((count - 1) % REMEMBERED)];
        long oldest = arrivals[(int) ((count - known) % REMEMBERED)];
        return newest == oldest ? 0 : (known - 1) * 1e9 / (newest - oldest);
    }

    synchronized Optional<PictureSize> size() {
        return size;
    }

    synchronized void reset() {
        count = 0;
        size = Optional.empty();
    }
}
