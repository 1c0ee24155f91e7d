package org.labreel.feed;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** Keeps one feed connected. Confined to one event loop. */
final class Connection implements Line.Talk {
    private final WebSocketClient client;
    private final URI address;
    private final Optional<SourceToken> token;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final FeedListener listener;
    private final DeviceRpc rpc;
    private final Runnable textMessage;
    private final ArrivalWatch watch;
    private final Attempts attempts;
    private Optional<WebSocket> connected = Optional.empty();
    private MessageAssembler assembler;
    private boolean pongDue;
    private long pingedAtNanos;

    Connection(Vertx vertx, WebSocketClient client, URI address, Optional<SourceToken> token, FeedLimits limits,
            FeedClock clock,
            FeedListener listener, DeviceRpc rpc, Runnable textMessage) {
        this.client = client;
        this.address = address;
        this.token = token;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
        this.rpc = rpc;
        this.textMessage = textMessage;
        this.watch = new ArrivalWatch(address.toString(), limits);
        this.assembler = newAssembler();
        this.attempts = new Attempts(vertx, address.toString(), limits, listener::status, this::connect);
    }

    @Override
    public void connect() {
        if (attempts.isClosed()) {
            return;
        }
        long attempt = attempts.begin();
        assembler = newAssembler();
        // The handlers stand before the handshake, so that a first message on its heels is not missed.
        ClientWebSocket socket = client.webSocket();
        socket.frameHandler(frame -> {
            if (attempts.current(attempt)) {
                assembler.frame(frame);
                answersRead(attempt, socket);
            }
        });
        socket.pongHandler(_ -> pongDue = false);
        socket.exceptionHandler(cause -> broken(attempt, cause));
        socket.closeHandler(_ -> lost(attempt, "was closed by the server"));
        socket.connect(options()).onComplete(open -> connected(attempt, socket, open),
                cause -> lost(attempt, Words.failure(cause)));
    }

    /** Pings are answered: a server that sends them without end must also read the answers. */
    private void answersRead(long attempt, ClientWebSocket socket) {
        if (connected.isPresent() && !socket.isClosed() && socket.writeQueueFull()) {
            lost(attempt, "was given up: the server asks and does not read the answers");
        }
    }

    private WebSocketConnectOptions options() {
        String path = address.getRawPath();
        // Only browsers have an Origin, and servers may refuse those that they do not know.
        WebSocketConnectOptions options = new WebSocketConnectOptions().setHost(address.getHost())
                .setPort(address.getPort()).setURI(path == null || path.isEmpty() ? "/" : path)
                .setTimeout(limits.connect().toMillis()).setAllowOriginHeader(false);
        token.ifPresent(each -> each.onto(options));
        return options;
    }

    private MessageAssembler newAssembler() {
        return new MessageAssembler(limits.maxMessageBytes(), this::message, this::tooLong, textMessage);
    }

    private void connected(long attempt, ClientWebSocket socket, WebSocket open) {
        if (!attempts.current(attempt)) {
            open.close();
            return;
        }
        connected = Optional.of(open);
        watch.connected(clock.now());
        pongDue = false;
        status("Connected to " + address);
        attempts.watch(() -> look(attempt, socket));
        new Interview(rpc, listener).ask(() -> attempts.current(attempt));
    }

    private void message(Bytes payload) {
        Arrival now = clock.now();
        if (watch.silent()) {
            status("Connected to " + address);
        }
        pongDue = false;
        attempts.succeeded();
        report(watch.message(now));
        listener.message(new RawMessage(payload, now));
    }

    private void tooLong() {
        Instant now = clock.wall().instant();
        listener.loss(new Loss(Loss.Cause.OVERLONG_MESSAGE, address.toString(), now, now, 1,
                "a message of more than " + Words.bytes(limits.maxMessageBytes()) + " was left out"));
    }

    private void look(long attempt, ClientWebSocket socket) {
        if (!attempts.current(attempt)) {
            return;
        }
        Arrival now = clock.now();
        boolean wasSilent = watch.silent();
        report(watch.tick(now));
        if (!watch.silent()) {
            return;
        }
        if (!wasSilent) {
            status("Connected to " + address + ", but nothing arrives");
            ping(socket, now);
        } else if (now.monotonicNanos() - pingedAtNanos >= limits.silence().toNanos()) {
            if (pongDue || assembler.stuck()) {
                lost(attempt, pongDue ? "is dead: the server does not answer" : "hangs in an endless message");
            } else {
                ping(socket, now);
            }
        }
    }

    private void ping(ClientWebSocket socket, Arrival now) {
        pingedAtNanos = now.monotonicNanos();
        pongDue = true;
        socket.writePing(Buffer.buffer("labreel"));
    }

    private void broken(long attempt, Throwable cause) {
        if (!attempts.current(attempt)) {
            return;
        }
        if (overlong(cause)) {
            tooLong();
            lost(attempt, "was dropped because of a message that is too long");
        } else {
            lost(attempt, "broke (" + cause.getMessage() + ")");
        }
    }

    /** A single frame over the limit ends the connection inside Netty, before any handler sees it. */
    private static boolean overlong(Throwable cause) {
        return cause instanceof TooLongFrameException || (cause instanceof CorruptedWebSocketFrameException e
                && e.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }

    private void lost(long attempt, String why) {
        if (!attempts.current(attempt)) {
            return;
        }
        attempts.lost(why);
        watch.disconnected();
        hangUp();
    }

    private void hangUp() {
        connected.ifPresent(WebSocket::close);
        connected = Optional.empty();
    }

    private void status(String text) {
        listener.status(new FeedStatus(FeedStatus.State.CONNECTED, text, 0));
    }

    private void report(List<Loss> losses) {
        losses.forEach(listener::loss);
    }

    @Override
    public void close() {
        attempts.close();
        hangUp();
        client.close();
        rpc.close();
    }
}
