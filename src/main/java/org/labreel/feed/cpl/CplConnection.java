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
import org.labreel.feed.Attempts;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.HangUp;
import org.labreel.feed.Line;
import org.labreel.feed.Words;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.Loss;

/** Keeps one player connected to its recorder. Confined to one event loop. */
final class CplConnection implements Line.Talk {
    /** A word to the recorder has some thirty bytes. */
    private static final int MAX_UNSENT_BYTES = 64 << 10;
    /** So many times the silence that is borne may one message take; with the usual settings a minute. */
    private static final int LONGEST_MESSAGE = 12;

    private final NetClient client;
    private final CplAddress address;
    private final FeedLimits limits;
    private final FeedClock clock;
    private final FrameMaker maker;
    private final CplTally tally;
    private final ArrivalWatch watch;
    private final Attempts attempts;
    private Optional<NetSocket> socket = Optional.empty();
    private Optional<CplDialogue> dialogue = Optional.empty();
    /** When the message began that is coming in. */
    private long begunNanos;

    CplConnection(Vertx vertx, NetClient client, CplAddress address, FeedLimits limits, FeedClock clock,
            FrameMaker maker, CplTally tally) {
        this.client = client;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
        this.maker = maker;
        this.tally = tally;
        this.watch = new ArrivalWatch(address.server(), limits);
        this.attempts = new Attempts(vertx, address.server(), limits, maker::status, this::connect);
    }

    @Override
    public void connect() {
        if (attempts.isClosed()) {
            return;
        }
        long attempt = attempts.begin();
        client.connect(address.port(), address.host()).onComplete(open -> connected(attempt, open),
                cause -> lost(attempt, Words.failure(cause)));
    }

    private void connected(long attempt, NetSocket open) {
        if (!attempts.current(attempt)) {
            Future<Void> _ = open.close();
            return;
        }
        socket = Optional.of(open);
        open.setWriteQueueMaxSize(MAX_UNSENT_BYTES);
        CplDialogue talk = new CplDialogue(limits, message -> say(attempt, open, message), this::status,
                this::silence);
        dialogue = Optional.of(talk);
        CplSplitter splitter = new CplSplitter(CplSplitter.MAX_TEXT_BYTES, limits.maxMessageBytes(),
                frame -> received(talk, frame));
        open.handler(buffer -> take(attempt, talk, splitter, buffer));
        open.exceptionHandler(cause -> lost(attempt, "broke (" + cause.getMessage() + ")"));
        open.closeHandler(_ -> lost(attempt, splitter.midMessage()
                ? "was closed by the recorder in the middle of a message"
                : "was closed by the recorder"));
        talk.open(clock.now().monotonicNanos());
        attempts.watch(() -> look(attempt, talk, splitter));
    }

    private void take(long attempt, CplDialogue talk, CplSplitter splitter, Buffer buffer) {
        if (!attempts.current(attempt)) {
            return;
        }
        tally.received(buffer.length());
        long heardNanos = clock.now().monotonicNanos();
        talk.heard(heardNanos);
        begunNanos = splitter.midMessage() ? begunNanos : heardNanos;
        try {
            splitter.take(Bytes.wrap(buffer.getBytes()));
        } catch (MalformedCplException e) {
            Instant now = clock.wall().instant();
            maker.loss(new Loss(Loss.Cause.OVERLONG_MESSAGE, address.server(), now, now, 1,
                    String.valueOf(e.getMessage())));
            lost(attempt, "was given up: " + e.getMessage());
        }
    }

    private void received(CplDialogue talk, CplFrame frame) {
        Arrival now = clock.now();
        begunNanos = now.monotonicNanos();
        attempts.succeeded();
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
                    maker.frame(image, frame.text().length() + frame.binary().length(), now);
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

    private void look(long attempt, CplDialogue talk, CplSplitter splitter) {
        if (!attempts.current(attempt)) {
            return;
        }
        Arrival now = clock.now();
        maker.look(now.wall());
        if (talk.playing()) {
            watch.tick(now).forEach(maker::loss);
        }
        Duration longest = limits.silence().multipliedBy(LONGEST_MESSAGE);
        if (splitter.midMessage() && now.monotonicNanos() - begunNanos >= longest.toNanos()) {
            // Whose bytes drip is not silent, and yet tells nothing.
            lost(attempt, "was given up: a message had not come to its end after " + Words.duration(longest));
        } else {
            talk.look(now.monotonicNanos()).ifPresent(why -> lost(attempt, why));
        }
    }

    /** A recorder that makes a player answer again and again must also read the answers. */
    private void say(long attempt, NetSocket to, CplMessage message) {
        if (to.writeQueueFull()) {
            lost(attempt, "was given up: the recorder asks and does not read the answers");
        } else {
            Future<Void> _ = to.write(Buffer.buffer(CplCodec.encode(message).toArray()));
        }
    }

    private void status(String text) {
        told(text, "");
    }

    private void silence(String text) {
        told(text, text);
    }

    private void told(String text, String silence) {
        maker.status(new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address.server() + text, 0, silence));
    }

    private void lost(long attempt, String why) {
        if (!attempts.current(attempt)) {
            return;
        }
        attempts.lost(why);
        watch.disconnected();
        tally.ended();
        hangUp();
    }

    private void hangUp() {
        socket.ifPresent(HangUp::politely);
        socket = Optional.empty();
        dialogue = Optional.empty();
    }

    @Override
    public void close() {
        attempts.close();
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
