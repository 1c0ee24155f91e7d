package org.labreel.feed.pi;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
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
    private Optional<Running> running = Optional.empty();
    private boolean closed;

    private record Running(Context context, ShutOffListener listener, PiConnection connection) {
    }

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
    public synchronized void start(FeedListener listener) {
        if (running.isPresent()) {
            throw new IllegalStateException("the camera " + address + " was started before");
        }
        if (closed) {
            return;
        }
        ShutOffListener guarded = new ShutOffListener(listener);
        PiConnection connection = new PiConnection(vertx, vertx.createNetClient(options()), address, limits, clock,
                new BackOff(limits.firstRetry(), limits.longestRetry(), RandomGenerator.getDefault()), dialect,
                guarded, desk);
        Context context = vertx.getOrCreateContext();
        running = Optional.of(new Running(context, guarded, connection));
        context.runOnContext(_ -> connection.connect());
    }

    private NetClientOptions options() {
        return new NetClientOptions().setConnectTimeout((int) limits.connect().toMillis()).setTcpKeepAlive(true)
                .setTcpNoDelay(true);
    }

    @Override
    public void close() {
        Optional<Running> ending;
        synchronized (this) {
            ending = closed ? Optional.empty() : running;
            closed = true;
        }
        ending.ifPresent(PiCameraSource::end);
    }

    private static void end(Running ending) {
        ending.listener().shutOff();
        try {
            ending.context().runOnContext(_ -> ending.connection().close());
        } catch (RejectedExecutionException _) {
            // The caller closed its Vert.x first, and the connection with it.
        }
    }
}
