package org.labreel.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.SharedSource;
import org.labreel.feed.Source;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;
import org.labreel.picture.PictureSize;
import org.labreel.record.Recorder;

/** One configured camera: connected while a session needs it, heard by all recorders of the sessions that do. */
public final class CameraFeed {
    private final SharedSource shared;
    private final LongSupplier nanos;
    private final FrameGauge gauge = new FrameGauge();
    private final Map<Recorder, Source> recorders = new HashMap<>();
    private volatile Session.Camera camera;
    private volatile Optional<FeedStatus> status = Optional.empty();
    private volatile Optional<String> board = Optional.empty();
    private Optional<Source> watch = Optional.empty();
    private boolean probing;

    /**
     * @param camera
     *            as configured; an empty serial is filled in once the device has told it
     * @param open
     *            makes the source anew each time it is needed
     * @param nanos
     *            the monotonic clock that arrivals are stamped with
     */
    public CameraFeed(Session.Camera camera, Supplier<Source> open, LongSupplier nanos) {
        this.camera = camera;
        this.shared = new SharedSource(camera.address(), open);
        this.nanos = nanos;
    }

    public Session.Camera camera() {
        return camera;
    }

    /** Whether a session records it, or is armed to. */
    synchronized boolean inUse() {
        return !recorders.isEmpty();
    }

    /** The board that the device server told. */
    Optional<String> board() {
        return board;
    }

    /** Connects to learn the serial, until it is known. */
    synchronized void probe() {
        if (camera.serial().isEmpty()) {
            probing = true;
            connect();
        }
    }

    /** From now on the recorder hears every message, and at once the state that was told before. */
    synchronized void join(Recorder recorder) {
        connect();
        Source branch = shared.branch();
        recorders.put(recorder, branch);
        branch.start(new Tape(recorder));
    }

    synchronized void leave(Recorder recorder) {
        Optional.ofNullable(recorders.remove(recorder)).ifPresent(Source::close);
        hangUpIfUnused();
    }

    private void connect() {
        if (watch.isEmpty()) {
            gauge.reset();
            Source branch = shared.branch();
            watch = Optional.of(branch);
            branch.start(new Watch());
        }
    }

    private void hangUpIfUnused() {
        if (recorders.isEmpty() && !probing) {
            watch.ifPresent(Source::close);
            watch = Optional.empty();
            status = Optional.empty();
        }
    }

    private synchronized void learned() {
        probing = false;
        hangUpIfUnused();
    }

    synchronized void close() {
        probing = false;
        recorders.values().forEach(Source::close);
        recorders.clear();
        hangUpIfUnused();
    }

    CameraHealth health() {
        Optional<FeedStatus> now = status;
        if (now.isEmpty()) {
            return CameraHealth.UNUSED;
        }
        CameraHealth.Link link = switch (now.get().state()) {
            case CONNECTING -> CameraHealth.Link.CONNECTING;
            case CONNECTED -> CameraHealth.Link.UP;
            case WAITING, CLOSED -> CameraHealth.Link.DOWN;
        };
        Optional<PictureSize> size = gauge.size();
        return new CameraHealth(link, now.get().text(), gauge.fresh(nanos.getAsLong()), gauge.framesPerSecond(),
                size.map(PictureSize::width).orElse(0), size.map(PictureSize::height).orElse(0));
    }

    /** Hears the source for one recorder. */
    private record Tape(Recorder recorder) implements FeedListener {
        @Override
        public void message(RawMessage message) {
            recorder.accept(message);
        }

        @Override
        public void earlier(RawMessage message) {
            recorder.earlier(message);
        }

        @Override
        public void loss(Loss loss) {
            recorder.accept(loss);
        }

        @Override
        public void status(FeedStatus next) {
            recorder.accept(next);
        }

        @Override
        public void board(Board told) {
            // The watch keeps it.
        }

        @Override
        public void told(DeviceEvent event) {
            // Told by RPC, not by the feed: it never goes into a log.
        }
    }

    /** Hears the source for the operator. */
    private final class Watch implements FeedListener {
        @Override
        public void message(RawMessage message) {
            gauge.message(message);
        }

        @Override
        public void status(FeedStatus next) {
            status = Optional.of(next);
        }

        @Override
        public void loss(Loss loss) {
            // The recorders enter it.
        }

        @Override
        public void board(Board told) {
            board = Optional.of(told.definition());
        }

        @Override
        public void told(DeviceEvent event) {
            if (event instanceof DeviceEvent.DeviceInfo info && !info.serialNumber().isEmpty()) {
                Session.Camera now = camera;
                if (now.serial().isEmpty()) {
                    camera = new Session.Camera(now.id(), now.model(), info.serialNumber(), now.address(),
                            UUID.randomUUID(), List.of());
                }
                // Not from within the source's own call: closing waits for calls that are under way.
                Thread.startVirtualThread(CameraFeed.this::learned);
            }
        }
    }
}
