package org.labreel.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.ui.timeline.Lane.Kind;

/**
 * The lanes in the height that there is. Fixed lanes come first; signals share what is left, and those that find no
 * room are left out from the last on.
 *
 * @param hidden
 *            signals that found no room
 */
public record LaneLayout(List<Lane> lanes, int hidden) {
    /** A signal gets no more than this. */
    private static final double TALLEST_PX = 90;

    public LaneLayout {
        lanes = List.copyOf(lanes);
    }

    /** As {@link #of(double, int, int, boolean)} of a log by itself. */
    public static LaneLayout of(double heightPx, int signals, boolean ranges) {
        return of(heightPx, 1, signals, ranges);
    }

    /**
     * @param sources
     *            number of sources, each with a lane for its segments
     * @param signals
     *            number of signals to show
     * @param ranges
     *            whether there are named ranges to show
     */
    public static LaneLayout of(double heightPx, int sources, int signals, boolean ranges) {
        List<Lane> lanes = new ArrayList<>();
        double top = 0;
        for (Kind kind : Kind.values()) {
            int count = switch (kind) {
                case SIGNAL -> 0;
                case SEGMENTS -> Math.max(1, sources);
                case RANGES -> ranges ? 1 : 0;
                case RULER, MARKS, CHANGES -> 1;
            };
            for (int i = 0; i < count; i++) {
                lanes.add(new Lane(kind, top, kind.leastPx(), kind == Kind.SEGMENTS ? i : -1));
                top += kind.leastPx();
            }
        }
        int fitting = Math.clamp((int) ((heightPx - top) / Kind.SIGNAL.leastPx()), 0, signals);
        double each = fitting == 0 ? 0 : Math.min(TALLEST_PX, Math.floor((heightPx - top) / fitting));
        for (int i = 0; i < fitting; i++) {
            lanes.add(new Lane(Kind.SIGNAL, top, each, i));
            top += each;
        }
        return new LaneLayout(lanes, signals - fitting);
    }

    /** Height at which every signal is comfortable. */
    public static double preferredPx(int sources, int signals, boolean ranges) {
        return leastPx(sources, ranges) + signals * 40.0;
    }

    /** Height of the lanes that are always there. */
    public static double leastPx(int sources, boolean ranges) {
        LaneLayout bare = of(0, sources, 0, ranges);
        return bare.lanes.getLast().bottomPx();
    }

    public Optional<Lane> at(double yPx) {
        return lanes.stream().filter(lane -> lane.holds(yPx)).findFirst();
    }

    /** The lane of a source's segments. */
    Optional<Lane> lane(int source) {
        return lanes.stream().filter(lane -> lane.kind() == Kind.SEGMENTS && lane.number() == source).findFirst();
    }

    /** Where the segments end. */
    double segmentsBottomPx() {
        return lanes.stream().filter(lane -> lane.kind() == Kind.SEGMENTS).mapToDouble(Lane::bottomPx).max().orElse(0);
    }

    /** The first lane of a kind. */
    public Optional<Lane> lane(Kind kind) {
        return lanes.stream().filter(lane -> lane.kind() == kind).findFirst();
    }
}
