package org.labreel.feed;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The attempts at one connection, one after another with pauses between. Each has a number of its own, since what an
 * earlier one still brings is not to be listened to. For one event loop only.
 */
public final class Attempts {
    private final Vertx vertx;
    private final String address;
    private final FeedLimits limits;
    private final BackOff backOff;
    private final Consumer<FeedStatus> status;
    private final Runnable connect;
    private long newest;
    private long timer = -1;
    private boolean closed;

    /**
     * @param address
     *            as the operator knows it
     * @param status
     *            told of attempts and of pauses
     * @param connect
     *            tries anew, once a pause is over
     */
    public Attempts(Vertx vertx, String address, FeedLimits limits, Consumer<FeedStatus> status, Runnable connect) {
        this.vertx = vertx;
        this.address = address;
        this.limits = limits;
        this.backOff = BackOff.of(limits);
        this.status = status;
        this.connect = connect;
    }

    /** The number of the attempt that begins now. */
    public long begin() {
        status.accept(new FeedStatus(FeedStatus.State.CONNECTING, "Connecting to " + address,
                backOff.failures() + 1));
        return ++newest;
    }

    /** Whether it is the newest one and was not lost. */
    public boolean current(long attempt) {
        return !closed && attempt == newest;
    }

    /** Has a look taken at the connection now and then, until it is lost; often enough that silence is noticed. */
    public void watch(Runnable look) {
        long everyMillis = Math.clamp(limits.silence().toMillis() / 4, 1, 1000);
        timer = vertx.setPeriodic(everyMillis, _ -> look.run());
    }

    /** To be called once the server has proved itself by a message. */
    public void succeeded() {
        backOff.succeeded();
    }

    /**
     * The newest attempt is over; after a pause another is made.
     *
     * @param why
     *            what follows on "Connection to ... "
     */
    public void lost(String why) {
        newest++;
        vertx.cancelTimer(timer);
        Duration pause = backOff.next();
        status.accept(new FeedStatus(FeedStatus.State.WAITING, "Connection to " + address + " " + why
                + "; trying again in " + Words.duration(pause), backOff.failures()));
        timer = vertx.setTimer(Math.max(1, pause.toMillis()), _ -> connect.run());
    }

    /** No attempt is current from now on, and none is made. */
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
    }

    public boolean isClosed() {
        return closed;
    }
}
