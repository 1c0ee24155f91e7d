package org.labreel.serve;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.EventCodec;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.DeviceRpc;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * Passes a source's messages on as a PurpleDrop would send them, to any number of clients, byte for byte, and answers
 * the RPC that such clients ask. No client, however slow, holds up another or the source.
 */
public final class FeedRelay implements AutoCloseable {
    private final Source source;
    private final Settings settings;
    private final Optional<DeviceRpc> device;
    private final RelayMethods methods;
    private final FeedServer feed;
    private final JsonRpcServer rpc;

    /**
     * @param port
     *            of the feed, 0 for a free one
     * @param rpcPort
     *            of the RPC, 0 for a free one; clients look for it one below the feed
     * @param stateFirst
     *            whether a new client first gets the newest message of each kind that tells a state, as received
     * @param commands
     *            whether clients may also command the device
     * @param queueBytes
     *            that wait for one client at most
     */
    public record Settings(Access access, int port, int rpcPort, boolean stateFirst, boolean commands,
            long queueBytes) {
        /** About five seconds of a usual camera. */
        public static final long QUEUE_BYTES = 32 << 20;
        public static final Settings LOOPBACK = new Settings(Access.LOOPBACK, 0, 0, true, false, QUEUE_BYTES);

        /**
         * @param feedPort
         *            0 for free ports
         */
        public static Settings at(Access access, int feedPort) {
            return new Settings(access, feedPort, feedPort == 0 ? 0 : feedPort - 1, true, false, QUEUE_BYTES);
        }
    }

    private FeedRelay(Vertx vertx, Source source, Optional<DeviceRpc> device, Settings settings) {
        this.source = source;
        this.settings = settings;
        this.device = device;
        this.methods = new RelayMethods(device, settings.commands());
        this.feed = FeedServer.start(vertx, new FeedServer.Settings(settings.access(), settings.port(),
                settings.queueBytes(), settings.stateFirst()));
        this.rpc = startRpc(vertx);
        source.start(new Passing());
    }

    private JsonRpcServer startRpc(Vertx vertx) {
        try {
            return JsonRpcServer.start(vertx, settings.access(), settings.rpcPort(), methods);
        } catch (RuntimeException e) {
            feed.close();
            throw e;
        }
    }

    /**
     * Opens the ports and starts the source. Not to be called on an event loop.
     *
     * @param source
     *            closed with the relay
     * @param device
     *            where questions are passed on to, closed with the relay; absent for sources without RPC
     * @throws java.io.UncheckedIOException
     *             when a port cannot be opened
     */
    public static FeedRelay start(Vertx vertx, Source source, Optional<DeviceRpc> device, Settings settings) {
        return new FeedRelay(vertx, source, device, settings);
    }

    private final class Passing implements FeedListener {
        @Override
        public void earlier(RawMessage message) {
            EventKind kind = kind(message.payload());
            feed.know(message.payload(), kind);
            note(message, kind);
        }

        @Override
        public void message(RawMessage message) {
            Bytes payload = message.payload();
            EventKind kind = kind(payload);
            feed.send(payload, kind);
            note(message, kind);
        }

        @Override
        public void board(Board board) {
            methods.board(board);
        }

        @Override
        public void told(DeviceEvent event) {
            methods.state(methods.state().after(event, java.time.Instant.now()));
        }

        @Override
        public void status(FeedStatus status) {
            // The protocol has no word for it: clients hear that nothing comes.
        }

        @Override
        public void loss(Loss loss) {
            // Nor for this.
        }
    }

    private void note(RawMessage message, EventKind kind) {
        if (RelayMethods.tells(kind)) {
            try {
                methods.state(methods.state().after(EventCodec.decode(message.payload()), message.arrival().wall()));
            } catch (MalformedEventException _) {
                // Passed on as it is; it only tells no state.
            }
        }
    }

    private static EventKind kind(Bytes message) {
        try {
            return EventPeek.of(message.slice(0, Math.min(message.length(), EventPeek.ENOUGH))).kind();
        } catch (MalformedEventException _) {
            return EventKind.UNKNOWN;
        }
    }

    /** ws://host:port */
    public URI feed() {
        return URI.create("ws://" + settings.access().host() + ":" + feed.port());
    }

    /** http://host:port/rpc */
    public URI rpc() {
        return URI.create("http://" + settings.access().host() + ":" + rpc.port() + "/rpc");
    }

    /** The address of the relayed source. */
    public String source() {
        return source.address();
    }

    /** The clients as they are now. */
    public List<FeedClient> clients() {
        return feed.clients();
    }

    /** How it goes, in words. */
    public String words() {
        List<FeedClient> now = clients();
        long waiting = now.stream().mapToLong(FeedClient::waitingBytes).sum();
        long missed = missed();
        return (now.isEmpty() ? "No client" : now.size() == 1 ? "One client" : now.size() + " clients")
                + (waiting > 1 << 20 ? String.format(", %,d MB wait for slow ones", waiting >> 20) : "")
                + (missed > 0 ? String.format(", %,d messages left out for slow ones", missed) : "");
    }

    /** Messages that some client missed, clients that have left included. */
    public long missed() {
        return feed.missed();
    }

    @Override
    public void close() {
        source.close();
        rpc.close();
        feed.close();
        device.ifPresent(DeviceRpc::close);
    }
}
