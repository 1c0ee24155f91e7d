package org.labreel.serve.cpl;

import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.feed.cpl.CplTally;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/**
 * Serves the frames of a source as a remote recorder of cpl_media does: it records from the first frame until the
 * source falls silent, is lost or changes the size of its frames. Nothing is decoded while nobody plays.
 */
public final class CplServer implements AutoCloseable {
    /** Frames that may wait to be decoded. */
    private static final int MOST_WAITING = 8;

    private final Source source;
    private final CplRoom room;
    private final CplReel reel;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("cpl server").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private final CplTally tally = new CplTally(System::nanoTime);
    private boolean closed;

    private CplServer(Vertx vertx, CplSettings settings, Source source) {
        this.source = source;
        this.room = new CplRoom(vertx, settings, tally);
        this.reel = new CplReel(room, settings.format(), tally);
    }

    /**
     * Opens the port and begins to hear the source. Not to be called on an event loop.
     *
     * @param source
     *            this server's own, closed with it
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    public static CplServer start(Vertx vertx, CplSettings settings, Source source) {
        CplServer server = new CplServer(vertx, settings, source);
        boolean started = false;
        try {
            source.start(server.new Ear());
            started = true;
            return server;
        } finally {
            if (!started) {
                server.close();
            }
        }
    }

    public int port() {
        return room.port();
    }

    /** As a player on this computer writes it. */
    public String address() {
        return "cpl://127.0.0.1:" + port();
    }

    /** Whether anybody wants frames. */
    public boolean watched() {
        return room.playing() > 0;
    }

    public CplCounts figures() {
        return room.figures();
    }

    private void then(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException _) {
            // Closed meanwhile.
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        source.close();
        then(reel::close);
        thread.shutdown();
        room.close();
    }

    /** Hears the source and returns at once; the work is done on the server's own thread. */
    private final class Ear implements FeedListener {
        @Override
        public void message(RawMessage message) {
            try {
                int enough = Math.min(message.payload().length(), EventPeek.ENOUGH);
                if (EventPeek.of(message.payload().slice(0, enough)).kind() != EventKind.IMAGE) {
                    return;
                }
            } catch (MalformedEventException _) {
                // Nothing that a player could be shown.
                return;
            }
            if (waiting.get() >= MOST_WAITING) {
                tally.skippedHere(1);
                return;
            }
            waiting.incrementAndGet();
            then(() -> {
                boolean shown = false;
                try {
                    shown = reel.take(message);
                } finally {
                    waiting.decrementAndGet();
                    tally.skippedHere(shown ? 0 : 1);
                }
            });
        }

        @Override
        public void status(FeedStatus status) {
            if (status.state() != FeedStatus.State.CONNECTED) {
                then(reel::ends);
            }
        }

        @Override
        public void loss(Loss loss) {
            if (loss.cause() == Loss.Cause.SILENCE) {
                then(reel::ends);
            }
        }

        @Override
        public void board(Board board) {
            // A recorder of pictures has no place for it.
        }

        @Override
        public void told(DeviceEvent event) {
            // The same.
        }
    }
}
