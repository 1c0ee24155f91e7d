package org.labreel.feed.pi;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labreel.feed.ArrivalWatch;
import org.labreel.feed.Attempts;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.HangUp;
import org.labreel.feed.Line;
import org.labreel.feed.Words;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;

/** Keeps one camera connected. Confined to one event loop, but for commands, which come from any thread. */
final class PiConnection implements Line.Talk {
    /** What waits to be sent to a camera that reads nothing; a command has less than a hundred bytes. */
    private static final int MAX_UNSENT_BYTES = 64 << 10;

    private final Vertx vertx;
    private final NetClient client;
    private final PiAddress address;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final PiDialect dialect;
    private final PiCodec codec;
    private final FeedListener listener;
    private final PiDesk desk;
    private final ArrivalWatch watch;
    private final PiPreview preview;
    private final UnreadableMessages unreadable;
    private final Attempts attempts;
    private Optional<NetSocket> socket = Optional.empty();
    private Optional<PiProbe> probe = Optional.empty();
    private String lastStatus = "";

    PiConnection(Vertx vertx, NetClient client, PiAddress address, FeedLimits limits, FeedClock clock,
            PiDialect dialect, FeedListener listener, PiDesk desk) {
        this.vertx = vertx;
        this.client = client;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
        this.dialect = dialect;
        this.codec = new PiCodec(dialect);
        this.listener = listener;
        this.desk = desk;
        this.watch = new ArrivalWatch(address.toString(), limits);
        this.preview = new PiPreview(listener);
        this.unreadable = new UnreadableMessages(address.toString());
        this.attempts = new Attempts(vertx, address.toString(), limits, listener::status, this::connect);
    }

    @Override
    public void connect() {
        if (attempts.isClosed()) {
            return;
        }
        long attempt = attempts.begin();
        client.connect(address.port(), address.hostName()).onComplete(open -> connected(attempt, open),
                cause -> lost(attempt, Words.failure(cause)));
    }

    private void connected(long attempt, NetSocket open) {
        if (!attempts.current(attempt)) {
            open.close();
            return;
        }
        socket = Optional.of(open);
        preview.reset();
        watch.connected(clock.now());
        PiAssembler assembler = new PiAssembler(limits.maxMessageBytes(), body -> message(attempt, body));
        open.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        open.exceptionHandler(cause -> lost(attempt, "broke (" + cause.getMessage() + ")"));
        open.closeHandler(_ -> lost(attempt, "was closed by the camera"));
        open.handler(bytes -> take(attempt, assembler, bytes));
        Context context = vertx.getOrCreateContext();
        desk.connected(command -> context.runOnContext(_ -> send(attempt, command)));
        status("");
        listener.told(new DeviceEvent.DeviceInfo(true, address.name(), "Pi camera"));
        attempts.watch(() -> look(attempt));
    }

    private void take(long attempt, PiAssembler assembler, Buffer bytes) {
        if (!attempts.current(attempt)) {
            return;
        }
        try {
            assembler.take(bytes.getBytes());
        } catch (MalformedMessageException e) {
            Instant now = clock.wall().instant();
            listener.loss(new Loss(Loss.Cause.OVERLONG_MESSAGE, address.toString(), now, now, 1,
                    "a message was left out: " + e.getMessage()));
            lost(attempt, "was dropped: " + e.getMessage());
        }
    }

    private void message(long attempt, Bytes body) {
        if (!attempts.current(attempt)) {
            return;
        }
        probe.ifPresent(PiProbe::heard);
        attempts.succeeded();
        try {
            PiSignal signal = PiSignals.read(codec.decode(body), dialect);
            desk.told(signal);
            if (signal instanceof PiSignal.Frame(Bytes png)) {
                frame(png);
            } else if (signal instanceof PiSignal.Status) {
                status(watch.silent() ? quiet() : "");
            }
        } catch (MalformedMessageException e) {
            unreadable.add(e.getMessage(), clock.wall().instant());
        }
    }

    private void frame(Bytes png) {
        Arrival now = clock.now();
        boolean wasSilent = watch.silent();
        report(watch.message(now));
        if (wasSilent) {
            status("");
        }
        preview.frame(png, now);
    }

    private void send(long attempt, PiCommand command) {
        socket.filter(_ -> attempts.current(attempt)).ifPresent(open -> {
            if (open.writeQueueFull()) {
                desk.told(new PiSignal.CameraError("The camera reads nothing; the last command was not sent."));
            } else {
                open.write(Buffer.buffer(codec.encode(PiCommands.message(command, dialect))));
            }
        });
    }

    private void look(long attempt) {
        if (!attempts.current(attempt)) {
            return;
        }
        Arrival now = clock.now();
        boolean wasSilent = watch.silent();
        unreadable.take().ifPresent(listener::loss);
        report(watch.tick(now));
        if (!watch.silent()) {
            return;
        }
        if (!wasSilent) {
            status(quiet());
        }
        PiProbe asked = probe.orElseGet(() -> new PiProbe(client, address, limits.silence()));
        probe = Optional.of(asked);
        if (asked.dead(now.monotonicNanos())) {
            lost(attempt, "is dead: the camera does not answer");
        }
    }

    private String quiet() {
        return desk.state().status().filter(CameraStatus.NOT_CONNECTED::equals).isPresent()
                ? ", but it says that its camera is not connected"
                : ", but no frames arrive";
    }

    private void lost(long attempt, String why) {
        if (!attempts.current(attempt)) {
            return;
        }
        unreadable.take().ifPresent(listener::loss);
        attempts.lost(why);
        watch.disconnected();
        hangUp();
    }

    private void hangUp() {
        if (socket.isPresent()) {
            desk.disconnected();
        }
        probe.ifPresent(PiProbe::close);
        probe = Optional.empty();
        socket.ifPresent(HangUp::politely);
        socket = Optional.empty();
        lastStatus = "";
    }

    /** The status, when it is another than before; a "but" goes after the address. */
    private void status(String but) {
        String text = "Connected to " + address + but;
        if (!text.equals(lastStatus)) {
            lastStatus = text;
            listener.status(new FeedStatus(FeedStatus.State.CONNECTED, text, 0));
        }
    }

    private void report(List<Loss> losses) {
        losses.forEach(listener::loss);
    }

    @Override
    public void close() {
        attempts.close();
        hangUp();
        client.close();
    }
}
