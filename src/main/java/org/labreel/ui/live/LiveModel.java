package org.labreel.ui.live;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.feed.pi.PiCamera;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureDecoder;
import org.labreel.record.Recorder;
import org.labreel.ui.timeline.EpochNanos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the live view shows, without the view: hears the source, hands every message to the recorder before anything
 * else, keeps the newest state and the newest frame.
 */
public final class LiveModel implements FeedListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

    private final Source source;
    private final Recorder recorder;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final long beganNanos;
    private final Supplier<PictureDecoder> decoders;
    private final ExecutorService decoding;
    private final FrameLane lane;
    private final LiveSignals signals = new LiveSignals();
    private final LiveTracks tracks = new LiveTracks();
    private final LiveMeters meters = new LiveMeters();
    private final ReportedLosses reported = new ReportedLosses();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    // Confined to the JavaFX thread.
    private boolean active;
    private long seenSinceNanos;
    private volatile DeviceState state = DeviceState.EMPTY;
    private volatile FeedStatus status;
    private volatile @Nullable Board board;
    private volatile Optional<Board> otherwise = Optional.empty();
    private volatile @Nullable PiCamera camera;

    /**
     * @param recorder
     *            the caller's, not closed here
     * @param decoding
     *            a single thread of this model's own; the caller ends it after {@link #close()}
     * @param nanos
     *            the monotonic clock of the arrivals
     */
    public LiveModel(Source source, Recorder recorder, Supplier<PictureDecoder> decoders, ExecutorService decoding,
            InstantSource clock, LongSupplier nanos) {
        this.source = source;
        this.recorder = recorder;
        this.clock = clock;
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
        this.decoders = decoders;
        this.decoding = decoding;
        this.lane = new FrameLane(decoders, decoding, this::changed);
        this.status = new FeedStatus(FeedStatus.State.CONNECTING, "Connecting to " + source.address(), 0);
    }

    /** This source is a camera that can be controlled. */
    public void offer(PiCamera controls) {
        camera = controls;
    }

    /** The controls of the source, if it has some. */
    public Optional<PiCamera> camera() {
        return Optional.ofNullable(camera);
    }

    /** Begins to hear the source. Called once. */
    public void start() {
        source.start(this);
    }

    /** Whether anybody looks; frames are decoded only then. JavaFX thread. */
    public void setActive(boolean seen) {
        if (seen && !active) {
            seenSinceNanos = nanos.getAsLong();
        }
        active = seen;
        lane.setActive(seen);
    }

    /** Tells of a new frame or state, on whatever thread it came. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void message(RawMessage message) {
        // Before decoding: what cannot be decoded is on disk all the same.
        recorder.accept(message);
        long arrived = message.arrival().monotonicNanos();
        meters.message(arrived);
        try {
            DeviceEvent event = EventCodec.decode(message.payload());
            tracks.add(event, EpochNanos.of(message.arrival().wall()));
            if (event instanceof DeviceEvent.Image image) {
                meters.frame(arrived);
                lane.offer(image.data(), state, arrived);
            } else {
                apply(event, message.arrival().wall(), arrived);
            }
        } catch (MalformedEventException e) {
            meters.malformed();
            LOG.debug("message not shown: {}", e.getMessage());
        }
    }

    @Override
    public void earlier(RawMessage message) {
        recorder.earlier(message);
        try {
            DeviceEvent event = EventCodec.decode(message.payload());
            state = state.after(event, event.time().orElse(message.arrival().wall()));
            changed();
        } catch (MalformedEventException e) {
            LOG.debug("state not shown: {}", e.getMessage());
        }
    }

    @Override
    public void told(DeviceEvent event) {
        apply(event, clock.instant(), nanos.getAsLong());
    }

    private void apply(DeviceEvent event, Instant arrived, long arrivedNanos) {
        state = state.after(event, event.time().orElse(arrived));
        signals.accept(event, (arrivedNanos - beganNanos) / 1e9);
        changed();
    }

    @Override
    public void status(FeedStatus next) {
        recorder.accept(next);
        status = next;
        changed();
    }

    @Override
    public void loss(Loss loss) {
        recorder.accept(loss);
        reported.enter(loss);
        changed();
    }

    @Override
    public void board(Board next) {
        board = next;
        changed();
    }

    /** The newest frame that nobody took yet. JavaFX thread. */
    public Optional<LiveFrame> takeFrame() {
        return lane.take();
    }

    /** The frame is on the screen; its picture may be overwritten. JavaFX thread. */
    public void shown(LiveFrame frame) {
        meters.shown(frame.arrivedNanos(), nanos.getAsLong(), seenSinceNanos);
        lane.giveBack(frame.picture());
    }

    /** The figures now. JavaFX thread. */
    public LiveFigures figures() {
        return meters.figures(status, nanos.getAsLong(), reported, lane);
    }

    public DeviceState state() {
        return state;
    }

    public FeedStatus status() {
        return status;
    }

    /** The board to draw: what the source told, else what the operator chose. */
    public Optional<Board> board() {
        return ownBoard().or(() -> otherwise);
    }

    /** What the source told. Only this may be kept with a recording: a choice can be wrong. */
    public Optional<Board> ownBoard() {
        return Optional.ofNullable(board);
    }

    /** The board to draw for a source that tells none, such as a log that is played. Any thread. */
    public void fallBackOn(Optional<Board> chosen) {
        otherwise = chosen;
        changed();
    }

    public LiveSignals signals() {
        return signals;
    }

    LiveTracks tracks() {
        return tracks;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * A way to look at what has passed. Closed by the caller, before this model is.
     *
     * @param files
     *            the segments recorded so far, oldest first
     * @param shown
     *            as for {@link LookBack}
     */
    LookBack lookBack(Supplier<List<Path>> files, Executor ui, Consumer<Optional<LookBack.Seen>> shown) {
        return new LookBack(new PastReel(files, recorder::recent), decoders, decoding, ui, shown);
    }

    /** The present on the time axis of the signals, in seconds. */
    public double second() {
        return (nanos.getAsLong() - beganNanos) / 1e9;
    }

    /** The newest losses, oldest first. */
    public List<Loss> losses() {
        return reported.newest();
    }

    public String address() {
        return source.address();
    }

    @Override
    public void close() {
        source.close();
        listeners.clear();
        lane.close();
    }
}
