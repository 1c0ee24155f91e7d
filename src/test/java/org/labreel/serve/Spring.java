package org.labreel.serve;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedListener;
import org.labreel.feed.Source;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

/** A source that sends what a test gives it. */
final class Spring implements Source {
    private final AtomicReference<FeedListener> listener = new AtomicReference<>();
    private volatile boolean closed;

    @Override
    public String address() {
        return "spring";
    }

    @Override
    public void start(FeedListener to) {
        listener.set(to);
    }

    FeedListener listener() {
        return listener.get();
    }

    boolean closed() {
        return closed;
    }

    Bytes send(DeviceEvent event) {
        Bytes payload = EventCodec.encode(event);
        send(payload);
        return payload;
    }

    void send(Bytes payload) {
        listener.get().message(new RawMessage(payload, new Arrival(Instant.now(), System.nanoTime())));
    }

    /** A frame that tells its number by its time. */
    static Bytes frame(int number, Bytes picture) {
        return EventCodec.encode(new DeviceEvent.Image(Optional.of(Instant.ofEpochSecond(number)), picture));
    }

    @Override
    public void close() {
        closed = true;
    }
}
