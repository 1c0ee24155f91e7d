package org.labreel.serve.cpl;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Optional;
import org.labreel.feed.HangUp;
import org.labreel.feed.cpl.CplCodec;
import org.labreel.feed.cpl.CplFrame;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.feed.cpl.CplSplitter;
import org.labreel.feed.cpl.MalformedCplException;
import org.labreel.model.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One player that is served: what it asked for and what it is owed, by the real recorder's rules. Where that one ends
 * on a text that is no YAML, this one answers with an exception and goes on. Confined to one event loop.
 */
final class CplSeat {
    /** A player's messages have some thirty bytes. */
    private static final int MOST_BYTES = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(CplSeat.class);

    private final NetSocket socket;
    private final CplOutbox outbox;
    private final Runnable changed;
    private final CplSplitter splitter = new CplSplitter(MOST_BYTES, 0, this::received);
    private Optional<CplMessage.StartedRecording> recording;
    private boolean playing;
    private boolean left;
    private long idleSinceNanos = System.nanoTime();

    /**
     * @param recording
     *            what is recorded at present
     * @param changed
     *            told when it begins or ceases to want frames
     */
    CplSeat(NetSocket socket, int mostImages, Optional<CplMessage.StartedRecording> recording, Runnable changed) {
        this.socket = socket;
        this.outbox = new CplOutbox(socket, mostImages);
        this.recording = recording;
        this.changed = changed;
        socket.handler(buffer -> take(Bytes.wrap(buffer.getBytes())));
    }

    private void take(Bytes chunk) {
        if (left) {
            return;
        }
        try {
            splitter.take(chunk);
        } catch (MalformedCplException e) {
            say(new CplMessage.Failure(String.valueOf(e.getMessage()), ""));
            leave();
            HangUp.politely(socket);
        }
    }

    private void received(CplFrame frame) {
        try {
            switch (CplCodec.decode(frame)) {
                case CplMessage.StartedPlaying _ -> play();
                case CplMessage.StoppedPlaying _ -> {
                    outbox.forgetImages();
                    setPlaying(false);
                    say(new CplMessage.StoppedPlaying());
                }
                case CplMessage.StartedRecording _,CplMessage.StoppedRecording _,CplMessage.Image _,CplMessage.Failure _ ->
                    say(new CplMessage.Failure("This is no message for a recorder", ""));
                case CplMessage.Unknown(String name) ->
                    say(new CplMessage.Failure("\"" + name + "\" is no known message", ""));
            }
        } catch (MalformedCplException e) {
            say(new CplMessage.Failure(String.valueOf(e.getMessage()), ""));
        }
    }

    private void play() {
        if (playing) {
            say(new CplMessage.Failure("Playing was started before; stop it first", ""));
            return;
        }
        setPlaying(true);
        recording.ifPresent(this::say);
    }

    private void setPlaying(boolean now) {
        playing = now;
        idleSinceNanos = System.nanoTime();
        changed.run();
    }

    private void say(CplMessage message) {
        outbox.say(Buffer.buffer(CplCodec.encode(message).toArray()));
    }

    boolean playing() {
        return playing;
    }

    void begins(CplMessage.StartedRecording message) {
        recording = Optional.of(message);
        if (playing) {
            say(message);
        }
    }

    /** The rate became known; who asks from now on is told. */
    void refined(CplMessage.StartedRecording message) {
        recording = recording.map(_ -> message);
    }

    /** Whoever wants the next recording must ask again. */
    void ends() {
        recording = Optional.empty();
        if (playing) {
            say(new CplMessage.StoppedRecording());
            setPlaying(false);
        }
    }

    /**
     * @param leftOut
     *            called when more waits than may
     */
    void image(Buffer image, Runnable leftOut) {
        if (playing && recording.isPresent() && !outbox.image(image)) {
            leftOut.run();
        }
    }

    /** How long what waits for it has been waiting without any of it being taken. */
    long stuckNanos(long nowNanos) {
        return outbox.stuckNanos(nowNanos);
    }

    /** How long it has wanted no frames. */
    long idleNanos(long nowNanos) {
        return playing ? 0 : nowNanos - idleSinceNanos;
    }

    void letGo(String why) {
        LOG.info("player {} was let go: {}", socket.remoteAddress(), why);
        leave();
        outbox.cutOff();
    }

    /** The player has gone. */
    void leave() {
        left = true;
        setPlaying(false);
    }

    long sentImages() {
        return outbox.sentImages();
    }
}
