package org.labreel.record;

import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** Hands all that it hears to a recorder before anything else, as the console does, and remembers it. */
final class Wiretap extends Heard {
    private final Recorder recorder;

    Wiretap(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void message(RawMessage message) {
        recorder.accept(message);
        super.message(message);
    }

    @Override
    public void status(FeedStatus status) {
        recorder.accept(status);
        super.status(status);
    }

    @Override
    public void loss(Loss loss) {
        recorder.accept(loss);
        super.loss(loss);
    }
}
