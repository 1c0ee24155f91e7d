package org.labreel.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labreel.ui.timeline.Lane.Kind;

/**
 * Finds what lies under the pointer, which need not hit it to the pixel.
 *
 * @param signals
 *            those shown, in order of their lanes
 */
public record HitTest(TimeScale scale, LaneLayout layout, TimelineContent content, TimelineSelection selection,
        List<TimelineSignal> signals) {
    /** How far beside it a thing is still hit. */
    private static final double REACH_PX = 6;

    public Hit at(double xPx, double yPx) {
        Optional<Lane> lane = layout.at(yPx);
        if (xPx < scale.leftPx()) {
            return lane.<Hit>map(Hit.Head::new).orElseGet(Hit.Nothing::new);
        }
        return lane.map(found -> in(found, xPx)).orElseGet(Hit.Nothing::new);
    }

    private Hit in(Lane lane, double x) {
        return switch (lane.kind()) {
            case RULER -> edge(x).orElseGet(Hit.Ruler::new);
            case SEGMENTS -> edge(x).or(() -> hole(lane, x)).or(() -> segment(lane, x)).orElseGet(Hit.Nothing::new);
            case MARKS -> marker(x).orElseGet(Hit.Nothing::new);
            case RANGES -> rangeEdge(x).or(() -> range(x)).orElseGet(Hit.Nothing::new);
            case CHANGES -> change(x).orElseGet(Hit.Nothing::new);
            case SIGNAL -> new Hit.Signal(signals.get(lane.number()));
        };
    }

    private double distance(long nanos, double x) {
        return Math.abs(scale.x(nanos) - x);
    }

    /** Handles lie outside of what they enclose, so that those of a short selection can both be grasped. */
    private Optional<Hit> edge(double x) {
        if (!selection.marked()) {
            return Optional.empty();
        }
        double in = scale.x(selection.span().startNanos());
        double out = scale.x(selection.span().endNanos());
        double middle = (in + out) / 2;
        boolean start = x <= middle;
        double handle = start ? in - REACH_PX / 2 : out + REACH_PX / 2;
        return Math.abs(x - handle) <= REACH_PX + 1 ? Optional.of(new Hit.SelectionEdge(start)) : Optional.empty();
    }

    private Optional<Hit> marker(double x) {
        return content.markers().stream().filter(each -> distance(each.nanos(), x) <= REACH_PX)
                .min(Comparator.comparingDouble(each -> distance(each.nanos(), x))).map(Hit.Marker::new);
    }

    private Optional<Hit> rangeEdge(double x) {
        return content.ranges().stream()
                .filter(each -> Math.min(distance(each.span().startNanos(), x),
                        distance(each.span().endNanos(), x)) <= REACH_PX - 1)
                .min(Comparator.comparingDouble(each -> Math.min(distance(each.span().startNanos(), x),
                        distance(each.span().endNanos(), x))))
                .map(each -> new Hit.RangeEdge(each,
                        x <= (scale.x(each.span().startNanos()) + scale.x(each.span().endNanos())) / 2));
    }

    /** Of several the shortest, which else could not be reached. */
    private Optional<Hit> range(double x) {
        return content.ranges().stream().filter(each -> each.span().contains(scale.nanos(x)))
                .min(Comparator.comparingLong(each -> each.span().lengthNanos())).map(Hit.Range::new);
    }

    private Optional<Hit> hole(Lane lane, double x) {
        return content.holes().stream()
                .filter(each -> each.kind() != TimelineHole.Kind.PRE_ROLL && each.source() == lane.number())
                .filter(each -> x >= scale.x(each.span().startNanos()) - 2
                        && x <= scale.x(each.span().endNanos()) + 2)
                .min(Comparator.comparingLong(each -> each.span().lengthNanos())).map(Hit.Hole::new);
    }

    private Optional<Hit> segment(Lane lane, double x) {
        return content.segments().stream()
                .filter(each -> each.source() == lane.number() && x >= scale.x(each.span().startNanos()) - 1
                        && x <= scale.x(each.span().endNanos()) + 1)
                .min(Comparator.comparing((TimelineSegment each) -> !each.shown())
                        .thenComparingLong(each -> each.span().lengthNanos()))
                .map(Hit.Segment::new);
    }

    private Optional<Hit> change(double x) {
        int nearest = content.changes().nearest(scale.nanos(x));
        return nearest >= 0 && distance(content.changes().at(nearest), x) <= REACH_PX
                ? Optional.of(new Hit.Change(nearest))
                : Optional.empty();
    }
}
