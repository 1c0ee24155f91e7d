package org.labreel.ui.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;
import org.labreel.session.CameraFeed;

/** A camera that is there at once and sends a frame now and then. */
final class FakeCamera {
    private final String address;

    FakeCamera(String address) {
        this.address = address;
    }

    CameraFeed feed() {
        return new CameraFeed(camera(), Line::new, FeedClock.SYSTEM.monotonicNanos());
    }

    Session.Camera camera() {
        return new Session.Camera(UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)), "REALSENSE_D435",
                "S1", address);
    }

    private final class Line implements Source {
        private final ScheduledExecutorService pace = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("fake-camera").daemon().factory());
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public String address() {
            return address;
        }

        @Override
        public void start(FeedListener listener) {
            listener.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address, 0));
            // The first is there before anybody can look whether it is.
            send(listener);
            ScheduledFuture<?> _ = pace.scheduleAtFixedRate(() -> send(listener), 20, 20, TimeUnit.MILLISECONDS);
        }

        private void send(FeedListener listener) {
            byte[] frame = {(byte) 0xff, (byte) 0xd8, (byte) number.getAndIncrement(), (byte) 0xff, (byte) 0xd9};
            listener.message(new RawMessage(EventCodec.encode(new DeviceEvent.Image(
                    Optional.of(FeedClock.SYSTEM.now().wall()), Bytes.wrap(frame))), FeedClock.SYSTEM.now()));
        }

        @Override
        public void close() {
            pace.shutdownNow();
        }
    }
}
