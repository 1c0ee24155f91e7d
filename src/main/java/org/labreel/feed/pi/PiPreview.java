package org.labreel.feed.pi;

import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedListener;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/**
 * Makes messages of the PurpleDrop feed out of preview frames. In front of the first one, and whenever the size
 * changes, goes an image_transform with the size and no matrix: without one, readers of logs make no video.
 */
final class PiPreview {
    private final FeedListener listener;
    private Optional<PictureSize> size = Optional.empty();

    PiPreview(FeedListener listener) {
        this.listener = listener;
    }

    /** A new connection begins: the size is told again. */
    void reset() {
        size = Optional.empty();
    }

    void frame(Bytes png, Arrival arrival) {
        tellSize(png, arrival);
        send(new DeviceEvent.Image(Optional.of(arrival.wall()), png), arrival);
    }

    private void tellSize(Bytes png, Arrival arrival) {
        try {
            PictureSize now = PictureSize.read(png);
            if (!size.equals(Optional.of(now))) {
                size = Optional.of(now);
                send(new DeviceEvent.ImageTransform(Optional.of(arrival.wall()), Optional.empty(), now.width(),
                        now.height()), arrival);
            }
        } catch (PictureException _) {
            // No picture. It is recorded as it came all the same; who shows it counts it.
        }
    }

    private void send(DeviceEvent event, Arrival arrival) {
        listener.message(new RawMessage(EventCodec.encode(event), arrival));
    }
}
