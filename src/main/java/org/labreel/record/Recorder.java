package org.labreel.record;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.FeedStatus;
import org.labreel.log.FileDisk;
import org.labreel.log.Framing;
import org.labreel.log.LogDisk;
import org.labreel.model.Arrival;
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

    private final MessageMemory memory;
    private final Surroundings around;
    private final MessageQueue queue;
    private final DiskGuard guard;
    private final RecorderLoop loop;
    private final Housekeeping housekeeping;
    private final Thread thread;
    private final ScheduledExecutorService keeper;
    private final Turns turns;
    private final Armed armed;
    private final FrameWatch frames = new FrameWatch();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param source
     *            address of the source, for session.json
     */
    public Recorder(String source, RecorderSettings settings, InstantSource clock) {
        this(source, settings, clock, MessageMemory.ofThisProgram());
    }

    /**
     * @param memory
     *            shared by all recorders of the program
     */
    public Recorder(String source, RecorderSettings settings, InstantSource clock, MessageMemory memory) {
        this(source, settings, clock, System::nanoTime, new FileDisk(), ROUND, memory);
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
        this(source, settings, clock, nanos, disk, round, MessageMemory.ofThisProgram());
    }

    /** As above, with {@code memory} shared by all recorders of the program. */
    public Recorder(String source, RecorderSettings settings, InstantSource clock, LongSupplier nanos, LogDisk disk,
            Duration round, MessageMemory memory) {
        this.memory = memory;
        memory.join();
        this.around = new Surroundings(clock, nanos, disk);
        this.queue = new MessageQueue(settings.queueBytes(), memory);
        this.guard = new DiskGuard(settings.reserveBytes());
        this.loop = new RecorderLoop(source, settings, around, queue, guard, memory);
        this.housekeeping = new Housekeeping(loop, queue, guard, around);
        this.thread = Thread.ofPlatform().name("recorder").daemon().start(loop::run);
        this.keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("recorder-housekeeping").daemon().factory());
        ScheduledFuture<?> _ = keeper.scheduleWithFixedDelay(housekeeping::tick, round.toNanos(), round.toNanos(),
                TimeUnit.NANOSECONDS);
        this.turns = new Turns(queue, loop, thread, keeper);
        this.armed = new Armed(turns, loop, housekeeping);
    }

    /** Takes a message; never blocks. Any thread, one at a time. */
    public void accept(RawMessage message) {
        frames.message(message);
        if (message.payload().isEmpty()) {
            queue.refuse(message.arrival(), Loss.Cause.TRUNCATED, "an empty message came, which no log can hold");
        } else if (message.payload().length() > Framing.MAX_BODY) {
            queue.refuse(message.arrival(), Loss.Cause.OVERLONG_MESSAGE, "a message was longer than the "
                    + (Framing.MAX_BODY >> 20) + " MB that a log can hold");
        } else {
            queue.offer(message);
        }
    }

    /**
     * Changes how to record. Pre-roll and reserve follow at once, file size and repeats from the next recording on; the
     * queue keeps its bound. Returns at once. Any thread.
     */
    public void settings(RecorderSettings next) {
        queue.add(new Entry.Command(() -> loop.settings(next)));
    }

    /**
     * Takes note of a state that was told before this recorder began to hear the source: it belongs in the head of what
     * is recorded next, and is never counted as received. Returns at once.
     */
    public void earlier(RawMessage message) {
        queue.add(new Entry.Command(() -> loop.past().earlier(message)));
    }

    /** Enters a loss that the source reported. */
    public void accept(Loss loss) {
        queue.add(new Entry.Reported(loss, around.now()));
    }

    /** Takes note that the connection to the source changed. Returns at once. */
    public void accept(FeedStatus status) {
        queue.add(new Entry.Connection(status.state()));
    }

    /** Opens a segment in the folder: head state, pre-roll, then live records without a gap. Not on the FX thread. */
    public void start(SessionFolder folder) throws IOException {
        turns.call(() -> {
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
        return turns.call(loop::stop);
    }

    /**
     * Makes ready for starts that must be quick: claims the folder, makes the file of the next segment ahead of it and
     * keeps one made until {@link #disarm}. The session's state is the caller's to keep. Not on the FX thread.
     */
    public void arm(SessionFolder folder) throws IOException {
        armed.arm(folder);
    }

    /**
     * Starts while armed: completes when every message from then on is live, at the arrival told. Head state and
     * pre-roll follow to the disk, ahead of the live messages. Never blocks.
     */
    public CompletableFuture<Arrival> trigger() {
        return armed.trigger();
    }

    /**
     * Ends the segment between two messages and stays armed; the next start may follow at once. Not on the FX thread.
     *
     * @return the segment once all of it is on the disk; fails with what is not safe
     * @throws IllegalStateException
     *             when nothing is being recorded, as when the disk was nearly full
     */
    public CompletableFuture<Segment> rest() throws IOException {
        return armed.rest();
    }

    /** Lets go of what {@link #arm} made; what is being recorded goes on. Not on the FX thread. */
    public void disarm() throws IOException {
        armed.disarm();
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
        // Once it is closed, all is written that was noted by then.
        boolean _ = turns.behind(housekeeping::save);
    }

    /**
     * What is kept in memory from before the next press of Record. Shares its bytes with the recorder, so whoever holds
     * it holds as much memory as the pre-roll takes. Waits for the recorder's thread; not on the FX thread.
     */
    public Recent recent() throws IOException {
        return turns.call(() -> loop.past().recent());
    }

    /** The newest figures; cheap, any thread. */
    public RecorderStatus status() {
        Progress now = loop.progress();
        long nanos = around.nanos().getAsLong();
        long waiting = queue.lost();
        Duration elapsed = now.recording() ? Duration.ofNanos(nanos - now.pressNanos()) : Duration.ZERO;
        Optional<Duration> diskLeft = now.recording() ? guard.left() : Optional.empty();
        Optional<Alarm> alarm = Alarm.of(now, waiting, frames.silentNanos(nanos), frames.usualNanos(),
                nanos - housekeeping.lastTickNanos(), housekeeping.unsaved(), diskLeft);
        if (!closed.get() && !thread.isAlive()) {
            alarm = Optional.of(new Alarm(Alarm.Kind.FAULT, Turns.STOPPED));
        }
        return new RecorderStatus(now.recording(), elapsed, now.bytes(), now.frames(), now.repeats(),
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
        if (closed.getAndSet(true)) {
            return;
        }
        memory.leave();
        turns.close();
        queue.end(new Entry.Command(loop::quit));
        try {
            thread.join();
            keeper.shutdown();
            // No more rounds; what rests is still being completed.
            keeper.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            keeper.shutdown();
        }
    }
}
