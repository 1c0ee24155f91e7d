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

    /**
     * @param signals
     *            number of signals to show
     * @param ranges
     *            whether there are named ranges to show
     */
    public static LaneLayout of(double heightPx, int signals, boolean ranges) {
        List<Lane> lanes = new ArrayList<>();
        double top = 0;
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SIGNAL && (kind != Kind.RANGES || ranges)) {
                lanes.add(new Lane(kind, top, kind.leastPx(), -1));
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
    public static double preferredPx(int signals, boolean ranges) {
        return leastPx(ranges) + signals * 40.0;
    }

    /** Height of the lanes that are always there. */
    public static double leastPx(boolean ranges) {
        LaneLayout bare = of(0, 0, ranges);
        return bare.lanes.getLast().bottomPx();
    }

    public Optional<Lane> at(double yPx) {
        return lanes.stream().filter(lane -> lane.holds(yPx)).findFirst();
    }

    /** The first lane of a kind. */
    public Optional<Lane> lane(Kind kind) {
        return lanes.stream().filter(lane -> lane.kind() == kind).findFirst();
    }
}
