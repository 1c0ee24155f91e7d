package org.labreel.feed.cpl;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labreel.feed.ArrivalWatch;
import org.labreel.feed.BackOff;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Line;
import org.labreel.feed.Words;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;

/** Keeps one player connected to its recorder. Confined to one event loop. */
final class CplConnection implements Line.Talk {
    private final Vertx vertx;
    private final NetClient client;
    private final CplAddress address;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final BackOff backOff;
    private final FrameMaker maker;
    private final CplTally tally;
    private final ArrivalWatch watch;
    private Optional<NetSocket> socket = Optional.empty();
    private Optional<CplDialogue> dialogue = Optional.empty();
    private long attempt;
    private long timer = -1;
    private boolean closed;

    CplConnection(Vertx vertx, NetClient client, CplAddress address, FeedLimits limits, FeedClock clock,
            BackOff backOff, FrameMaker maker, CplTally tally) {
        this.vertx = vertx;
        this.client = client;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
        this.backOff = backOff;
        this.maker = maker;
        this.tally = tally;
        this.watch = new ArrivalWatch(address.server(), limits);
    }

    @Override
    public void connect() {
        if (closed) {
            return;
        }
        long mine = ++attempt;
        maker.status(new FeedStatus(FeedStatus.State.CONNECTING, "Connecting to " + address.server(),
                backOff.failures() + 1));
        client.connect(address.port(), address.host()).onComplete(open -> connected(mine, open),
                cause -> lost(mine, Words.failure(cause)));
    }

    private boolean current(long mine) {
        return !closed && attempt == mine;
    }

    private void connected(long mine, NetSocket open) {
        if (!current(mine)) {
            Future<Void> _ = open.close();
            return;
        }
        socket = Optional.of(open);
        CplDialogue talk = new CplDialogue(limits, message -> say(open, message), this::status);
        dialogue = Optional.of(talk);
        CplSplitter splitter = new CplSplitter(CplSplitter.MAX_TEXT_BYTES, limits.maxMessageBytes(),
                frame -> received(talk, frame));
        open.handler(buffer -> take(mine, talk, splitter, buffer));
        open.exceptionHandler(cause -> lost(mine, "broke (" + cause.getMessage() + ")"));
        open.closeHandler(_ -> lost(mine, splitter.midMessage()
                ? "was closed by the recorder in the middle of a message"
                : "was closed by the recorder"));
        talk.open(clock.now().monotonicNanos());
        long everyMillis = Math.clamp(limits.silence().toMillis() / 4, 1, 1000);
        timer = vertx.setPeriodic(everyMillis, _ -> look(mine, talk));
    }

    private void take(long mine, CplDialogue talk, CplSplitter splitter, Buffer buffer) {
        if (!current(mine)) {
            return;
        }
        tally.received(buffer.length());
        talk.heard(clock.now().monotonicNanos());
        try {
            splitter.take(Bytes.wrap(buffer.getBytes()));
        } catch (MalformedCplException e) {
            Instant now = clock.wall().instant();
            maker.loss(new Loss(Loss.Cause.OVERLONG_MESSAGE, address.server(), now, now, 1,
                    String.valueOf(e.getMessage())));
            lost(mine, "was given up: " + e.getMessage());
        }
    }

    private void received(CplDialogue talk, CplFrame frame) {
        Arrival now = clock.now();
        backOff.succeeded();
        try {
            CplMessage message = CplCodec.decode(frame);
            switch (message) {
                case CplMessage.StartedRecording started when !talk.playing() -> {
                    tally.started(started);
                    maker.begins();
                    watch.connected(now);
                }
                case CplMessage.Image image -> {
                    watch.message(now).forEach(maker::loss);
                    maker.frame(image, now);
                }
                case CplMessage.StoppedRecording _ -> tally.ended();
                case CplMessage.StartedRecording _,CplMessage.StartedPlaying _,CplMessage.StoppedPlaying _,CplMessage.Failure _,CplMessage.Unknown _ ->
                    {
                    }
            }
            talk.message(message);
        } catch (MalformedCplException e) {
            // Where the next message begins is known all the same.
            maker.unreadable(now.wall(), "a message could not be read: " + e.getMessage());
        }
    }

    private void look(long mine, CplDialogue talk) {
        if (!current(mine)) {
            return;
        }
        Arrival now = clock.now();
        maker.look(now.wall());
        if (talk.playing()) {
            watch.tick(now).forEach(maker::loss);
        }
        talk.look(now.monotonicNanos()).ifPresent(why -> lost(mine, why));
    }

    private void say(NetSocket to, CplMessage message) {
        Future<Void> _ = to.write(Buffer.buffer(CplCodec.encode(message).toArray()));
    }

    private void status(String text) {
        maker.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address.server() + text, 0));
    }

    private void lost(long mine, String why) {
        if (!current(mine)) {
            return;
        }
        attempt++;
        vertx.cancelTimer(timer);
        watch.disconnected();
        tally.ended();
        hangUp();
        Duration pause = backOff.next();
        maker.status(new FeedStatus(FeedStatus.State.WAITING, "Connection to " + address.server() + " " + why
                + "; trying again in " + Words.duration(pause), backOff.failures()));
        timer = vertx.setTimer(Math.max(1, pause.toMillis()), _ -> connect());
    }

    private void hangUp() {
        socket.ifPresent(NetSocket::close);
        socket = Optional.empty();
        dialogue = Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
        // A recorder that is told goes on at once to the next player.
        dialogue.ifPresent(CplDialogue::leave);
        hangUp();
        Future<Void> _ = client.close();
    }

    @Override
    public void release() {
        maker.close();
    }
}
