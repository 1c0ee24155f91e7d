package org.labreel.export;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The frames of a stream that are shown, each with its final time: where a damaged one is left out, the frame before it
 * stays. It is one frame behind the stream, since how long a frame stays depends on the next.
 *
 * @param <P>
 *            the form in which a picture is written
 */
final class ShownSequence<P> {
    /** All frames of a plan in order. */
    interface Frames<P> {
        /** The next one; empty after the last. */
        Optional<ShownFrame<P>> next() throws IOException;
    }

    private final Frames<P> stream;
    private final ExportPlan plan;
    private final boolean leavesOut;
    private final Consumer<P> unused;
    private final Tally tally;
    private Optional<ShownFrame<P>> held = Optional.empty();
    private long pts;
    private boolean ended;

    /**
     * @param unused
     *            takes back pictures that are not shown
     */
    ShownSequence(Frames<P> stream, ExportPlan plan, DamagedFrames damaged, Consumer<P> unused, Tally tally) {
        this.stream = stream;
        this.plan = plan;
        this.leavesOut = damaged == DamagedFrames.LEAVE_OUT;
        this.unused = unused;
        this.tally = tally;
    }

    /** The next frame in order, with its place in time; empty after the last. */
    Optional<ShownFrame<P>> next() throws IOException {
        while (!ended) {
            Optional<ShownFrame<P>> next = stream.next();
            ended = next.isEmpty();
            if (ended) {
                return until(plan.ticks(), next);
            }
            ShownFrame<P> frame = next.get();
            tally.count(frame);
            if (leavesOut && frame.facts().damage().isPresent()) {
                unused.accept(frame.picture());
                if (plan.constant() && held.isPresent()) {
                    return again(frame.facts().frame().pts());
                }
                continue;
            }
            boolean first = held.isEmpty();
            Optional<ShownFrame<P>> done = until(frame.facts().frame().pts(), next);
            // One that stands in for damaged ones before it is shown from the start.
            pts = first ? 0 : frame.facts().frame().pts();
            if (done.isPresent()) {
                return done;
            }
        }
        return Optional.empty();
    }

    /** At a constant rate the frame before a damaged one is shown once more in its place. */
    private Optional<ShownFrame<P>> again(long nextPts) {
        Optional<ShownFrame<P>> shown = until(nextPts, held);
        pts = nextPts;
        return shown;
    }

    /** Whether the picture will come again. */
    boolean holds(P picture) {
        return held.filter(frame -> frame.picture().equals(picture)).isPresent();
    }

    private Optional<ShownFrame<P>> until(long end, Optional<ShownFrame<P>> next) {
        Optional<ShownFrame<P>> done = held.map(frame -> frame.shownAt(pts, end - pts));
        held = next;
        return done;
    }
}
