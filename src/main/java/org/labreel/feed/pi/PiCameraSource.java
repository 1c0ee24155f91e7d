package org.labreel.feed.pi;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedListener;
import org.labreel.feed.Line;
import org.labreel.feed.Source;

/**
 * The preview of a remote Pi camera: each frame becomes an image message of the PurpleDrop feed, stamped with its
 * arrival, so that it is shown, recorded and exported as any other. All listener calls come on one event loop of the
 * caller's Vert.x.
 */
public final class PiCameraSource implements Source {
    private final Vertx vertx;
    private final PiAddress address;
    private final PiDesk desk;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final PiDialect dialect;
    private final Line line;

    /**
     * @param vertx
     *            the caller's, not closed here
     * @param desk
     *            the camera's controls, connected while this source is
     */
    public PiCameraSource(Vertx vertx, PiAddress address, PiDesk desk) {
        this(vertx, address, desk, FeedLimits.DEFAULT, FeedClock.SYSTEM, PiDialect.DEFAULT);
    }

    public PiCameraSource(Vertx vertx, PiAddress address, PiDesk desk, FeedLimits limits, FeedClock clock,
            PiDialect dialect) {
        this.vertx = vertx;
        this.address = address;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
        this.dialect = dialect;
        this.line = new Line(vertx, address.toString());
    }

    @Override
    public String address() {
        return address.toString();
    }

    /** What this camera can be told to do. */
    public PiCamera camera() {
        return desk;
    }

    @Override
    public void start(FeedListener listener) {
        line.start(listener, this::dial);
    }

    private Line.Talk dial(FeedListener listener) {
        return new PiConnection(vertx, vertx.createNetClient(options()), address, limits, clock, dialect, listener,
                desk);
    }

    private NetClientOptions options() {
        return new NetClientOptions().setConnectTimeout((int) limits.connect().toMillis()).setTcpKeepAlive(true)
                .setTcpNoDelay(true);
    }

    @Override
    public void close() {
        line.close();
    }
}
