package org.labreel.ui.timeline;

/** What lies under the pointer. */
public sealed interface Hit {
    /** The name at the left of a lane. */
    record Head(Lane lane) implements Hit {
    }

    record Ruler() implements Hit {
    }

    /** The handle at the start (or else the end) of the selection. */
    record SelectionEdge(boolean start) implements Hit {
    }

    record Marker(TimelineMarker marker) implements Hit {
    }

    record RangeEdge(TimelineRange range, boolean start) implements Hit {
    }

    record Range(TimelineRange range) implements Hit {
    }

    record Segment(TimelineSegment segment) implements Hit {
    }

    record Hole(TimelineHole hole) implements Hit {
    }

    /** An electrode change, counted from 0 in order of time. */
    record Change(int index) implements Hit {
    }

    record Signal(TimelineSignal signal) implements Hit {
    }

    record Nothing() implements Hit {
    }
}
