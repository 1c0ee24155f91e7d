package org.labreel.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.labreel.archive.SessionFolder;
import org.labreel.log.FileDisk;
import org.labreel.log.Framing;
import org.labreel.log.LogDisk;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/**
 * Records one source without losing a byte: a queue bounded in bytes, a writer thread, a log and its index. Between
 * segments it keeps the pre-roll and the newest state.
 */
public final class Recorder implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(1);
    /** How often whoever waits for the recorder's thread looks whether it still runs. */
    private static final long LOOK_MILLIS = 500;
    private static final String STOPPED = "The recorder has stopped working; what is in the files is kept. Restart Labreel.";

    private final Surroundings around;
    private final MessageQueue queue;
    private final DiskGuard guard;
    private final RecorderLoop loop;
    private final Housekeeping housekeeping;
    private final Thread thread;
    private final ScheduledExecutorService keeper;
    private final ScheduledFuture<?> rounds;
    private volatile long lastFrameNanos;
    private volatile long usualNanos;
    private volatile boolean anyFrame;
    private volatile boolean closed;

    /**
     * @param source
     *            address of the source, for session.json
     */
    public Recorder(String source, RecorderSettings settings, InstantSource clock) {
        this(source, settings, clock, System::nanoTime, new FileDisk(), ROUND);
    }

    /**
     * @param nanos
     *            the monotonic clock that arrivals are stamped with
     * @param disk
     *            where segments are written
     * @param round
     *            how often files are forced and the disk is looked at
     */
    public Recorder(String source, RecorderSettings settings, InstantSource clock, LongSupplier nanos, LogDisk disk,
            Duration round) {
        this.around = new Surroundings(clock, nanos, disk);
        this.queue = new MessageQueue(settings.queueBytes());
        this.guard = new DiskGuard(settings.reserveBytes());
        this.loop = new RecorderLoop(source, settings, around, queue, guard);
        this.housekeeping = new Housekeeping(loop, queue, guard, around);
        this.thread = Thread.ofPlatform().name("recorder").daemon().start(loop::run);
        this.keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("recorder-housekeeping").daemon().factory());
        this.rounds = keeper.scheduleWithFixedDelay(housekeeping::tick, round.toNanos(), round.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Takes a message; never blocks. Any thread, one at a time. */
    public void accept(RawMessage message) {
        if (MessageKind.of(message.payload()) == EventKind.IMAGE) {
            long now = message.arrival().monotonicNanos();
            usualNanos = anyFrame ? now - lastFrameNanos : 0;
            lastFrameNanos = now;
            anyFrame = true;
        }
        if (message.payload().isEmpty()) {
            queue.refuse(message.arrival(), Loss.Cause.TRUNCATED, "an empty message came, which no log can hold");
        } else if (message.payload().length() > Framing.MAX_BODY) {
            queue.refuse(message.arrival(), Loss.Cause.OVERLONG_MESSAGE, "a message was longer than the "
                    + (Framing.MAX_BODY >> 20) + " MB that a log can hold");
        } else {
            queue.offer(message);
        }
    }

    /** Enters a loss that the source reported. */
    public void accept(Loss loss) {
        queue.add(new Entry.Reported(loss, around.now()));
    }

    /** Opens a segment in the folder: head state, pre-roll, then live records without a gap. Not on the FX thread. */
    public void start(SessionFolder folder) throws IOException {
        call(() -> {
            loop.start(folder);
            return true;
        });
    }

    /**
     * Ends the segment on a record boundary, forces it and completes session.json. Not on the FX thread.
     *
     * @return the last segment of the recording, also when it ended by itself because the disk was nearly full
     * @throws IOException
     *             with what is not safe; the recording has ended all the same
     * @throws IllegalStateException
     *             when nothing was recorded
     */
    public Segment stop() throws IOException {
        return call(loop::stop);
    }

    /** Runs between two messages on the recorder's thread and waits for it. */
    private <T> T call(Callable<T> work) throws IOException {
        if (closed) {
            throw new IllegalStateException("the recorder is closed");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        queue.add(new Entry.Command(() -> {
            try {
                T result = work.call();
                loop.publish();
                answer.complete(result);
            } catch (Exception e) {
                loop.publish();
                answer.completeExceptionally(e);
            }
        }));
        return await(answer);
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            while (true) {
                boolean running = thread.isAlive();
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    if (!running) {
                        throw new IOException(STOPPED);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException gaveUp = new InterruptedIOException(
                    "gave up waiting for the recorder, which goes on");
            gaveUp.initCause(e);
            throw gaveUp;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw new IOException(Faults.why(cause), cause);
                case IllegalStateException cause -> throw new IllegalStateException(cause.getMessage(), cause);
                case null, default -> throw new IllegalStateException("the recorder failed", e);
            }
        }
    }

    /**
     * Puts a marker into the session being recorded, or recorded last. A marker with the id of an earlier one replaces
     * it. Returns at once; the session file follows.
     *
     * @throws IllegalStateException
     *             when nothing was recorded yet
     */
    public void mark(Marker marker) {
        loop.notes().orElseThrow(() -> new IllegalStateException("nothing is being recorded")).marker(marker);
        if (!closed) {
            keeper.execute(housekeeping::save);
        }
    }

    /** Frames so far that were byte by byte the frame before, stored or not. */
    public long repeatedFrames() {
        return loop.progress().repeats();
    }

    /** The newest figures; cheap, any thread. */
    public RecorderStatus status() {
        Progress now = loop.progress();
        long nanos = around.nanos().getAsLong();
        long waiting = queue.lost();
        Duration elapsed = now.recording() ? Duration.ofNanos(nanos - now.pressNanos()) : Duration.ZERO;
        Optional<Duration> diskLeft = now.recording() ? guard.left() : Optional.empty();
        Optional<String> alarm = Alarm.of(now, waiting, anyFrame ? nanos - lastFrameNanos : Long.MAX_VALUE, usualNanos,
                nanos - housekeeping.lastTickNanos(), housekeeping.unsaved(), diskLeft);
        if (!closed && !thread.isAlive()) {
            alarm = Optional.of(STOPPED);
        }
        return new RecorderStatus(now.recording(), elapsed, now.bytes(), now.frames(),
                now.lost() + (now.recording() ? waiting : 0), queue.bytes(), now.preRoll(), diskLeft, now.file(),
                alarm);
    }

    /** One round of what is otherwise done every second, on the caller's thread; for tests. */
    void keep() {
        housekeeping.tick();
    }

    /** Ends a recording that runs, in order, and waits for it. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.add(new Entry.Command(loop::quit));
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        rounds.cancel(false);
        keeper.shutdown();
    }
}
