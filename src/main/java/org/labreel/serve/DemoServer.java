package org.labreel.serve;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.labreel.codec.EventCodec;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.serve.lab.LabBoard;
import org.labreel.serve.lab.LabCamera;
import org.labreel.serve.lab.SimulatedDevice;

/** A simulated PurpleDrop on loopback: the websocket feed and the JSON-RPC, a board and droplets of its own. */
public final class DemoServer implements AutoCloseable {
    /** What the simulated device calls itself. */
    public static final String SERIAL = SimulatedDevice.SERIAL;
    private static final long READING_MILLIS = 10;
    /** As with the real one nothing is sent on connect; unlike there a slow client misses frames. */
    private static final long QUEUE_BYTES = 2 << 20;

    private final Vertx vertx;
    private final SimulatedDevice device;
    private final FeedServer feed;
    private final JsonRpcServer rpc;
    private final LabCamera camera;
    private final long readings;
    private boolean closed;

    /**
     * @param wsPort
     *            port of the feed, 0 for a free one
     * @param rpcPort
     *            port of the RPC, 0 for a free one
     * @param fps
     *            frames a second
     */
    public record Settings(int wsPort, int rpcPort, int width, int height, double fps, int jpegQuality) {
        public static final Settings DEFAULT = new Settings(0, 0, 1024, 768, 30, 85);

        public Settings {
            if (width < 64 || width > 8192 || height < 64 || height > 8192) {
                throw new IllegalArgumentException("a demo frame has 64 to 8192 pixels a side");
            }
            if (!(fps >= 0.1 && fps <= 240)) {
                throw new IllegalArgumentException("the demo makes 0.1 to 240 frames a second");
            }
            if (jpegQuality < 1 || jpegQuality > 100) {
                throw new IllegalArgumentException("JPEG quality goes from 1 to 100");
            }
        }
    }

    private DemoServer(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        LabBoard board = LabBoard.load();
        device = new SimulatedDevice(board, Instant.now(), new Random());
        feed = FeedServer.start(vertx, new FeedServer.Settings(Access.LOOPBACK, settings.wsPort(), QUEUE_BYTES, false));
        rpc = startRpc(board, settings.rpcPort());
        camera = LabCamera.start(board, device, new LabCamera.Settings(settings.width(), settings.height(),
                settings.fps(), settings.jpegQuality()), () -> feed.clientCount() > 0, this::frame);
        readings = vertx.setPeriodic(READING_MILLIS, _ -> read());
    }

    /** Starts the servers and returns once both ports are open. Not to be called on an event loop. */
    public static DemoServer start(Vertx vertx, Settings settings) {
        return new DemoServer(vertx, settings);
    }

    private JsonRpcServer startRpc(LabBoard board, int port) {
        try {
            return JsonRpcServer.start(vertx, Access.LOOPBACK, port,
                    RpcMethods.of(new DemoMethods(device, board).byName()));
        } catch (RuntimeException e) {
            feed.close();
            throw e;
        }
    }

    private void read() {
        device.advance(Instant.now()).forEach(event -> feed.send(EventCodec.encode(event), event.kind()));
    }

    private void frame(LabCamera.Frame frame) {
        Optional<Instant> time = Optional.of(frame.time());
        Bytes transform = EventCodec.encode(new DeviceEvent.ImageTransform(time, Optional.of(frame.transform()),
                frame.width(), frame.height()));
        Bytes image = EventCodec.encode(new DeviceEvent.Image(time, frame.jpeg()));
        feed.send(List.of(new FeedServer.Message(transform, EventKind.IMAGE_TRANSFORM),
                new FeedServer.Message(image, EventKind.IMAGE)));
    }

    /** ws://127.0.0.1:port */
    public URI feed() {
        return URI.create("ws://" + ServerLimits.LOOPBACK + ":" + feed.port());
    }

    /** http://127.0.0.1:port/rpc */
    public URI rpc() {
        return URI.create("http://" + ServerLimits.LOOPBACK + ":" + rpc.port() + "/rpc");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        vertx.cancelTimer(readings);
        camera.close();
        rpc.close();
        feed.close();
    }
}
