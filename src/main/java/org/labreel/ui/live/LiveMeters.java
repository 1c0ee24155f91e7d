package org.labreel.ui.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.feed.FeedStatus;

/**
 * Measures what comes of a source and how it gets to the screen. All times are of the monotonic clock of the arrivals.
 * What arrives may be told on any thread, the rest is confined to the JavaFX thread.
 */
final class LiveMeters {
    private final RateMeter received = new RateMeter();
    private final RateMeter shown = new RateMeter();
    private final LatencyMeter latency = new LatencyMeter();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong lastMessageNanos = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong lastFrameNanos = new AtomicLong(Long.MIN_VALUE);

    /** Any message has come. */
    void message(long arrivedNanos) {
        lastMessageNanos.set(arrivedNanos);
    }

    /** It holds a frame. */
    void frame(long arrivedNanos) {
        received.tick(arrivedNanos);
        lastFrameNanos.set(arrivedNanos);
    }

    /** It cannot be decoded. */
    void malformed() {
        malformed.incrementAndGet();
    }

    /**
     * A frame is on the screen.
     *
     * @param sinceNanos
     *            from when on somebody looks: a frame that came before tells nothing of the way to the screen
     */
    void shown(long arrivedNanos, long nowNanos, long sinceNanos) {
        shown.tick(nowNanos);
        if (arrivedNanos >= sinceNanos) {
            latency.add(nowNanos - arrivedNanos);
        }
    }

    LiveFigures figures(FeedStatus status, long nowNanos, ReportedLosses losses, FrameLane lane) {
        return new LiveFigures(status, received.perSecond(nowNanos), shown.perSecond(nowNanos),
                age(lastMessageNanos, nowNanos), age(lastFrameNanos, nowNanos), latency.millisAt(0.5),
                latency.millisAt(0.99), losses.messages(), losses.entries(), malformed.get() + lane.undecodable(),
                lane.damaged());
    }

    private static Optional<Duration> age(AtomicLong last, long nowNanos) {
        long at = last.get();
        return at == Long.MIN_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, nowNanos - at)));
    }
}
