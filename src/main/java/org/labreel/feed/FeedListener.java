package org.labreel.feed;

import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** Hears a source. Called on the source's own thread, one call at a time, and must return at once. */
public interface FeedListener {
    /** A message as it came, decoded or not. */
    void message(RawMessage message);

    /** The connection changed. */
    void status(FeedStatus status);

    /** Something was lost, or may have been, on the way here. */
    void loss(Loss loss);

    /** The board as the device server described it. */
    void board(Board board);

    /** A state told by RPC on connect; it is no message of the feed and never goes into a log. */
    void told(DeviceEvent event);

    /**
     * The newest message of a kind that tells a state, from before this listener began to hear a connection that others
     * hear already. It belongs in front of what is recorded, and is never counted as received.
     */
    default void earlier(RawMessage message) {
    }
}
