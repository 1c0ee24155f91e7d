package org.labreel.ui.live;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

/** A source that says what the test tells it to, on the test's thread. */
public final class FakeSource implements Source {
    private @Nullable FeedListener listener;
    private final String address;
    private boolean closed;

    public FakeSource() {
        this("ws://fake:7001");
    }

    public FakeSource(String address) {
        this.address = address;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void start(FeedListener hears) {
        listener = hears;
        hears.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address, 0));
    }

    public FeedListener listener() {
        if (listener == null) {
            throw new IllegalStateException("not started");
        }
        return listener;
    }

    public void send(DeviceEvent event) {
        send(EventCodec.encode(event), System.nanoTime());
    }

    public void send(Bytes payload, long nanos) {
        listener().message(new RawMessage(payload, new Arrival(Instant.now(), nanos)));
    }

    public void sendFrame(Bytes jpeg, long nanos) {
        send(EventCodec.encode(new DeviceEvent.Image(Optional.of(Instant.now()), jpeg)), nanos);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
