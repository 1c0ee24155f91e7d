package org.labreel.feed;

import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * Passes calls on until it is shut off. The lock makes {@link #shutOff()} wait for a call that is under way, so that
 * none comes after it returned.
 */
public final class ShutOffListener implements FeedListener {
    private final FeedListener listener;
    private boolean off;

    public ShutOffListener(FeedListener listener) {
        this.listener = listener;
    }

    /** From its return on, no call comes through. */
    public synchronized void shutOff() {
        off = true;
    }

    synchronized boolean isOff() {
        return off;
    }

    @Override
    public synchronized void message(RawMessage message) {
        if (!off) {
            listener.message(message);
        }
    }

    @Override
    public synchronized void status(FeedStatus status) {
        if (!off) {
            listener.status(status);
        }
    }

    @Override
    public synchronized void loss(Loss loss) {
        if (!off) {
            listener.loss(loss);
        }
    }

    @Override
    public synchronized void board(Board board) {
        if (!off) {
            listener.board(board);
        }
    }

    @Override
    public synchronized void told(DeviceEvent event) {
        if (!off) {
            listener.told(event);
        }
    }

    @Override
    public synchronized void earlier(RawMessage message) {
        if (!off) {
            listener.earlier(message);
        }
    }
}
