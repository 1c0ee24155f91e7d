package org.labreel.ui.timeline;

/** What a pressed button has hold of. */
sealed interface Drag {
    /** Nothing, or something that a click is enough for. */
    record Nothing() implements Drag {
    }

    /** The playhead. */
    record Scrub() implements Drag {
    }

    /**
     * The whole timeline.
     *
     * @param seeks
     *            whether a mere click goes there
     * @param moved
     *            false until it is no click any more
     */
    record Pan(double fromPx, TimeScale from, boolean seeks, boolean moved) implements Drag {
    }

    /**
     * One end of a selection.
     *
     * @param fixedNanos
     *            the other end
     */
    record Selecting(long fixedNanos) implements Drag {
    }

    /**
     * A marker.
     *
     * @param offsetPx
     *            from the pointer to the marker, when it was taken up
     */
    record Marker(TimelineMarker marker, double fromPx, double offsetPx, boolean moved) implements Drag {
    }

    /** One end of a named range. */
    record RangeEdge(TimelineRange range, boolean start, double fromPx, double offsetPx, boolean moved)
            implements
                Drag {
    }
}
