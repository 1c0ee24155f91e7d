package org.labreel.feed;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.labreel.log.LogReader;
import org.labreel.model.Board;
import org.labreel.model.RawMessage;

/** A log played as if it were a live feed: its records arrive now, at the pace at which they once came. */
public final class ReplaySource implements Source {
    private final Path file;
    private final double speed;
    private final boolean loop;
    private final Optional<Board> board;
    private final FeedClock clock;
    private Optional<ShutOffListener> listener = Optional.empty();
    private Optional<Thread> player = Optional.empty();
    private boolean closed;

    /** As below, without a board. */
    public ReplaySource(Path file, double speed, boolean loop) {
        this(file, speed, loop, Optional.empty());
    }

    /**
     * @param speed
     *            1 for its own pace, {@link Playback#UNPACED} for as fast as possible
     * @param loop
     *            whether it begins again after the end
     * @param board
     *            what a log does not hold but may be known from elsewhere; told as a device server would tell it
     */
    public ReplaySource(Path file, double speed, boolean loop, Optional<Board> board) {
        this(file, speed, loop, board, FeedClock.SYSTEM);
    }

    ReplaySource(Path file, double speed, boolean loop, Optional<Board> board, FeedClock clock) {
        this.board = board;
        this.file = file;
        this.speed = speed;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public String address() {
        return file.toString();
    }

    @Override
    public synchronized void start(FeedListener hearer) {
        if (listener.isPresent()) {
            throw new IllegalStateException("the replay of " + file + " was started before");
        }
        if (closed) {
            return;
        }
        ShutOffListener guarded = new ShutOffListener(hearer);
        listener = Optional.of(guarded);
        player = Optional.of(Thread.ofPlatform().daemon().name("replay").start(() -> run(guarded)));
    }

    /** How it is not played as it was recorded. */
    private String manner() {
        String pace = speed == 1
                ? ""
                : Double.isInfinite(speed)
                        ? " as fast as it goes"
                        : " at " + BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString() + " × its pace";
        return pace + (loop ? ", again and again" : "");
    }

    private void run(FeedListener hearer) {
        String name = String.valueOf(file.getFileName());
        hearer.status(new FeedStatus(FeedStatus.State.CONNECTING, "Opening " + name, 1));
        try (LogReader log = LogReader.open(file)) {
            hearer.status(new FeedStatus(FeedStatus.State.CONNECTED, "Playing " + name + manner(), 0));
            board.ifPresent(hearer::board);
            Playback playback = new Playback(log, speed);
            do {
                playback.play(body -> hearer.message(new RawMessage(body, clock.now())));
            } while (loop);
            hearer.status(new FeedStatus(FeedStatus.State.CLOSED, "End of " + name, 0));
        } catch (IOException e) {
            hearer.status(new FeedStatus(FeedStatus.State.CLOSED, name + " cannot be played: " + e.getMessage(), 0));
        } catch (InterruptedException _) {
            // Closed: the thread ends here, and the listener hears no more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listener.ifPresent(ShutOffListener::shutOff);
        player.ifPresent(Thread::interrupt);
    }
}
