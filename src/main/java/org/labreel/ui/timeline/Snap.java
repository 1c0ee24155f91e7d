package org.labreel.ui.timeline;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Draws what is dragged to what it was probably meant for: markers and the ends of ranges before electrode changes,
 * those before frames.
 *
 * @param reachPx
 *            how near it must be
 */
public record Snap(TimeScale scale, TimelineContent content, double reachPx) {
    /** As far as a hand is exact. */
    public static final double REACH_PX = 7;

    /** What is in reach; else the instant itself. */
    public long nanos(long wanted) {
        OptionalLong mark = nearest(wanted, marks());
        if (mark.isPresent()) {
            return mark.getAsLong();
        }
        return nearest(wanted, nearby(content.changes(), wanted))
                .orElseGet(() -> nearest(wanted, nearby(content.frames().times(), wanted)).orElse(wanted));
    }

    private LongStream marks() {
        return LongStream.concat(content.markers().stream().mapToLong(TimelineMarker::nanos),
                content.ranges().stream()
                        .flatMapToLong(each -> LongStream.of(each.span().startNanos(), each.span().endNanos())));
    }

    private static LongStream nearby(EventTimes times, long wanted) {
        int nearest = times.nearest(wanted);
        return nearest < 0 ? LongStream.empty() : LongStream.of(times.at(nearest));
    }

    private OptionalLong nearest(long wanted, LongStream candidates) {
        return candidates.filter(each -> Math.abs(scale.x(each) - scale.x(wanted)) <= reachPx)
                .boxed().min((a, b) -> Long.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
                .map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
