package org.labreel.feed.cpl;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.labreel.feed.BackOff;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedListener;
import org.labreel.feed.ShutOffListener;
import org.labreel.feed.Source;

/**
 * Plays from a remote recorder of cpl_media. Each frame becomes an Image event with a JPEG or PNG, stamped by the
 * stream's own seconds; the socket is drained as fast as it fills, since a player that does not read blocks the
 * recorder.
 */
public final class CplSource implements Source, CplPlayer {
    private final Vertx vertx;
    private final CplAddress address;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final CplTally tally;
    private Optional<Running> running = Optional.empty();
    private boolean closed;

    private record Running(Context context, ShutOffListener listener, FrameMaker maker, CplConnection connection) {
    }

    /**
     * @param vertx
     *            the caller's, not closed here
     */
    public CplSource(Vertx vertx, CplAddress address) {
        this(vertx, address, limits(Duration.ofSeconds(address.timeoutSeconds())), FeedClock.SYSTEM);
    }

    public CplSource(Vertx vertx, CplAddress address, FeedLimits limits, FeedClock clock) {
        this.vertx = vertx;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
        this.tally = new CplTally(clock.monotonicNanos());
    }

    private static FeedLimits limits(Duration timeout) {
        FeedLimits usual = FeedLimits.DEFAULT;
        return new FeedLimits(timeout, usual.rpc(), timeout, usual.firstRetry(), usual.longestRetry(),
                CplSplitter.MAX_BINARY_BYTES, usual.clockStep());
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public CplAddress remote() {
        return address;
    }

    @Override
    public CplFigures figures() {
        return tally.figures();
    }

    @Override
    public synchronized void start(FeedListener listener) {
        if (running.isPresent()) {
            throw new IllegalStateException("the source " + address + " was started before");
        }
        if (closed) {
            return;
        }
        ShutOffListener guarded = new ShutOffListener(listener);
        FrameMaker maker = new FrameMaker(address, guarded, tally);
        NetClientOptions options = new NetClientOptions().setConnectTimeout((int) limits.connect().toMillis())
                .setTcpKeepAlive(true).setTcpNoDelay(true);
        CplConnection connection = new CplConnection(vertx, vertx.createNetClient(options), address, limits, clock,
                new BackOff(limits.firstRetry(), limits.longestRetry(), RandomGenerator.getDefault()), maker, tally);
        Context context = vertx.getOrCreateContext();
        running = Optional.of(new Running(context, guarded, maker, connection));
        context.runOnContext(_ -> connection.connect());
    }

    @Override
    public void close() {
        Optional<Running> ending;
        synchronized (this) {
            ending = closed ? Optional.empty() : running;
            closed = true;
        }
        ending.ifPresent(CplSource::end);
    }

    private static void end(Running ending) {
        ending.listener().shutOff();
        ending.maker().close();
        try {
            ending.context().runOnContext(_ -> ending.connection().close());
        } catch (RejectedExecutionException _) {
            // The caller closed its Vert.x first, and the connection with it.
        }
    }
}
