package org.labreel.feed.cpl;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedListener;
import org.labreel.feed.Line;
import org.labreel.feed.Source;

/**
 * Plays from a remote recorder of cpl_media. Each frame becomes an Image event with a JPEG or PNG, stamped by the
 * stream's own seconds; the socket is drained as fast as it fills, since a player that does not read blocks the
 * recorder.
 */
public final class CplSource implements Source, CplPlayer {
    /** A player says little: what a recorder does not read must not gather here. */
    private static final int SEND_BUFFER_BYTES = 64 << 10;

    private final Vertx vertx;
    private final CplAddress address;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final CplTally tally;
    private final Line line;

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
        this.line = new Line(vertx, address.toString());
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
    public void start(FeedListener listener) {
        line.start(listener, this::dial);
    }

    private Line.Talk dial(FeedListener listener) {
        NetClientOptions options = new NetClientOptions().setConnectTimeout((int) limits.connect().toMillis())
                .setTcpKeepAlive(true).setTcpNoDelay(true).setSendBufferSize(SEND_BUFFER_BYTES);
        return new CplConnection(vertx, vertx.createNetClient(options), address, limits, clock,
                new FrameMaker(address, listener, tally), tally);
    }

    @Override
    public void close() {
        line.close();
    }
}
