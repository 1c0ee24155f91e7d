package org.labreel.record;

import java.time.Instant;
import java.util.Optional;
import org.labreel.feed.FeedStatus;
import org.labreel.model.Arrival;
import org.labreel.model.Loss;

/**
 * Notices that nothing comes from the source. What it sends again ends an absence, and the source reports it then; one
 * that a recording does not see the end of has to be entered when the recording ends. One thread.
 */
final class Absence {
    private enum Link {
        UP, DOWN, OVER
    }

    private final String source;
    private Link link = Link.UP;
    private Optional<Arrival> lastMessage = Optional.empty();
    /** The connection was gone since the last message, whether it is back or not. */
    private boolean broken;
    private Optional<Loss> silence = Optional.empty();

    Absence(String source) {
        this.source = source;
    }

    /** The connection changed. */
    void status(FeedStatus.State state) {
        link = switch (state) {
            case CONNECTED -> Link.UP;
            case CONNECTING, WAITING -> Link.DOWN;
            case CLOSED -> Link.OVER;
        };
        broken |= link == Link.DOWN && lastMessage.isPresent();
    }

    /** A message came: whatever was is over, and its source has reported it. */
    void message(Arrival at) {
        lastMessage = Optional.of(at);
        broken = false;
        silence = Optional.empty();
    }

    /** The source reported a loss. */
    void reported(Loss loss) {
        if (loss.cause() == Loss.Cause.SILENCE) {
            silence = Optional.of(loss);
        }
    }

    /**
     * What is missing at the end of a recording that ends now, from the last message on.
     *
     * @param oldest
     *            of the recording, its pre-roll included
     */
    Optional<Loss> until(Arrival now, Arrival oldest) {
        if (link == Link.DOWN) {
            return Optional.of(since(oldest, now, Loss.Cause.RECONNECT, lastMessage.isPresent()
                    ? "the connection was lost and had not come back when the recording ended; what was sent "
                            + "meanwhile is not known"
                    : "the source was not there, and had not come when the recording ended"));
        }
        if (broken && link == Link.UP) {
            return Optional.of(since(oldest, now, Loss.Cause.RECONNECT, "the connection was lost and came back, but "
                    + "nothing had arrived yet when the recording ended; what was sent meanwhile is not known"));
        }
        return silence.map(loss -> since(oldest, now, loss.cause(), "connected, but nothing more arrived until the "
                + "recording ended"));
    }

    private Loss since(Arrival oldest, Arrival now, Loss.Cause cause, String detail) {
        boolean inside = lastMessage.filter(last -> last.monotonicNanos() - oldest.monotonicNanos() >= 0).isPresent();
        Instant start = inside ? lastMessage.orElseThrow().wall() : oldest.wall();
        // A clock that was set back must not make a loss that ends before it begins.
        boolean inOrder = !now.wall().isBefore(start);
        return new Loss(cause, source, inOrder ? start : now.wall(), inOrder ? now.wall() : start, 0, detail);
    }
}
