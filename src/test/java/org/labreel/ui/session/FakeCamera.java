package org.labreel.ui.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean sending = new AtomicBoolean();

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
        private Optional<Thread> sender = Optional.empty();

        @Override
        public String address() {
            return address;
        }

        @Override
        public void start(FeedListener listener) {
            listener.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address, 0));
            sending.set(true);
            sender = Optional.of(Thread.startVirtualThread(() -> send(listener)));
        }

        private void send(FeedListener listener) {
            try {
                for (int number = 0; sending.get(); number++) {
                    byte[] frame = {(byte) 0xff, (byte) 0xd8, (byte) number, (byte) 0xff, (byte) 0xd9};
                    listener.message(new RawMessage(EventCodec.encode(new DeviceEvent.Image(
                            Optional.of(FeedClock.SYSTEM.now().wall()), Bytes.wrap(frame))), FeedClock.SYSTEM.now()));
                    Thread.sleep(20);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            sending.set(false);
            sender.ifPresent(Thread::interrupt);
        }
    }
}
