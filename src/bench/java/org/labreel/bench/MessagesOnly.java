package org.labreel.bench;

import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;

/** Hears nothing of a source but its messages. */
interface MessagesOnly extends FeedListener {
    @Override
    default void status(FeedStatus status) {
        // Of no interest here.
    }

    @Override
    default void loss(Loss loss) {
        // Of no interest here: what is measured is counted by the benchmark itself.
    }

    @Override
    default void board(Board board) {
        // Of no interest here.
    }

    @Override
    default void told(DeviceEvent event) {
        // Of no interest here.
    }
}
