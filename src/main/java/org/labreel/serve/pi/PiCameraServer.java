package org.labreel.serve.pi;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.labreel.feed.HangUp;
import org.labreel.feed.pi.MalformedMessageException;
import org.labreel.feed.pi.PiAssembler;
import org.labreel.feed.pi.PiCodec;
import org.labreel.feed.pi.PiCommands;
import org.labreel.feed.pi.PiDialect;
import org.labreel.feed.pi.PiMessage;
import org.labreel.feed.pi.PiSignal;
import org.labreel.feed.pi.PiSignals;
import org.labreel.model.Bytes;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a camera to many clients as the remote Pi camera does. */
public final class PiCameraServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PiCameraServer.class);
    /** The longest command, an annotation, has less than 10 kB. */
    private static final int MAX_COMMAND_BYTES = 64 << 10;
    private static final int MAX_CLIENTS = 64;
    private static final int SEND_BUFFER_BYTES = 256 << 10;

    private final Context context;
    private final Settings settings;
    private final PiHead head;
    private final PiDialect dialect = PiDialect.DEFAULT;
    private final PiCodec codec = new PiCodec(dialect);
    private final Map<NetSocket, PiOutbox> clients = new LinkedHashMap<>();
    private final AtomicInteger clientCount = new AtomicInteger();
    private final AtomicLong droppedFrames = new AtomicLong();
    private final NetServer server;

    /**
     * @param port
     *            0 for a free one
     * @param allowed
     *            who may look and command
     * @param patience
     *            until a client is let go that reads nothing
     */
    public record Settings(int port, AllowedAddresses allowed, Duration patience) {
        /** With the usual patience, a minute. */
        public Settings(int port, AllowedAddresses allowed) {
            this(port, allowed, Duration.ofMinutes(1));
        }
    }

    private PiCameraServer(Vertx vertx, Settings settings, PiHead head) {
        this.context = vertx.getOrCreateContext();
        this.settings = settings;
        this.head = head;
        this.server = vertx.createNetServer(new NetServerOptions().setPort(settings.port())
                .setHost(settings.allowed().bind()).setTcpNoDelay(true).setTcpKeepAlive(true)
                .setSendBufferSize(SEND_BUFFER_BYTES)).connectHandler(this::welcome);
    }

    /**
     * Opens the port. Not to be called on an event loop.
     *
     * @throws java.io.UncheckedIOException
     *             when it cannot be opened
     */
    public static PiCameraServer start(Vertx vertx, Settings settings, PiHead head) {
        PiCameraServer made = new PiCameraServer(vertx, settings, head);
        // Listening from its own context keeps every client on one event loop.
        Promise<NetServer> open = Promise.promise();
        made.context.runOnContext(_ -> made.server.listen().onComplete(open));
        Waiting.forIt(open.future(), "The Pi camera on port " + settings.port());
        return made;
    }

    public int port() {
        return server.actualPort();
    }

    public int clientCount() {
        return clientCount.get();
    }

    /** Frames that slow clients missed, of clients that are gone as well. */
    public long droppedFrames() {
        return droppedFrames.get();
    }

    private void welcome(NetSocket client) {
        InetAddress from = new InetSocketAddress(client.remoteAddress().hostAddress(), 0).getAddress();
        if (from == null || !settings.allowed().admits(from) || clients.size() >= MAX_CLIENTS) {
            LOG.info("{} was not let in", client.remoteAddress());
            client.close();
            return;
        }
        PiOutbox outbox = new PiOutbox(client, settings.patience());
        clients.put(client, outbox);
        PiAssembler assembler = new PiAssembler(MAX_COMMAND_BYTES, body -> command(outbox, body));
        client.exceptionHandler(cause -> LOG.debug("client {}: {}", client.remoteAddress(), cause.getMessage()));
        client.closeHandler(_ -> farewell(client));
        client.handler(bytes -> take(client, assembler, bytes));
        count();
        head.present().forEach(signal -> clients.values().forEach(each -> tell(each, signal)));
    }

    private void farewell(NetSocket client) {
        Optional.ofNullable(clients.remove(client)).ifPresent(outbox -> {
            outbox.close();
            droppedFrames.addAndGet(outbox.droppedFrames());
            count();
        });
    }

    private void count() {
        boolean watchedBefore = clientCount.getAndSet(clients.size()) > 0;
        if (watchedBefore == clients.isEmpty()) {
            head.watched(!clients.isEmpty());
        }
    }

    private void take(NetSocket client, PiAssembler assembler, Buffer bytes) {
        try {
            assembler.take(bytes.getBytes());
        } catch (MalformedMessageException e) {
            LOG.info("{} was sent away: {}", client.remoteAddress(), e.getMessage());
            HangUp.on(client);
        }
    }

    private void command(PiOutbox asker, Bytes body) {
        PiHead.Voice voice = new PiHead.Voice(this::tell, signal -> tell(asker, signal));
        try {
            head.command(PiCommands.read(codec.decode(body)), voice);
        } catch (MalformedMessageException e) {
            voice.refuse("The command was not understood: " + e.getMessage() + ".");
        }
    }

    /** Tells every client. From any thread. */
    public void tell(PiSignal signal) {
        everywhere(outbox -> tell(outbox, signal));
    }

    private void tell(PiOutbox outbox, PiSignal signal) {
        PiMessage message = PiSignals.message(signal, dialect);
        outbox.signal(message.command(), Buffer.buffer(codec.encode(message)));
    }

    /** Shows every client a frame, which one that is behind may miss. From any thread. */
    public void frame(Bytes png) {
        Buffer message = Buffer.buffer(codec.encode(PiSignals.message(new PiSignal.Frame(png), dialect)));
        everywhere(outbox -> outbox.frame(message));
    }

    private void everywhere(Consumer<PiOutbox> work) {
        context.runOnContext(_ -> clients.values().forEach(work));
    }

    @Override
    public void close() {
        Waiting.forIt(server.close(), "Closing the Pi camera");
    }
}
