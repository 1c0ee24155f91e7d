package org.labreel.feed;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * The one start and the one end of a source on the network: all calls of its talk come on one event loop of the
 * caller's Vert.x, and nothing is heard once it is closed. Safe from any thread.
 */
public final class Line implements AutoCloseable {
    private final Vertx vertx;
    private final String address;
    private Optional<Running> running = Optional.empty();
    private boolean closed;

    /** What is said with the other side. Both calls come on the event loop of the line. */
    public interface Talk {
        /** Begins to connect, and from then on whenever the connection was lost. */
        void connect();

        /** Ends for good. */
        void close();

        /** On the thread that closes the line: ends what must not outlive an event loop that is gone already. */
        default void release() {
        }
    }

    private record Running(Context context, ShutOffListener listener, Talk talk) {
    }

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param address
     *            as the source names itself
     */
    public Line(Vertx vertx, String address) {
        this.vertx = vertx;
        this.address = address;
    }

    /**
     * Begins, unless the line was closed before.
     *
     * @param dial
     *            gives the talk for the listener that it is to tell
     * @throws IllegalStateException
     *             when it was started before
     */
    public synchronized void start(FeedListener listener, Function<FeedListener, Talk> dial) {
        if (running.isPresent()) {
            throw new IllegalStateException("the source " + address + " was started before");
        }
        if (closed) {
            return;
        }
        ShutOffListener guarded = new ShutOffListener(listener);
        Talk talk = dial.apply(guarded);
        Context context = vertx.getOrCreateContext();
        running = Optional.of(new Running(context, guarded, talk));
        context.runOnContext(_ -> talk.connect());
    }

    /** From its return on the listener hears nothing. */
    @Override
    public void close() {
        Optional<Running> ending;
        synchronized (this) {
            ending = closed ? Optional.empty() : running;
            closed = true;
        }
        ending.ifPresent(Line::end);
    }

    private static void end(Running ending) {
        ending.listener().shutOff();
        ending.talk().release();
        try {
            ending.context().runOnContext(_ -> ending.talk().close());
        } catch (RejectedExecutionException _) {
            // The caller closed its Vert.x first, and the connection with it.
        }
    }
}
