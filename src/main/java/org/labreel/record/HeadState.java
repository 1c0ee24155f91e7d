package org.labreel.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureSize;

/**
 * The newest message of each kind that a segment needs in front of its first record, so that it stands alone. One
 * thread.
 */
final class HeadState {
    /** Order in a segment: the electrodes first, since a reader may stop looking at the first image. */
    private static final List<EventKind> ORDER = List.of(EventKind.ELECTRODE_STATE, EventKind.IMAGE_TRANSFORM,
            EventKind.DEVICE_INFO, EventKind.TEMPERATURE_CONTROL, EventKind.HV_REGULATOR, EventKind.SCAN_CAPACITANCE);

    private final Map<EventKind, RawMessage> newest = new EnumMap<>(EventKind.class);
    private Optional<RawMessage> newestImage = Optional.empty();

    /** Takes note of a message that stands before the next segment's first record. */
    void note(RawMessage message) {
        EventKind kind = MessageKind.of(message.payload());
        if (kind == EventKind.IMAGE) {
            newestImage = newest.containsKey(EventKind.IMAGE_TRANSFORM) ? Optional.empty() : Optional.of(message);
        } else if (ORDER.contains(kind) && readable(message.payload())) {
            newest.put(kind, message);
        }
    }

    private static boolean readable(Bytes message) {
        try {
            return EventCodec.decode(message).kind() != EventKind.UNKNOWN;
        } catch (MalformedEventException _) {
            // It is recorded like every message; it only tells no state.
            return false;
        }
    }

    /**
     * The records to put in front, as received.
     *
     * @param following
     *            the messages that will follow at once; their first image gives the size where no image came before
     */
    List<RawMessage> records(List<RawMessage> following) {
        List<RawMessage> head = new ArrayList<>();
        for (EventKind kind : ORDER) {
            Optional.ofNullable(newest.get(kind))
                    .or(() -> kind == EventKind.IMAGE_TRANSFORM ? sizeOnly(following) : Optional.empty())
                    .ifPresent(head::add);
        }
        return head;
    }

    /** Whether the source has sent an image_transform. */
    boolean knowsTransform() {
        return newest.containsKey(EventKind.IMAGE_TRANSFORM);
    }

    private Optional<RawMessage> sizeOnly(List<RawMessage> following) {
        if (following.stream().anyMatch(m -> MessageKind.of(m.payload()) == EventKind.IMAGE_TRANSFORM)) {
            return Optional.empty();
        }
        return newestImage.or(
                () -> following.stream().filter(m -> MessageKind.of(m.payload()) == EventKind.IMAGE).findFirst())
                .flatMap(HeadState::sizeOnly);
    }

    /** An image_transform with the size of this image and no matrix, without which pdlog makes no video. */
    static Optional<RawMessage> sizeOnly(RawMessage image) {
        try {
            PictureSize size = PictureSize.read(picture(image.payload()));
            Arrival arrival = image.arrival();
            return Optional.of(new RawMessage(EventCodec.encode(new DeviceEvent.ImageTransform(Optional.empty(),
                    Optional.empty(), size.width(), size.height())), arrival));
        } catch (IOException _) {
            // Damaged pictures tell no size; the next one may.
            return Optional.empty();
        }
    }

    /** The picture inside an image message. */
    static Bytes picture(Bytes message) throws MalformedEventException {
        EventPeek peek = EventPeek.of(message.slice(0, Math.min(message.length(), EventPeek.ENOUGH)));
        boolean whole = peek.imageLength() > 0
                && peek.imageOffset() + (long) peek.imageLength() <= message.length();
        return whole ? message.slice(peek.imageOffset(), peek.imageLength()) : Bytes.EMPTY;
    }
}
