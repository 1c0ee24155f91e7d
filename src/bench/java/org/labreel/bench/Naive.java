package org.labreel.bench;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

/** A view as it is written first: each message is decoded on the JavaFX thread and shown by a runLater of its own. */
final class Naive implements MessagesOnly {
    private final ImageView view;
    private final Delays delays = new Delays();
    private final Deque<Long> onTheirWay = new ArrayDeque<>();
    private volatile boolean ended;

    Naive(ImageView view) {
        this.view = view;
    }

    Delays delays() {
        return delays;
    }

    void pulse() {
        // Of several within one pulse only the last was seen.
        if (!onTheirWay.isEmpty()) {
            delays.add(System.nanoTime() - onTheirWay.getLast());
            onTheirWay.clear();
        }
    }

    private void show(DeviceEvent.Image image, long arrivedNanos) {
        if (!ended) {
            view.setImage(new Image(new ByteArrayInputStream(image.data().toArray())));
            onTheirWay.add(arrivedNanos);
        }
    }

    /** What still waits to be shown is left out. */
    void end() {
        ended = true;
    }

    @Override
    public void message(RawMessage message) {
        try {
            if (EventCodec.decode(message.payload()) instanceof DeviceEvent.Image image) {
                Platform.runLater(() -> show(image, message.arrival().monotonicNanos()));
            }
        } catch (MalformedEventException e) {
            throw new IllegalStateException(e);
        }
    }
}
