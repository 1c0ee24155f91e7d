package org.labreel.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;

/**
 * Judges the arrivals of one source: silence, the hole that a reconnect leaves, steps of this computer's clock. Knows
 * nothing of connections but what it is told, so that it can be tested without any.
 */
public final class ArrivalWatch {
    private final String source;
    private final FeedLimits limits;
    private Optional<Arrival> lastMessage = Optional.empty();
    private Optional<Arrival> quietSince = Optional.empty();
    private Optional<Arrival> lastLook = Optional.empty();
    private boolean broken;
    private boolean silent;

    public ArrivalWatch(String source, FeedLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** The connection stands; silence is counted from now on. */
    public void connected(Arrival at) {
        quietSince = Optional.of(at);
        silent = false;
    }

    /** The connection is gone; with the next message the hole that it left is known. */
    public void disconnected() {
        quietSince = Optional.empty();
        broken = lastMessage.isPresent();
        silent = false;
    }

    /** A message has arrived. A silence that it ends is reported once more, with the same start and its true end. */
    public List<Loss> message(Arrival at) {
        List<Loss> losses = new ArrayList<>(clock(at));
        if (broken) {
            Instant last = lastMessage.map(Arrival::wall).orElse(at.wall());
            losses.add(between(Loss.Cause.RECONNECT, last, at.wall(), "the connection was lost and came back; "
                    + "what was sent in between is not known"));
        } else if (silent && quietSince.isPresent()) {
            losses.add(silence(quietSince.get(), at, "connected, but nothing arrived for "));
        }
        broken = false;
        silent = false;
        lastMessage = Optional.of(at);
        quietSince = lastMessage;
        return losses;
    }

    /** To be asked now and then, so that silence is noticed. */
    public List<Loss> tick(Arrival at) {
        List<Loss> losses = new ArrayList<>(clock(at));
        if (quietSince.isPresent() && !silent) {
            Arrival since = quietSince.orElseThrow();
            long quietNanos = at.monotonicNanos() - since.monotonicNanos();
            if (quietNanos >= limits.silence().toNanos()) {
                silent = true;
                losses.add(silence(since, at, "connected, but nothing has arrived for "));
            }
        }
        return losses;
    }

    private Loss silence(Arrival since, Arrival at, String words) {
        return between(Loss.Cause.SILENCE, since.wall(), at.wall(),
                words + Words.duration(Duration.ofNanos(at.monotonicNanos() - since.monotonicNanos())));
    }

    /** Whether the server is connected and has been quiet for too long. */
    public boolean silent() {
        return silent;
    }

    private List<Loss> clock(Arrival at) {
        Optional<Arrival> before = lastLook;
        lastLook = Optional.of(at);
        if (before.isEmpty()) {
            return List.of();
        }
        Arrival last = before.orElseThrow();
        Duration step = Duration.between(last.wall(), at.wall())
                .minusNanos(at.monotonicNanos() - last.monotonicNanos());
        if (step.abs().compareTo(limits.clockStep()) <= 0) {
            return List.of();
        }
        return List.of(between(Loss.Cause.CLOCK_STEP, last.wall(), at.wall(), "this computer's clock was set "
                + (step.isNegative() ? "back" : "forward") + " by " + Words.duration(step.abs())
                + ", or it slept; arrival times before and after do not fit together"));
    }

    /** A clock that was set back must not make a loss that ends before it begins. */
    private Loss between(Loss.Cause cause, Instant one, Instant other, String detail) {
        boolean inOrder = !other.isBefore(one);
        return new Loss(cause, source, inOrder ? one : other, inOrder ? other : one, 0, detail);
    }
}
