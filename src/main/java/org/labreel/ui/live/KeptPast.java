package org.labreel.ui.live;

import java.util.ArrayList;
import java.util.List;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.RawMessage;
import org.labreel.record.Recent;
import org.labreel.ui.timeline.EpochNanos;

/** What the recorder keeps in memory, as it was at one instant. */
final class KeptPast implements Past {
    private final List<Frame> frames = new ArrayList<>();
    private DeviceState state = DeviceState.EMPTY;

    private record Frame(long nanos, Moment moment) {
    }

    KeptPast(Recent recent) {
        recent.head().forEach(this::take);
        // The size that a segment needs in its head may stand in for a transform; it is no frame.
        frames.clear();
        recent.messages().forEach(this::take);
    }

    private void take(RawMessage message) {
        try {
            DeviceEvent event = EventCodec.decode(message.payload());
            if (event instanceof DeviceEvent.Image image) {
                frames.add(new Frame(EpochNanos.of(message.arrival().wall()), new Moment(image.data(), state)));
            } else {
                state = state.after(event, event.time().orElse(message.arrival().wall()));
            }
        } catch (MalformedEventException _) {
            // What cannot be decoded was counted when it came; it tells no state.
        }
    }

    @Override
    public int frames() {
        return frames.size();
    }

    @Override
    public long nanos(int frame) {
        return frames.get(frame).nanos();
    }

    @Override
    public Moment moment(int frame) {
        return frames.get(frame).moment();
    }

    @Override
    public void refresh() {
        // A later instant is another one of these.
    }

    @Override
    public void close() {
        frames.clear();
    }
}
