package org.labreel.feed.cpl;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Arrival;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * Makes messages of frames on a thread of its own, so that the socket is drained whatever encoding takes; all that the
 * listener hears goes through that thread, one call at a time and in order. The frames that wait are bounded.
 */
final class FrameMaker implements AutoCloseable {
    private static final long MOST_WAITING_BYTES = 256L << 20;

    private final FeedListener listener;
    private final CplTally tally;
    private final int mostWaiting;
    private final FrameEncoder encoder;
    private final StreamClock clock = new StreamClock();
    private final LossSum overflow;
    private final LossSum unreadable;
    private final LossSum leftOut;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("cpl frames").factory());
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private OptionalLong lastCount = OptionalLong.empty();
    private int widthPx;
    private int heightPx;
    /** Of the thread: what was handed over between the close and the end of the thread is no longer wanted. */
    private boolean closed;

    FrameMaker(CplAddress address, FeedListener listener, CplTally tally) {
        this.listener = listener;
        this.tally = tally;
        this.mostWaiting = address.imagesBuffered() == 0 ? Integer.MAX_VALUE : address.imagesBuffered();
        this.encoder = new FrameEncoder(address.picture(), address.quality());
        this.overflow = new LossSum(Loss.Cause.QUEUE_OVERFLOW, address.server(), listener::loss);
        this.unreadable = new LossSum(Loss.Cause.UNREADABLE_MESSAGE, address.server(), listener::loss);
        this.leftOut = new LossSum(Loss.Cause.QUEUE_OVERFLOW, address.server(), listener::loss);
        // Loading the codec's library takes a moment, in which the first frames would pile up.
        then(encoder::warmUp);
    }

    void status(FeedStatus status) {
        then(() -> listener.status(status));
    }

    void loss(Loss loss) {
        then(() -> listener.loss(loss));
    }

    void unreadable(Instant at, String why) {
        tally.skippedHere(1);
        then(() -> unreadable.add(1, at, why));
    }

    /** A recording begins there; its clock and its count begin anew. */
    void begins() {
        then(() -> {
            clock.restart();
            lastCount = OptionalLong.empty();
            widthPx = 0;
        });
    }

    /** To be called now and then, so that losses that were gathered are told. */
    void look(Instant now) {
        then(() -> {
            overflow.tell(now);
            unreadable.tell(now);
            leftOut.tell(now);
        });
    }

    /**
     * @param bytes
     *            of the message, its text included, which may be larger than the pixels
     */
    void frame(CplMessage.Image image, int bytes, Arrival at) {
        boolean tooMany = waiting.get() >= mostWaiting;
        boolean tooLarge = waiting.get() > 0 && waitingBytes.get() + bytes > MOST_WAITING_BYTES;
        if (tooMany || tooLarge) {
            tally.skippedHere(1);
            then(() -> overflow.add(1, at.wall(), "frames came faster than this computer could encode them"));
            return;
        }
        waiting.incrementAndGet();
        waitingBytes.addAndGet(bytes);
        then(() -> {
            try {
                make(image, at);
            } finally {
                waitingBytes.addAndGet(-bytes);
                waiting.decrementAndGet();
            }
        });
    }

    private void make(CplMessage.Image image, Arrival at) {
        try {
            FrameEncoder.Made made = encoder.encode(image);
            count(image.count(), at.wall());
            Optional<Instant> time = Optional.of(clock.stamp(image.t(), at.wall()));
            if (made.widthPx() != widthPx || made.heightPx() != heightPx) {
                widthPx = made.widthPx();
                heightPx = made.heightPx();
                send(new DeviceEvent.ImageTransform(time, Optional.empty(), widthPx, heightPx), at);
            }
            tally.recorded(made.picture().length());
            send(new DeviceEvent.Image(time, made.picture()), at);
        } catch (MalformedCplException e) {
            tally.skippedHere(1);
            unreadable.add(1, at.wall(), "a frame could not be read: " + e.getMessage());
        }
    }

    /** A count that goes up by more than one tells of frames that the recorder could not send. */
    private void count(OptionalLong count, Instant at) {
        if (count.isPresent()) {
            long missing = lastCount.isPresent() ? count.getAsLong() - lastCount.getAsLong() - 1 : 0;
            if (missing > 0 && missing < 1_000_000) {
                tally.skippedThere(missing);
                leftOut.add(missing, at, "the recorder left frames out, by its own count");
            }
        }
        lastCount = count;
    }

    private void send(DeviceEvent event, Arrival at) {
        listener.message(new RawMessage(EventCodec.encode(event), at));
    }

    private void then(Runnable work) {
        try {
            thread.execute(() -> {
                if (!closed) {
                    work.run();
                }
            });
        } catch (RejectedExecutionException _) {
            // Closed: nobody listens any more.
        }
    }

    @Override
    public void close() {
        then(() -> {
            closed = true;
            encoder.close();
        });
        thread.shutdown();
    }
}
