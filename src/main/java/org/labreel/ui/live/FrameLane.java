package org.labreel.ui.live;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceState;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.ui.kit.Latest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of frames from the feed to the screen: one waiting to be decoded, one waiting to be shown, the newest wins at
 * both places. Pictures go round, so a steady feed allocates none. Nothing is decoded while nobody looks; the newest
 * frame waits undecoded, so that whoever begins to look need not wait for the next one.
 */
final class FrameLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameLane.class);

    private record Waiting(Bytes jpeg, DeviceState state, long arrivedNanos) {
    }

    private final Supplier<PictureDecoder> decoders;
    private final ExecutorService thread;
    private final Runnable ready;
    private final Latest<Waiting> waiting = new Latest<>();
    private final Latest<LiveFrame> decoded = new Latest<>();
    private final Latest<Picture> spare = new Latest<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final AtomicLong undecodable = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();
    private volatile boolean active;
    private volatile boolean closed;
    // Confined to the decoding thread.
    private @Nullable PictureDecoder decoder;

    /**
     * @param thread
     *            a single thread of this lane's own; the caller ends it after {@link #close()}
     * @param ready
     *            told on that thread when there is a new picture
     */
    FrameLane(Supplier<PictureDecoder> decoders, ExecutorService thread, Runnable ready) {
        this.decoders = decoders;
        this.thread = thread;
        this.ready = ready;
    }

    void setActive(boolean seen) {
        active = seen;
        if (seen && !closed) {
            decodeSoon();
        }
    }

    /** Takes the bytes of a frame; returns at once. */
    void offer(Bytes jpeg, DeviceState state, long arrivedNanos) {
        if (closed) {
            return;
        }
        boolean first = waiting.set(new Waiting(jpeg, state, arrivedNanos)).isEmpty();
        if (active || first) {
            decodeSoon();
        }
    }

    private void decodeSoon() {
        if (queued.compareAndSet(false, true)) {
            thread.execute(this::decodeNewest);
        }
    }

    private void decodeNewest() {
        // Cleared before the slot is read, so that a frame put there meanwhile is not forgotten.
        queued.set(false);
        if (closed) {
            return;
        }
        // Also for a frame that nobody sees yet: its library loads while the window is being made.
        PictureDecoder with = decoder();
        if (active) {
            waiting.take().ifPresent(frame -> decode(frame, with));
        }
    }

    private PictureDecoder decoder() {
        PictureDecoder made = decoder;
        if (made == null) {
            made = decoders.get();
            decoder = made;
        }
        return made;
    }

    private void decode(Waiting frame, PictureDecoder with) {
        try {
            Picture picture = with.decode(frame.jpeg(), spare.take());
            if (picture.damage().isPresent()) {
                damaged.incrementAndGet();
            }
            decoded.set(new LiveFrame(picture, frame.state(), frame.arrivedNanos()))
                    .ifPresent(unseen -> spare.set(unseen.picture()));
            ready.run();
        } catch (PictureException e) {
            undecodable.incrementAndGet();
            LOG.debug("frame not shown: {}", e.getMessage());
        }
    }

    /** The newest picture not yet taken. */
    Optional<LiveFrame> take() {
        return decoded.take();
    }

    /** Hands a picture back to be overwritten. */
    void giveBack(Picture picture) {
        spare.set(picture);
    }

    /** Frames that gave no picture at all. */
    long undecodable() {
        return undecodable.get();
    }

    /** Frames that were shown although something of them was missing. */
    long damaged() {
        return damaged.get();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.execute(() -> {
            PictureDecoder old = decoder;
            decoder = null;
            if (old != null) {
                old.close();
            }
        });
    }
}
