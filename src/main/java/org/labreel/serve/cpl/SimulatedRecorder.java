package org.labreel.serve.cpl;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;
import org.labreel.serve.lab.LabBoard;
import org.labreel.serve.lab.LabCamera;
import org.labreel.serve.lab.SimulatedDevice;

/**
 * A remote recorder of cpl_media that is none: it draws a board with droplets of its own, and starts and stops
 * recording by itself, since no player can make it.
 */
public final class SimulatedRecorder implements AutoCloseable {
    private static final long ADVANCE_MILLIS = 20;
    /** Its frames go through a picture first; this keeps it from being seen. */
    private static final int QUALITY = 95;

    private final CplServer server;

    /**
     * @param fps
     *            frames a second
     * @param recorded
     *            how long each recording is; zero for one without an end
     * @param paused
     *            how long it pauses in between
     */
    public record Settings(CplSettings server, int widthPx, int heightPx, double fps, Duration recorded,
            Duration paused) {
        public Settings {
            if (widthPx < 64 || widthPx > 8192 || heightPx < 64 || heightPx > 8192) {
                throw new IllegalArgumentException("a simulated frame has 64 to 8192 pixels a side");
            }
            if (!(fps >= 0.1 && fps <= 240)) {
                throw new IllegalArgumentException("the simulator makes 0.1 to 240 frames a second");
            }
        }
    }

    private SimulatedRecorder(Vertx vertx, Settings settings) {
        AtomicReference<Optional<CplServer>> started = new AtomicReference<>(Optional.empty());
        Camera camera = new Camera(vertx, settings, () -> started.get().map(CplServer::watched).orElse(true));
        server = CplServer.start(vertx, settings.server(), camera);
        started.set(Optional.of(server));
    }

    /** Opens the port. Not to be called on an event loop. */
    public static SimulatedRecorder start(Vertx vertx, Settings settings) {
        return new SimulatedRecorder(vertx, settings);
    }

    /** As a player on this computer writes it. */
    public String address() {
        return server.address();
    }

    public CplCounts figures() {
        return server.figures();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A camera over a simulated board, as a source. */
    private static final class Camera implements Source {
        private final Vertx vertx;
        private final Settings settings;
        private final BooleanSupplier watched;
        private final SimulatedDevice device;
        private final LabBoard board = LabBoard.load();
        private final long advancing;
        /** Frames and the ends of recordings go out in one order. */
        private final Object cut = new Object();
        private Optional<LabCamera> camera = Optional.empty();
        private boolean opened;
        private volatile boolean recording = true;
        private volatile boolean first = true;
        private long cycle = -1;
        private boolean closed;

        Camera(Vertx vertx, Settings settings, BooleanSupplier watched) {
            this.vertx = vertx;
            this.settings = settings;
            this.watched = watched;
            this.device = new SimulatedDevice(board, Instant.now(), new Random());
            this.advancing = vertx.setPeriodic(ADVANCE_MILLIS, _ -> device.advance(Instant.now()));
        }

        @Override
        public String address() {
            return "simulated recorder";
        }

        @Override
        public synchronized void start(FeedListener listener) {
            if (opened || closed) {
                return;
            }
            opened = true;
            // The first frame of a recording tells its size, also when nobody looks yet.
            camera = Optional.of(LabCamera.start(board, device, new LabCamera.Settings(settings.widthPx(),
                    settings.heightPx(), settings.fps(), QUALITY),
                    () -> recording && (first || watched.getAsBoolean()), frame -> film(frame, listener)));
            turn(listener);
        }

        /** A frame that was being drawn when the pause began is none of the recording, nor the first of another. */
        private void film(LabCamera.Frame frame, FeedListener listener) {
            synchronized (cut) {
                if (recording) {
                    first = false;
                    listener.message(new RawMessage(EventCodec.encode(new DeviceEvent.Image(
                            Optional.of(frame.time()), frame.jpeg())), FeedClock.SYSTEM.now()));
                }
            }
        }

        /** The next part of the cycle falls due. */
        private synchronized void turn(FeedListener listener) {
            if (closed || settings.recorded().isZero()) {
                return;
            }
            Duration part = recording ? settings.recorded() : settings.paused();
            cycle = vertx.setTimer(Math.max(1, part.toMillis()), _ -> {
                change(listener);
                turn(listener);
            });
        }

        private void change(FeedListener listener) {
            synchronized (cut) {
                recording = !recording;
                first = true;
                listener.status(new FeedStatus(recording ? FeedStatus.State.CONNECTED : FeedStatus.State.WAITING,
                        recording ? "Recording" : "Pausing", 0));
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                vertx.cancelTimer(advancing);
                vertx.cancelTimer(cycle);
                camera.ifPresent(LabCamera::close);
            }
        }
    }
}
